// One line in, one record out: which codec reads it. Unknown types pass through untouched.
#include "noticekit/record.hpp"

#include <nlohmann/json.hpp>

#include "record/notice_reader.hpp"

namespace noticekit {
namespace {

Error bad(std::string message, std::string pointer = {}) {
  Error e{Errc::bad_record, std::move(message), {}};
  e.where.pointer = std::move(pointer);
  return e;
}

Result<Record> dispatch(const JsonValue& root, std::string_view line) {
  const std::string_view type = root.at("type").string();
  if (type != "text" && type != "notice" && type != "error")
    return Record{UnknownRecord{std::string(type), std::string(line)}};
  if (const auto v = root.at("v").integer(); v != 1) {
    Error e{Errc::unsupported_version,
            "a record of version " + std::to_string(v) +
                "; this program reads version 1, use the noticekit that wrote it",
            {}};
    e.where.pointer = "/v";
    return e;
  }
  if (type == "text") return Record{read_text_record(root)};
  if (type == "error") return Record{read_error(root)};
  return Record{read_notice(root)};
}

}  // namespace

Result<Record> read_record(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  thread_local JsonTree tree;  // allocating anew for every line costs more than reading it
  try {
    tree.read(line);
    const JsonValue root(tree);
    if (!root.is_object()) return bad("a record is a JSON object");
    return dispatch(root, line);
  } catch (const BadJson& e) {
    const bool cut = e.byte >= line.size();
    return bad(cut ? "the line is cut off after " + std::to_string(line.size()) +
                         " bytes; write the file again, or delete the line"
                   : "not JSON: byte " + std::to_string(e.byte + 1) +
                         " cannot be read; one record a line is expected");
  } catch (const BadRecord& e) {
    return bad(e.message, e.pointer);
  }
}

std::string pretty_record(std::string_view line) {
  try {
    return nlohmann::ordered_json::parse(line).dump(2) + "\n";
  } catch (const nlohmann::json::exception&) {
    return std::string(line);
  }
}

}  // namespace noticekit
