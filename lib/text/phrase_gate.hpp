// One pass over a text for many phrase sets: where can a phrase of which set begin? Comes after
// phrase.hpp. The sets then try these places only, instead of walking the text each for itself.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace noticekit {

class PhraseSet;

/// For each set, in the order given to the gate: byte offsets of the text, ascending, where one of
/// its phrases may begin. Phrases that begin with ^ are not among them.
struct PhraseMarks {
  std::vector<std::vector<std::uint32_t>> of_set;
};

/// A stretch of a text that was marked, for one set. Views; the caller owns text and marks.
struct MarkedText {
  std::string_view words;  ///< the stretch
  std::uint32_t base = 0;  ///< where it begins in the whole text
  const std::vector<std::uint32_t>* marks = nullptr;
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
  std::size_t sets_ = 0;
};

}  // namespace noticekit
