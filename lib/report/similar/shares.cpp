#include "report/similar/shares.hpp"

#include <bit>

namespace noticekit::similar {
namespace {

constexpr std::uint32_t five = 5;
constexpr std::uint64_t radix = 0xD6E8FEB86659FD93ULL;
constexpr std::uint64_t oldest = radix * radix * radix * radix;

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
  std::uint64_t sum = 0;  // of the last five letters
  std::uint32_t run = 0;
  for (Place at = begin; at < end; ++at) {
    if (letters_[at] <= masked) {
      run = 0;
      sum = 0;
      continue;
    }
    if (run >= five) sum -= letters_[at - five] * oldest;
    sum = sum * radix + letters_[at];
    if (++run >= five) f(mix(sum) | 1);  // 0 is an empty slot
  }
}

FiveLetters::Slot& FiveLetters::slot(std::uint64_t group) {
  const std::size_t cover = slots_.size() - 1;
  std::size_t at = (group >> 20) & cover;
  while (slots_[at].taken == texts_ && slots_[at].group != group) at = (at + 1) & cover;
  return slots_[at];
}

std::uint32_t FiveLetters::take(Place begin, Place end) {
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
  return size_;
}

Shares FiveLetters::share(Place begin, Place end, std::uint32_t groups) {
  ++comparisons_;
  std::uint32_t common = 0;
  each(begin, end, [&](std::uint64_t group) {
    Slot& s = slot(group);
    if (s.taken != texts_ || s.met == comparisons_) return;
    s.met = comparisons_;
    ++common;
  });
  const auto part = [common](std::uint32_t of) { return of == 0 ? 0.0 : double{1} * common / of; };
  return {part(groups), part(size_), part(groups - common + size_)};
}

}  // namespace noticekit::similar
