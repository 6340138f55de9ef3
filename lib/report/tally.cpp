#include "report/tally.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace noticekit {
namespace {

constexpr std::size_t most_values = 8;  // of one number that differs within a notice

bool scale_to(Decimal& d, std::uint8_t places) {
  for (; d.places < places; ++d.places) {
    if (__builtin_mul_overflow(d.units, std::int64_t{10}, &d.units)) return false;
  }
  return true;
}

/// A number found in the text, before it is known whether it is a total or a part.
struct Printed {
  std::size_t kind;  ///< index into the kinds asked for
  Decimal value;
  Span span;
  std::uint32_t paragraph;  ///< where its line begins
  std::uint32_t finding;    ///< 0 outside findings, else the finding's index + 1
};

/// Whether `later` is a part of what stands before it: 共追缴12万元，其中清退5万元.
bool is_part(const Notice& n, Span earlier, Span later) {
  if (later.begin < earlier.end || later.begin.value - earlier.end.value > 400) return false;
  const std::string_view between = n.view({earlier.end, later.begin});
  if (between.find("。") != std::string_view::npos || between.find('\n') != std::string_view::npos)
    return false;
  return between.find("其中") != std::string_view::npos || n.view(later).starts_with("其中");
}

/// Fills in paragraphs and findings; takes out what was read twice and what is a part.
void settle(const Notice& n, std::vector<Printed>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Printed& a, const Printed& b) { return a.span.begin < b.span.begin; });
  std::vector<Printed> kept;
  std::size_t finding = 0;
  const std::string_view text = n.text.utf8;
  std::size_t line = 0;
  std::size_t line_end = text.find('\n');
  for (Printed p : all) {
    while (finding < n.findings.size() && n.findings[finding].extent.end <= p.span.begin) ++finding;
    const bool inside = finding < n.findings.size() && n.findings[finding].extent.contains(p.span);
    p.finding = inside ? static_cast<std::uint32_t>(finding + 1) : 0;
    while (line_end < p.span.begin.value) {
      line = line_end + 1;
      line_end = text.find('\n', line);
    }
    p.paragraph = static_cast<std::uint32_t>(line);
    if (!kept.empty()) {
      const Printed& before = kept.back();
      if (before.span.overlaps(p.span) && before.value == p.value) continue;
      if (is_part(n, before.span, p.span)) continue;
    }
    kept.push_back(p);
  }
  all = std::move(kept);
}

/// Adds up one kind over a stretch that `same` holds together: equal numbers are repetitions.
template <class Same>
std::optional<Decimal> add_up(const std::vector<Printed>& all, std::size_t kind, std::size_t& i,
                              Same same) {
  std::set<Decimal> seen;
  std::optional<Decimal> total = Decimal{};
  const std::size_t first = i;
  for (; i < all.size() && same(all[first], all[i]); ++i) {
    if (all[i].kind == kind && seen.insert(all[i].value).second && total) {
      total = sum(*total, all[i].value);
    }
  }
  return seen.empty() ? std::nullopt : total;
}

/// One kind: what every paragraph outside findings says, else the sum over findings.
Stated stated_once(const std::vector<Printed>& all, std::size_t kind) {
  Stated out;
  for (std::size_t i = 0; i < all.size();) {
    const auto value = add_up(all, kind, i, [](const Printed& a, const Printed& b) {
      return a.paragraph == b.paragraph && (a.finding == 0) == (b.finding == 0);
    });
    if (value && all[i - 1].finding == 0) out.state(*value);
  }
  if (out.any()) return out;
  std::optional<Decimal> total;
  for (std::size_t i = 0; i < all.size();) {
    const auto value = add_up(
        all, kind, i, [](const Printed& a, const Printed& b) { return a.finding == b.finding; });
    if (!value) continue;
    total = total ? sum(*total, *value) : value;
    if (!total) return {};
  }
  if (total) out.state(*total);
  return out;
}

