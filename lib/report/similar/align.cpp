#include "report/similar/align.hpp"

#include <algorithm>

namespace noticekit::similar {
namespace {

constexpr std::int64_t widest_gap = 8;  // letters that may differ at one place, on each side
constexpr std::int64_t foothold = 6;    // letters that must be the same after it

/// Walks both sides together in one direction.
class Walk {
 public:
  /// `step`: 1 forwards, -1 backwards. The sides may not reach `a_end` and `b_end`.
  Walk(const std::vector<Letter>& letters, std::int64_t step, std::int64_t a_end,
       std::int64_t b_end)
      : letters_(letters), step_(step), a_end_(a_end), b_end_(b_end) {}

  void go(std::int64_t a, std::int64_t b, Passage& passage, std::uint32_t run) {
    a_ = a;
    b_ = b;
    for (;;) {
      while (same(a_, b_)) {
        if (at(a_) != masked) ++passage.matched, ++run;
        a_ += step_;
        b_ += step_;
      }
      passage.longest = std::max(passage.longest, run);
      first_run_ = first_run_ == none ? run : first_run_;
      run = 0;
      last_a_ = a_;
      last_b_ = b_;
      if (!over_gap()) return;
    }
  }

  /// Behind the last letters that were the same.
  [[nodiscard]] std::int64_t a() const { return last_a_; }
  [[nodiscard]] std::int64_t b() const { return last_b_; }
  /// Letters in a row from where it began.
  [[nodiscard]] std::uint32_t first_run() const { return first_run_; }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  [[nodiscard]] Letter at(std::int64_t i) const { return letters_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] bool same(std::int64_t a, std::int64_t b) const {
    return a != a_end_ && b != b_end_ && at(a) == at(b) && at(a) != wall;
  }

  /// How far one side may step without meeting a wall or its end.
  [[nodiscard]] std::int64_t reach(std::int64_t from, std::int64_t end) const {
    std::int64_t n = 0;
    while (n < widest_gap && from + n * step_ != end && at(from + n * step_) != wall) ++n;
    return n;
  }

  [[nodiscard]] bool stands(std::int64_t a, std::int64_t b) const {
    for (std::int64_t k = 0; k < foothold; ++k) {
      if (!same(a + k * step_, b + k * step_) || at(a + k * step_) == masked) return false;
    }
    return true;
  }

  /// Steps over the narrowest gap behind which both sides go together again.
  bool over_gap() {
    const std::int64_t most_a = reach(a_, a_end_), most_b = reach(b_, b_end_);
    for (std::int64_t both = 1; both <= most_a + most_b; ++both) {
      for (std::int64_t da = std::max<std::int64_t>(0, both - most_b); da <= std::min(both, most_a);
           ++da) {
        const std::int64_t db = both - da;
        if (!stands(a_ + da * step_, b_ + db * step_)) continue;
        a_ += da * step_;
        b_ += db * step_;
        return true;
      }
    }
    return false;
  }

  const std::vector<Letter>& letters_;
  std::int64_t step_, a_end_, b_end_;
  std::int64_t a_ = 0, b_ = 0, last_a_ = 0, last_b_ = 0;
  std::uint32_t first_run_ = none;
};

}  // namespace

std::optional<Passage> align(const std::vector<Letter>& letters, Place a, Place b,
                             std::uint32_t length, bool one_document) {
  if (one_document && a + length > b) return std::nullopt;
  for (std::uint32_t i = 0; i < length; ++i) {
    if (letters[a + i] != letters[b + i] || letters[a + i] <= masked) return std::nullopt;
  }
  // In one document both sides share what is between them: neither may pass its middle. Between
  // two, a wall stands.
  const auto all = static_cast<std::int64_t>(letters.size());
  const std::int64_t middle =
      std::max<std::int64_t>((std::int64_t{a} + length + b) / 2, std::int64_t{a} + length);
  Passage out;
  out.matched = length;
  Walk back(letters, -1, -1, one_document ? middle - 1 : -1);
  back.go(std::int64_t{a} - 1, std::int64_t{b} - 1, out, 0);
  Walk on(letters, 1, one_document ? middle : all, all);
  on.go(std::int64_t{a} + length, std::int64_t{b} + length, out, 0);
  out.longest = std::max(out.longest, back.first_run() + length + on.first_run());
  out.a_begin = static_cast<Place>(back.a() + 1);
  out.b_begin = static_cast<Place>(back.b() + 1);
  out.a_end = static_cast<Place>(on.a());
  out.b_end = static_cast<Place>(on.b());
  return out;
}

bool is_told(const Passage& p, const Limits& limits) {
  if (p.longest >= limits.run) return true;
  const double longer = std::max(p.a_end - p.a_begin, p.b_end - p.b_begin);
  return p.matched >= limits.near && p.matched >= limits.near_share * longer;
}

}  // namespace noticekit::similar
