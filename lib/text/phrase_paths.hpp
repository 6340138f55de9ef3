// The ways a pattern can begin. Comes after phrase_program.hpp, before phrase_index.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/phrase_program.hpp"

namespace noticekit::phrase {

/// One way a pattern can begin: its first characters, folded; {n} counts as one, `a_numeral`.
struct Path {
  static constexpr char32_t a_numeral = PhraseBeginning::a_numeral;
  static constexpr std::size_t most = 5;
  /// Where the program goes on: an instruction, and how many bytes of its words have been read.
  struct Point {
    std::uint16_t pc = 0;
    std::uint8_t skip = 0;
  };

  std::array<char32_t, most> characters{};
  std::array<Point, most + 1> after{};  ///< the first N characters
  std::uint8_t size = 0;

  /// How many of the first `n` characters need not be read again: numerals must, being captured.
  [[nodiscard]] std::size_t known(std::size_t n) const {
    for (std::size_t i = 0; i < n; ++i) {
      if (characters[i] == a_numeral) return 0;
    }
    return n;
  }
};

/// All ways a pattern can begin, in the order in which a run tries them, up to `depth` characters;
/// fewer where there would be very many. None where it can begin with anything.
std::optional<std::vector<Path>> paths(const Program& program, std::size_t depth = Path::most);

}  // namespace noticekit::phrase
