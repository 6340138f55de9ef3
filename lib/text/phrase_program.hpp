// Patterns as small programs: how they are read from their words, how they run. Comes before
// phrase.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/error.hpp"
#include "text/phrase.hpp"
#include "text/phrase_letters.hpp"

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

/// **Errors**: bad_rule, the message says what is wrong with the pattern.
Result<Program> compile(std::string_view pattern);

/// The most characters that a program can match; `many` where numerals or long gaps leave it open.
std::size_t longest(const Program& program, std::size_t many);

/// Where a program goes on when its first characters are known to stand there.
struct Entry {
  std::size_t at = 0;     ///< the byte of the text that it reads next
  std::uint16_t pc = 0;   ///< the instruction that reads it
  std::uint8_t skip = 0;  ///< bytes of that instruction's words that have been read
};

/// The programs of a set, one behind another: a run touches little memory.
class ProgramPool {
 public:
  /// Programs are numbered in the order in which they are added.
  void add(const Program& program);
  [[nodiscard]] bool empty() const { return places_.empty(); }

  /// Whether a program matches the text from `begin` on, gone on with at `entry`; fills begin, end
  /// and slots of `hit`.
  bool run(std::uint32_t number, std::string_view text, std::size_t begin, const Entry& entry,
           PhraseHit& hit) const;

 private:
  struct Place {
    std::uint32_t code, bytes;
  };
  std::vector<Place> places_;
  std::vector<Instruction> code_;
  std::string bytes_;
};

}  // namespace noticekit::phrase
