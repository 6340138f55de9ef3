// How much of one text is in another: groups of five letters, counted exactly. Comes after
// corpus.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "report/similar/corpus.hpp"

namespace noticekit::similar {

struct Shares {
  double a = 0, b = 0;  ///< of each text's groups, those that the other has, too
  double both = 0;      ///< of the groups of either, those of both
};

/// Compares stretches of letters. Keeps a table of one text, so that many can be held against it.
class FiveLetters {
 public:
  explicit FiveLetters(const std::vector<Letter>& letters) : letters_(letters) {}

  /// The text that share() compares with; returns how many different groups it has.
  std::uint32_t take(Place begin, Place end);
  /// `a` is [begin, end), which has `groups` different ones, `b` the text taken. A text without
  /// groups shares nothing.
  Shares share(Place begin, Place end, std::uint32_t groups);

 private:
  struct Slot {
    std::uint64_t group = 0;
    std::uint32_t taken = 0;  // number of the text taken that has it
    std::uint32_t met = 0;    // number of the comparison that met it
  };

  /// Calls `f` for every group without a mask in it.
  template <class F>
  void each(Place begin, Place end, const F& f) const;
  Slot& slot(std::uint64_t group);

  const std::vector<Letter>& letters_;
  std::vector<Slot> slots_;
  std::uint32_t texts_ = 0, comparisons_ = 0;
  std::uint32_t size_ = 0;  // distinct groups of the text taken
};

}  // namespace noticekit::similar
