// The ways a pattern can begin. Comes after phrase_program.hpp, before phrase_index.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/phrase_program.hpp"

namespace noticekit::phrase {

/// One way a pattern can begin: its first letters; {n} counts as one, `a_numeral`.
struct Path {
  static constexpr char16_t a_numeral = u'\uFFFF';  ///< no letter is that
  static constexpr std::size_t most = 5;

  std::array<char16_t, most> letters{};
  std::array<Entry, most + 1> after{};         ///< the first N letters: where the program goes on
  std::array<std::uint64_t, most + 1> next{};  ///< and letter_bit() of what it can go on with
  std::uint8_t size = 0;

  /// Where the program goes on when the first `n` letters stand there: numerals must be read again,
  /// being captured.
  [[nodiscard]] const Entry& entry(std::size_t n) const {
    for (std::size_t i = 0; i < n; ++i) {
      if (letters[i] == a_numeral) return after[0];
    }
    return after[n];
  }
};

/// All ways a pattern can begin, in the order in which a run tries them, up to `depth` letters;
/// fewer where there would be very many. None where it can begin with anything.
std::optional<std::vector<Path>> paths(const Program& program, std::size_t depth = Path::most);

}  // namespace noticekit::phrase
