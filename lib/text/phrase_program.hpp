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

enum class Op : std::uint8_t { words, number, gap, choice, jump, start, stop, match };

struct Instruction {
  Op op{};
  bool captured = false;
  bool stops_at_comma = false;
  std::uint8_t known = 0;      ///< choice: how many of its ways, the first ones, have a letter
  std::uint16_t a = 0, b = 0;  ///< words, choice: where and how many in Program::words, ::choices;
                               ///< jump: a; gap: least, most letters
  std::uint64_t first = 0;     ///< letter_bit() of all letters that can stand here
};

/// A bit of 64 for a letter: a bit that is not set says that it does not stand here.
constexpr std::uint64_t letter_bit(char16_t c) {
  return std::uint64_t{1} << (c * 0x9E3779B1U >> 26);
}

/// The ways choices go on, in the order in which they are tried; one that can begin with several
/// letters stands there once for each.
struct Choices {
  std::u16string letters;
  std::vector<std::uint16_t> targets;  ///< instructions

  void add(char16_t letter, std::uint16_t target) {
    letters += letter;
    targets.push_back(target);
  }
};

struct Program {
  std::vector<Instruction> code;
  Choices choices;
  std::u16string words;  ///< the literal ones, as letters
  /// letter_bit() of all letters that a text can end with where it matches; all of them where it
  /// need not match up to the end.
  std::uint64_t last = ~std::uint64_t{0};

  /// Whether it can only match at the very beginning of a text.
  [[nodiscard]] bool is_anchored() const { return code.front().op == Op::start; }
};

/// **Errors**: bad_rule, the message says what is wrong with the pattern.
Result<Program> compile(std::string_view pattern);

/// The most letters that a program can match; `many` where numerals or long gaps leave it open.
std::size_t longest(const Program& program, std::size_t many);

/// Where a program goes on when its first letters are known to stand there.
struct Entry {
  std::uint16_t pc = 0;   ///< the instruction that reads on
  std::uint8_t skip = 0;  ///< letters of that instruction's words that have been read
  std::uint8_t read = 0;  ///< letters of the text that have been read
  bool operator==(const Entry&) const = default;
};

/// The programs of a set, one behind another: a run touches little memory.
class ProgramPool {
 public:
  /// Programs are numbered in the order in which they are added.
  void add(const Program& program);

  /// Whether a program matches the text from the letter `begin` on, gone on with at `entry`; fills
  /// begin, end and slots of `hit` with numbers of letters.
  bool run(std::uint32_t number, const Stretch& text, std::uint32_t begin, const Entry& entry,
           PhraseHit& hit) const;

 private:
  struct Place {
    std::uint32_t code, words, choices;
    std::uint64_t last;
  };
  std::vector<Place> places_;
  std::vector<Instruction> code_;
  std::u16string words_;
  Choices choices_;
};

}  // namespace noticekit::phrase
