// What phrases ask of letters: numerals, the ends of sentences. Comes after letters.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/letters.hpp"

namespace noticekit::phrase {

/// What no gap of a pattern goes over, and what parts clauses for exclusions.
constexpr bool ends_sentence(char16_t c) { return c == u'。' || c == u';' || c == u'\n'; }

/// What numerals are made of.
inline constexpr std::u16string_view numeral_characters =
    u"0123456789〇零一二两三四五六七八九十百千万亿";
constexpr bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
/// A bit for each character.
inline constexpr auto numeral_bits = [] {
  std::array<std::uint64_t, 65536 / 64> bits{};
  for (const char16_t c : numeral_characters) bits[c / 64] |= std::uint64_t{1} << c % 64;
  return bits;
}();
constexpr bool is_numeral(char16_t c) { return (numeral_bits[c / 64] >> c % 64 & 1) != 0; }
/// Whether a digit of a number stands at `at`, a letter of the stretch, and not the number's first.
inline bool inside_number(const Stretch& text, std::uint32_t at) {
  return at > text.begin && is_digit(text.units[at]) && is_digit(text.units[at - 1]);
}
/// Where the numeral at `at` ends: 1,234.5 or a run of Chinese digits; `at` where there is none.
std::uint32_t numeral_end(const Stretch& text, std::uint32_t at);

/// Which two letters a phrase may begin with: a look at two bits, which some others share.
class PairFilter {
 public:
  void add(char16_t first, char16_t second) { pairs_[first % 64] |= bit(second); }
  /// Anything may follow.
  void add(char16_t first) { open_[first / 64 % 16] |= bit(first); }
  [[nodiscard]] bool has(char16_t first, char16_t second) const {
    return ((pairs_[first % 64] >> second % 64 | open_[first / 64 % 16] >> first % 64) & 1) != 0;
  }

 private:
  static std::uint64_t bit(char16_t c) { return std::uint64_t{1} << c % 64; }
  std::array<std::uint64_t, 64> pairs_{};
  std::array<std::uint64_t, 16> open_{};
};

}  // namespace noticekit::phrase
