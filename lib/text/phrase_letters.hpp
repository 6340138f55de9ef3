// The characters that phrases are compared by: punctuation of any width as one, and what numerals
// are made of. Comes after utf8.hpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace noticekit::phrase {

/// Punctuation of either width, and quotation marks, dashes and brackets of all kinds, as one
/// character.
char32_t fold_rare(char32_t c);
inline char32_t fold(char32_t c) {
  return c < 0x80 || (c >= 0x3040 && c < 0xFE00)
             ? c
             : fold_rare(c);  // nearly all text has one form only
}

/// A character, folded, and where the next one begins.
struct Letter {
  char32_t folded = 0;
  std::size_t end = 0;
};

/// The character at `at`; 0 at the end. Nearly all are Han of three bytes.
inline Letter letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, at};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (utf8::is_han_lead(byte(0)) && at + 3 <= text.size())
    return {(byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), at + 3};
  if (byte(0) < 0x80) return {byte(0), at + 1};
  return {fold(utf8::at(text, at)), at + utf8::length(byte(0))};
}
inline char32_t folded(std::string_view text, std::size_t at) { return letter(text, at).folded; }

/// What no gap of a pattern goes over, and what parts clauses for exclusions.
inline bool ends_sentence(char32_t folded) {
  return folded == U'。' || folded == U';' || folded == U'\n';
}

/// Where the character before `at` begins, which is not 0.
inline std::size_t letter_before(std::string_view text, std::size_t at) {
  if (at >= 3 && utf8::is_han_lead(static_cast<unsigned char>(text[at - 3]))) return at - 3;
  return utf8::before(text, at);
}

/// What numerals are made of.
inline constexpr std::u32string_view numeral_characters =
    U"0123456789〇零一二两三四五六七八九十百千万亿";
bool is_numeral(char32_t c);
/// Bytes of the numeral at `at`: 1,234.5 or a run of Chinese digits; 0 where there is none.
std::size_t numeral_length(std::string_view text, std::size_t at);

}  // namespace noticekit::phrase
