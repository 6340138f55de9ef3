#include "text/small_file.hpp"

#include <algorithm>
#include <string>

namespace noticekit {

std::optional<Error> decode_small_file(std::string_view bytes, std::string_view what,
                                       std::string_view remedy, Decoded& out) {
  const auto bad = [&](std::size_t byte, std::string message) {
    Error e{Errc::bad_usage, std::move(message), {}};
    e.message.append("; ").append(remedy);
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(byte);
    e.where.line = static_cast<std::uint64_t>(1 + std::count(bytes.begin(), end, '\n'));
    return e;
  };
  const auto detected =
      bytes.empty() ? std::optional<Detected>(Detected{}) : detect_encoding(bytes, "gb18030");
  if (!detected) {
    return bad(valid_utf8_prefix(bytes),
               std::string(what) + " is no text in UTF-8, GB18030, Big5 or UTF-16");
  }
  decode(bytes, *detected, out);
  if (out.malformed.empty()) return std::nullopt;
  return bad(out.malformed.front(), std::string("the bytes here are no character of ") +
                                        encoding_name(detected->encoding));
}

}  // namespace noticekit
