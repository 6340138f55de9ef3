// One line in, one record out: which codec reads it. Unknown types pass through untouched.
#include "noticekit/record.hpp"

#include <nlohmann/json.hpp>

#include "record/notice_reader.hpp"

namespace noticekit {
namespace {

using Json = nlohmann::ordered_json;

Error bad(std::string message, std::string pointer = {}) {
  Error e{Errc::bad_record, std::move(message), {}};
  e.where.pointer = std::move(pointer);
  return e;
}

Result<Record> dispatch(const Json& json, std::string_view line) {
  const JsonValue root(json, "");
  const std::string type = root.at("type").string();
  if (type != "text" && type != "notice" && type != "error")
    return Record{UnknownRecord{type, std::string(line)}};
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
  try {
    const Json json = Json::parse(line);
    if (!json.is_object()) return bad("a record is a JSON object");
    return dispatch(json, line);
  } catch (const nlohmann::json::parse_error& e) {
    const bool cut = e.byte >= line.size();
    return bad(cut ? "the line is cut off after " + std::to_string(line.size()) +
                         " bytes; write the file again, or delete the line"
                   : "not JSON: byte " + std::to_string(e.byte) +
                         " cannot be read; one record a line is expected");
  } catch (const BadRecord& e) {
    return bad(e.message, e.pointer);
  } catch (const nlohmann::json::exception& e) {
    return bad(e.what());
  }
}

std::string pretty_record(std::string_view line) {
  try {
    return Json::parse(line).dump(2) + "\n";
  } catch (const nlohmann::json::exception&) {
    return std::string(line);
  }
}

}  // namespace noticekit
