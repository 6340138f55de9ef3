// One pass over a text for many phrase sets: where can a phrase of which set begin? Comes after
// phrase.hpp. The sets then try these places only, instead of walking the text each for itself.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace noticekit {

class PhraseSet;

/// The places of a text where phrases may begin, ascending. Phrases that begin with ^ are not among
/// them.
struct PhraseMarks {
  /// Where numbers stand: the first of ASCII digits in a row, and every Chinese digit, 十, 百, 千.
  static constexpr std::uint32_t numeral = 0x80000000U;

  struct Place {
    std::uint32_t at;    ///< byte offset
    std::uint32_t sets;  ///< a bit for each set, in the order given to the gate, and `numeral`
  };
  std::vector<Place> places;

  /// The first place at or after a byte offset.
  [[nodiscard]] std::vector<Place>::const_iterator from(std::uint32_t offset) const {
    return std::lower_bound(places.begin(), places.end(), offset,
                            [](const Place& p, std::uint32_t o) { return p.at < o; });
  }
};

/// A stretch of a text that was marked, for one set. Views; the caller owns text and marks.
struct MarkedText {
  std::string_view words;  ///< the stretch
  std::uint32_t base = 0;  ///< where it begins in the whole text
  const PhraseMarks* marks = nullptr;
  std::uint32_t sets = 0;  ///< the bit of the set
};

/// The beginnings of up to 31 sets, merged.
class PhraseGate {
 public:
  PhraseGate() = default;
  /// Keeps no reference to the sets.
  explicit PhraseGate(const std::vector<const PhraseSet*>& sets);

  void mark(std::string_view text, PhraseMarks& marks) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace noticekit
