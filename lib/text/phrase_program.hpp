// One pattern as a small program: how it is read from its words, how it runs. Comes before
// phrase.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "noticekit/error.hpp"
#include "text/phrase.hpp"
#include "text/utf8.hpp"

namespace noticekit::phrase {

enum class Op : std::uint8_t { words, character, number, gap, split, jump, start, stop, match };

struct Instruction {
  Op op{};
  bool captured = false;
  bool stops_at_comma = false;
  char32_t character = 0;      ///< folded; of words the first one
  std::uint16_t a = 0, b = 0;  ///< words: where and how many bytes in Program::bytes; split: tried
                               ///< first, second; jump: a; gap: least, most characters
  std::uint64_t first = 0;     ///< character_bit() of all characters that can stand here
};

/// A bit of 64 for a folded character: a bit that is not set says that it does not stand here.
inline std::uint64_t character_bit(char32_t c) {
  return std::uint64_t{1} << ((c * 0x9E3779B1U) >> 26 & 63);
}

struct Program {
  std::vector<Instruction> code;
  std::string
      bytes;  ///< the literal words, compared as they are; only characters that have no other width

  /// Whether it can only match at the very beginning of a text.
  [[nodiscard]] bool is_anchored() const { return code.front().op == Op::start; }
};

/// Punctuation of either width, and quotation marks, dashes and brackets of all kinds, as one
/// character.
char32_t fold_rare(char32_t c);
inline char32_t fold(char32_t c) {
  return c < 0x80 || (c >= 0x3040 && c < 0xFE00)
             ? c
             : fold_rare(c);  // nearly all text has one form only
}

/// The character at `at`, folded; 0 at the end. Nearly all are Han of three bytes.
inline char32_t folded(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (utf8::is_han_lead(byte(0)) && at + 3 <= text.size())
    return (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
  return fold(utf8::at(text, at));
}

/// **Errors**: bad_rule, the message says what is wrong with the pattern.
Result<Program> compile(std::string_view pattern);

/// Whether the pattern matches at `at`; fills begin, end and slots of `hit`. `entry` is where the
/// program is entered: the beginning, or the entry of a head that stands at `at`.
bool run(const Program& program, std::string_view text, std::size_t at, PhraseHit& hit,
         std::uint16_t entry = 0);

/// What numerals are made of.
inline constexpr std::u32string_view numeral_characters =
    U"0123456789〇零一二两三四五六七八九十百千万亿";
bool is_numeral(char32_t c);
/// Bytes of the numeral at `at`: 1,234.5 or a run of Chinese digits; 0 where there is none.
std::size_t numeral_length(std::string_view text, std::size_t at);

/// One way a pattern can begin: its first characters, folded; {n} counts as one, `a_numeral`.
struct Path {
  static constexpr char32_t a_numeral = 0x110000;
  static constexpr std::size_t most = 5;

  std::array<char32_t, most> characters{};
  std::uint8_t size = 0;
  std::uint16_t entry = 0;  ///< the instruction that reads the first: choices before it are settled
};

/// All ways a pattern can begin, in the order in which run() tries them, up to `depth` characters;
/// fewer where there would be very many. None where it can begin with anything.
std::optional<std::vector<Path>> paths(const Program& program, std::size_t depth = Path::most);

}  // namespace noticekit::phrase