/// The entries of the kinds asked for, each kind by itself, then together.
template <class Kind, class List, class Value>
Stated of_kinds(const Notice& n, const List& list, std::initializer_list<Kind> kinds,
                Value value_of) {
  std::vector<Printed> all;
  for (const auto& entry : list) {
    const auto kind = std::find(kinds.begin(), kinds.end(), entry.kind);
    if (kind == kinds.end()) continue;
    if (const std::optional<Decimal> value = value_of(entry)) {
      all.push_back(
          {static_cast<std::size_t>(kind - kinds.begin()), reduced(*value), entry.span, 0, 0});
    }
  }
  settle(n, all);
  Stated out;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    out = together(out, stated_once(all, kind));
  }
  return out;
}

bool counts_people(std::string_view unit) {
  return unit.empty() || unit == "人" || unit == "名" || unit == "人次" || unit == "位";
}

}  // namespace

Decimal reduced(Decimal value) {
  while (value.places > 0 && value.units % 10 == 0) {
    value.units /= 10;
    --value.places;
  }
  return value;
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  const std::uint8_t places = std::max(a.places, b.places);
  if (!scale_to(a, places) || !scale_to(b, places)) return std::nullopt;
  if (__builtin_add_overflow(a.units, b.units, &a.units)) return std::nullopt;
  return reduced(a);
}

void Stated::state(Decimal value) {
  value = reduced(value);
  if (std::find(values.begin(), values.end(), value) != values.end()) return;
  if (values.size() == most_values) {
    more = true;
  } else {
    values.push_back(value);
  }
}

std::string Stated::words(Language lang) const {
  std::string out;
  for (const Decimal value : values) {
    if (!out.empty()) out += lang == Language::en ? "; " : "、";
    out += to_string(value);
  }
  if (more) out += lang == Language::en ? "; …" : "等";
  return out;
}

Cell Stated::cell(Language lang) const {
  if (values.empty()) return {};
  if (values.size() == 1) return values[0];
  return words(lang);
}

Stated together(const Stated& a, const Stated& b) {
  if (!a.any()) return b;
  if (!b.any()) return a;
  Stated out;
  out.added_up = a.added_up || b.added_up;
  out.more = a.more || b.more;
  for (const Decimal x : a.values) {
    for (const Decimal y : b.values) {
      if (const auto both = sum(x, y)) out.state(*both);
    }
  }
  return out;
}

Stated claim_of(const Notice& notice, ClaimKind kind) {
  Stated out;
  for (const Claim& claim : notice.claims) {
    if (claim.kind == kind && claim.scope == "document") out.state(claim.value);
  }
  if (out.any()) return out;
  // Per unit: the scope is a name, not a finding's id or a word of the contract.
  std::map<std::string_view, Stated> units;
  for (const Claim& claim : notice.claims) {
    if (claim.kind != kind || claim.scope.empty()) continue;
    if (static_cast<unsigned char>(claim.scope[0]) >= 0x80) units[claim.scope].state(claim.value);
  }
  if (kind == ClaimKind::completion_rate && units.size() > 1) return {};
  for (const auto& [name, stated] : units) out = together(out, stated);
  out.added_up = units.size() > 1;
  return out;
}

Stated people_of(const Notice& notice, std::initializer_list<AccountabilityKind> kinds) {
  return of_kinds(notice, notice.accountability, kinds,
                  [](const Accountability& a) -> std::optional<Decimal> {
                    return counts_people(a.unit) ? std::optional(a.value) : std::nullopt;
                  });
}

Stated money_of(const Notice& notice, std::initializer_list<MoneyKind> kinds) {
  return of_kinds(notice, notice.money, kinds, [](const Money& m) -> std::optional<Decimal> {
    Decimal value = m.yuan;
    value.places = static_cast<std::uint8_t>(value.places + 4);
    return reduced(value);
  });
}

void Total::add(const Stated& stated) {
  if (!stated.any()) {
    ++unstated_;
  } else if (stated.differs()) {
    ++differing_;
  } else {
    ++summed_;
    if (sum_) sum_ = sum(*sum_, stated.values[0]);
  }
}

Cell Total::cell() const {
  if (summed_ == 0 || !sum_) return {};
  return *sum_;
}

}  // namespace noticekit
