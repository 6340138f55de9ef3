#include "noticekit/unread.hpp"

namespace noticekit {
namespace {

/// Whether `path` is a stream of records, of which a part that is lost may have held anything.
bool is_stream(std::string_view path) {
  return path == "-" || path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

bool loses_records(std::string_view stage, const Error& error) {
  if (error.code == Errc::bad_record || error.code == Errc::unsupported_version) return true;
  if (error.code == Errc::unsupported_format) return false;  // a document that never had records
  return stage == "report" || is_stream(error.where.path);
}

/// Reading an archive ends where it is damaged or over a limit, and the error names that member
/// alone: "a.zip" of "a.zip!/b.txt"; else `name`.
std::string_view lost_with(std::string_view name, Errc code) {
  if (code != Errc::damaged_file && code != Errc::too_large && code != Errc::timed_out) return name;
  return name.substr(0, name.rfind("!/"));
}

/// Whether `names` has `name` or a folder or an archive above it: "a/", "a" or "a.zip" of
/// "a.zip!/b.txt".
bool has_one_of(const std::set<std::string, std::less<>>& names, std::string_view name) {
  if (names.empty() || name.empty()) return false;
  if (names.find(name) != names.end()) return true;
  for (std::size_t slash = name.find('/'); slash != std::string_view::npos;
       slash = name.find('/', slash + 1)) {
    std::string_view above = name.substr(0, slash + 1);
    if (names.find(above) != names.end()) return true;
    above.remove_suffix(1);
    if (names.find(above) != names.end()) return true;
    if (!above.ends_with('!')) continue;
    above.remove_suffix(1);
    if (names.find(above) != names.end()) return true;
  }
  return false;
}

}  // namespace

void Unread::add(std::string_view id, std::string_view stage, const Error& error) {
  all_ |= loses_records(stage, error);
  missing_ |= error.code == Errc::missing_path || error.code == Errc::no_input;
  if (!id.empty()) names_.emplace(lost_with(id, error.code));
  // The id of a document in a folder does not begin with the folder that was asked for; its path
  // does.
  if (!error.where.path.empty()) paths_.emplace(lost_with(error.where.path, error.code));
}

bool Unread::hides(std::string_view id, std::string_view path) const {
  return all_ || (missing_ && !any_read_) || has_one_of(names_, id) || has_one_of(paths_, path);
}

}  // namespace noticekit
