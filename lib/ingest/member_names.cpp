#include "ingest/member_names.hpp"

#include <algorithm>

#include "text/decode.hpp"
#include "text/encoding.hpp"

namespace noticekit {
namespace {

/// Calls `visit` with each part of a path; true where one call is.
template <class Visit>
bool any_part(std::string_view path, Visit visit) {
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (visit(path.substr(0, slash))) return true;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return false;
}

bool is_passed_over(std::string_view part) {
  if (part == "." || part == "..") return false;
  return part.starts_with('.') || part.ends_with('~') || part.starts_with("~$") ||
         part == "__MACOSX" || part == "Thumbs.db" || part.ends_with(".swp") ||
         part.ends_with(".swo") || part.ends_with(".bak") ||
         (part.size() > 1 && part.front() == '#' && part.back() == '#');
}

}  // namespace

std::string member_name(std::string_view raw) {
  std::string out;
  if (valid_utf8_prefix(raw) == raw.size()) {
    out = raw;
  } else {
    Decoded decoded;
    const auto detected = detect_encoding(raw, "gbk");
    const bool narrow = detected && (detected->encoding == Encoding::gb18030 ||
                                     detected->encoding == Encoding::big5);
    decode(raw, narrow ? *detected : Detected{Encoding::gb18030, 0}, decoded);
    if (decoded.malformed_count == 0) {
      out = decoded.utf8;
    } else {
      for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
          out += c;
          continue;
        }
        out += '%';
        out += "0123456789ABCDEF"[byte >> 4];
        out += "0123456789ABCDEF"[byte & 15];
      }
    }
  }
  std::replace(out.begin(), out.end(), '\\', '/');
  while (out.starts_with("./")) out.erase(0, 2);
  return out;
}

bool leads_out(std::string_view path) {
  if (path.starts_with('/') || (path.size() > 1 && path[1] == ':')) return true;
  return any_part(path, [](std::string_view part) { return part == ".."; });
}

bool is_wanted_member(std::string_view path) {
  return !path.empty() && !any_part(path, is_passed_over);
}

}  // namespace noticekit
