// One pattern as a small program: how it is read from its words, how it runs. Comes before
// phrase.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "noticekit/error.hpp"
#include "text/phrase.hpp"

namespace noticekit::phrase {

enum class Op : std::uint8_t { words, character, number, gap, split, jump, start, stop, match };

struct Instruction {
  Op op{};
  bool captured = false;
  bool stops_at_comma = false;
  char32_t character = 0;      ///< folded; of words the first one
  std::uint16_t a = 0, b = 0;  ///< words: where and how many bytes in Program::bytes; split: tried
                               ///< first, second; jump: a; gap: least, most characters
};

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

/// **Errors**: bad_rule, the message says what is wrong with the pattern.
Result<Program> compile(std::string_view pattern);

/// Whether the pattern matches at `at`; fills begin, end and slots of `hit`. `entry` is where the
/// program is entered: the beginning, or the entry of a head that stands at `at`.
bool run(const Program& program, std::string_view text, std::size_t at, PhraseHit& hit,
         std::uint16_t entry = 0);

/// One way a pattern can begin.
struct Head {
  char32_t first = 0;       ///< folded
  char32_t second = 0;      ///< folded; 0 where anything may follow
  std::uint16_t entry = 0;  ///< the instruction that reads `first`: choices before it are settled
};

/// All ways a pattern can begin, in the order in which run() tries them. None where it can begin
/// with anything.
std::optional<std::vector<Head>> heads(const Program& program);

}  // namespace noticekit::phrase
