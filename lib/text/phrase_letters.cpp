#include "text/phrase_letters.hpp"

namespace noticekit::phrase {

std::uint32_t numeral_end(const Stretch& text, std::uint32_t at) {
  const auto digit = [&](std::uint32_t n) { return is_digit(text[n]); };
  // 3，400人 are two numbers: the comma of thousands is a narrow one.
  const auto narrow = [&](std::uint32_t n, char16_t c) {
    return text[n] == c && text.letters->byte(n + 1) - text.letters->byte(n) == 1;
  };
  std::uint32_t n = at;
  if (!digit(n)) {
    while (text[n] >= 0x80 && is_numeral(text[n])) ++n;
    return n;
  }
  while (digit(n)) ++n;
  while (narrow(n, u',') && digit(n + 1) && digit(n + 2) && digit(n + 3) && !digit(n + 4)) n += 4;
  if (narrow(n, u'.') && digit(n + 1)) {
    ++n;
    while (digit(n)) ++n;
  }
  return n;
}

}  // namespace noticekit::phrase
