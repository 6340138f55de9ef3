// One pass over a text for many phrase sets: which pattern of which set can stand where? Comes
// after phrase.hpp. The sets then try these only, instead of walking the text each for itself.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "text/letters.hpp"
#include "text/phrase_program.hpp"

namespace noticekit {

class PhraseSet;

/// The places of a text where patterns can stand, by set, and those of numbers.
class PhraseMarks {
 public:
  /// A pattern that can stand at a letter, and where its program goes on there.
  struct Candidate {
    std::uint32_t at = 0;
    std::uint32_t pattern = 0;  ///< its number in the set
    phrase::Entry entry;
  };

  /// The candidates of one kind at the letters [from, to): ascending, at one letter in the order in
  /// which they are tried.
  [[nodiscard]] std::span<const Candidate> of(std::size_t kind, std::uint32_t from,
                                              std::uint32_t to) const {
    const Candidate* const all = candidates_.data();
    const Candidate* const end = all + begin_[kind + 1];
    const auto* const first =
        std::lower_bound(all + begin_[kind], end, from,
                         [](const Candidate& c, std::uint32_t letter) { return c.at < letter; });
    const auto* last = first;
    while (last != end && last->at < to) ++last;
    return {first, last};
  }
  /// The letters in [from, to) where numbers stand: the first of ASCII digits in a row, and every
  /// Chinese digit, 十, 百, 千.
  [[nodiscard]] std::span<const std::uint32_t> numerals(std::uint32_t from,
                                                        std::uint32_t to) const {
    const auto first = std::lower_bound(numerals_.begin(), numerals_.end(), from);
    return {first, std::lower_bound(first, numerals_.end(), to)};
  }

 private:
  friend class PhraseGate;
  std::vector<Candidate> candidates_;  ///< of all kinds, one kind behind another
  std::vector<std::uint32_t> begin_;   ///< of each kind, and the end of all
  std::vector<std::uint32_t> numerals_;
};

/// The beginnings of the patterns of many sets, merged. Patterns with ^ are not among them.
class PhraseGate {
 public:
  PhraseGate() = default;
  /// From now on these sets take what the gate has marked. Keeps no reference to them; each has two
  /// kinds of marks, its phrases and what cancels them.
  explicit PhraseGate(const std::vector<PhraseSet*>& sets);

  void mark(const Letters& text, PhraseMarks& marks) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace noticekit
