// The units that should have reported, as somebody listed them.
#include <algorithm>

#include "noticekit/report.hpp"
#include "text/small_file.hpp"

namespace noticekit {

Result<std::vector<std::string>> read_roster(std::string_view bytes) {
  Decoded decoded;
  if (auto e = decode_small_file(bytes, "the roster", "save it as text in UTF-8", decoded))
    return std::move(*e);
  std::vector<std::string> out;
  for (std::string_view rest = decoded.utf8; !rest.empty();) {
    std::string_view name = rest.substr(0, rest.find_first_of("\r\n"));
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    name.remove_prefix(std::min(name.find_first_not_of(" \t"), name.size()));
    name = name.substr(0, name.find_last_not_of(" \t") + 1);
    if (!name.empty() && name.front() != '#') out.emplace_back(name);
  }
  return out;
}

}  // namespace noticekit
