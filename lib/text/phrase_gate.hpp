// One pass over a text for many phrase sets: where can a phrase of which set begin? Comes after
// phrase.hpp. The sets then try these places only, instead of walking the text each for itself.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "text/letters.hpp"

namespace noticekit {

class PhraseSet;

/// The two units that a phrase begins with; a numeral counts as one.
struct PhraseBeginning {
  static constexpr char16_t a_numeral = u'\uFFFF';  ///< no letter is that
  char16_t first = 0;
  char16_t second = 0;  ///< 0 where it is open
};

/// The places of a text where phrases may begin, ascending, for each set. Phrases that begin with ^
/// are not among them.
class PhraseMarks {
 public:
  static constexpr std::size_t kinds = 32;
  /// The kind of places where numbers stand: the first of ASCII digits in a row, and every Chinese
  /// digit, 十, 百, 千. The other kinds are the sets, in the order given to the gate.
  static constexpr std::size_t numeral = kinds - 1;
  static constexpr std::size_t carries_on = kinds - 2;  ///< for the gate's own use

  /// Whether places of that kind are marked at all.
  [[nodiscard]] bool has(std::size_t kind) const { return (marked_ >> kind & 1) != 0; }
  /// The letters of one kind in a stretch, by number.
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t kind, const Stretch& text) const {
    const std::uint32_t* const all = places_.data();
    const auto* const first =
        std::lower_bound(all + begin_[kind], all + begin_[kind + 1], text.begin);
    const auto* last = first;
    while (last != all + begin_[kind + 1] && *last < text.end) ++last;
    return {first, last};
  }

 private:
  friend class PhraseGate;
  std::vector<std::uint32_t> places_;  ///< of all kinds, one kind behind another
  std::array<std::uint32_t, kinds + 1> begin_{};
  std::uint32_t marked_ = 0;  ///< a bit for each kind
};

/// A stretch of a text that was marked, for one set, marked or not. Views; the caller owns letters
/// and marks.
struct MarkedText {
  Stretch words;
  const PhraseMarks* marks = nullptr;
  std::size_t kind = 0;  ///< the number of the set

  [[nodiscard]] std::span<const std::uint32_t> places() const { return marks->of(kind, words); }
};

/// The beginnings of up to 30 sets, merged.
class PhraseGate {
 public:
  PhraseGate() = default;
  /// Null stands for a set that is not marked. Keeps no reference to the sets.
  explicit PhraseGate(const std::vector<const PhraseSet*>& sets);

  void mark(const Letters& text, PhraseMarks& marks) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace noticekit
