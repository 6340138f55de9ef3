// One pass over a text for many phrase sets: where can a phrase of which set begin? Comes after
// phrase.hpp. The sets then try these places only, instead of walking the text each for itself.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace noticekit {

class PhraseSet;

/// The places of a text where phrases may begin, ascending. Phrases that begin with ^ are not among
/// them.
struct PhraseMarks {
  struct Place {
    std::uint32_t at;    ///< byte offset
    std::uint32_t sets;  ///< a bit for each set, in the order given to the gate
  };
  std::vector<Place> places;
};

/// A stretch of a text that was marked, for one set. Views; the caller owns text and marks.
struct MarkedText {
  std::string_view words;  ///< the stretch
  std::uint32_t base = 0;  ///< where it begins in the whole text
  const PhraseMarks* marks = nullptr;
  std::uint32_t sets = 0;  ///< the bit of the set
};

/// The beginnings of up to 32 sets, merged.
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
