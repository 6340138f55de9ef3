#include "report/similar/shares.hpp"

#include <algorithm>
#include <bit>

namespace noticekit::similar {
namespace {

constexpr std::uint32_t five = 5;

/// Spreads the letters over the table; two different groups may meet once in 2^64 / n² folders.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 31;
  x *= 0x7FB5D329728EA185ULL;
  x ^= x >> 27;
  return x;
}

}  // namespace

template <class F>
void FiveLetters::each(Place begin, Place end, const F& f) const {
  std::uint32_t run = 0;
  for (Place at = begin; at < end; ++at) {
    run = letters_[at] <= masked ? 0 : run + 1;
    if (run < five) continue;
    std::uint64_t group = letters_[at];
    for (Place k = 1; k < five; ++k) group = group * 0xD6E8FEB86659FD93ULL + letters_[at - k];
    f(mix(group) | 1);  // 0 is an empty slot
  }
}

FiveLetters::Slot& FiveLetters::slot(std::uint64_t group) {
  const std::size_t cover = slots_.size() - 1;
  std::size_t at = (group >> 20) & cover;
  while (slots_[at].taken == texts_ && slots_[at].group != group) at = (at + 1) & cover;
  return slots_[at];
}

void FiveLetters::take(Place begin, Place end) {
  const std::size_t room = std::bit_ceil(std::size_t{2} * (end - begin) + 16);
  if (slots_.size() < room) slots_.assign(room, Slot{});
  ++texts_;
  size_ = 0;
  each(begin, end, [&](std::uint64_t group) {
    Slot& s = slot(group);
    if (s.taken == texts_) return;
    s = {group, texts_, 0};
    ++size_;
  });
}

Shares FiveLetters::share(Place begin, Place end) {
  ++comparisons_;
  std::uint32_t common = 0;
  own_.clear();
  each(begin, end, [&](std::uint64_t group) {
    Slot& s = slot(group);
    if (s.taken != texts_) {
      own_.push_back(group);
    } else if (s.met != comparisons_) {
      s.met = comparisons_;
      ++common;
    }
  });
  std::sort(own_.begin(), own_.end());
  const auto alone =
      static_cast<std::uint32_t>(std::unique(own_.begin(), own_.end()) - own_.begin());
  const auto part = [common](std::uint32_t of) { return of == 0 ? 0.0 : double{1} * common / of; };
  return {part(common + alone), part(size_), part(size_ + alone)};
}

}  // namespace noticekit::similar
