// Numbers that a notice states, and their sums. Zero and unstated are different all the way.
// Comes before the views.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

/// Exact sum; none on overflow.
std::optional<Decimal> sum(Decimal a, Decimal b);
/// Without zeros at the end of its places, so that equal values compare equal.
Decimal reduced(Decimal value);

/// What a notice states about one number: nothing, one value, or several that differ.
struct Stated {
  std::vector<Decimal> values;  ///< different ones, in order of appearance
  bool more = false;            ///< there are more than these
  bool added_up = false;        ///< summed over inspected units, since no total is stated

  void state(Decimal value);
  [[nodiscard]] bool any() const { return !values.empty(); }
  [[nodiscard]] bool differs() const { return values.size() > 1; }
  /// The value; "8、7" where the notice gives both. Never "8/7", which spreadsheets take for a
  /// date.
  [[nodiscard]] Cell cell(Language lang) const;
  [[nodiscard]] std::string words(Language lang) const;
};

/// Both together; where one side differs, every possible sum.
Stated together(const Stated& a, const Stated& b);

/// The document's total of one kind; where it states totals per inspected unit only, their sum.
/// Totals of single findings, of 立行立改 and of earlier rounds are something else.
Stated claim_of(const Notice& notice, ClaimKind kind);

/// People held to account. A number outside single findings is a total and wins; only where there
/// is none, the findings are added up. A repeated number counts once, and so does what follows
/// 其中.
Stated people_of(const Notice& notice, std::initializer_list<AccountabilityKind> kinds);
/// Amounts likewise. **Units**: 10,000 yuan.
Stated money_of(const Notice& notice, std::initializer_list<MoneyKind> kinds);

/// One column's sum over notices.
class Total {
 public:
  /// A number that differs within its notice is not summed, only counted as such.
  void add(const Stated& stated);
  /// Unstated where no notice states it.
  [[nodiscard]] Cell cell() const;
  [[nodiscard]] std::uint64_t summed() const { return summed_; }
  [[nodiscard]] std::uint64_t unstated() const { return unstated_; }
  [[nodiscard]] std::uint64_t differing() const { return differing_; }

 private:
  std::optional<Decimal> sum_ = Decimal{};
  std::uint64_t summed_ = 0, unstated_ = 0, differing_ = 0;
};

}  // namespace noticekit
