#include "extract/phone.hpp"

#include "text/utf8.hpp"

namespace noticekit {

bool is_dash(char32_t c) {
  return c == U'-' || c == U'—' || c == U'–' || c == U'―' || c == U'－' || c == U'‐' || c == U'‑' ||
         c == U'~';
}

std::size_t phone_end(std::string_view s, std::size_t at) {
  std::size_t i = at;
  std::size_t end = at;
  int digits = 0;
  if (utf8::at(s, i) == U'（' || utf8::at(s, i) == U'(')
    i += utf8::length(static_cast<unsigned char>(s[i]));
  while (i < s.size()) {
    const char32_t c = utf8::at(s, i);
    if (utf8::is_ascii_digit(c)) {
      ++digits;
      end = i + 1;
    } else if (!(digits > 0 && (is_dash(c) || c == U'）' || c == U')'))) {
      break;
    }
    i += utf8::length(static_cast<unsigned char>(s[i]));
  }
  return digits >= 7 ? end : 0;
}

}  // namespace noticekit
