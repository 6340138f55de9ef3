// count.*: whether stated totals agree with the text and with each other.
#include <algorithm>
#include <cmath>
#include <set>

#include "report/audit/check.hpp"
#include "report/audit/items.hpp"
#include "report/tally.hpp"

namespace noticekit::audit {
namespace {

double number(Decimal d) { return static_cast<double>(d.units) / std::pow(10.0, d.places); }

/// The states that findings are counted by, from done to not done.
constexpr ClaimKind states[] = {
    ClaimKind::findings_completed,   ClaimKind::findings_basically_completed,
    ClaimKind::findings_phased,      ClaimKind::findings_long_term,
    ClaimKind::findings_in_progress, ClaimKind::findings_not_completed};

std::string words(const std::vector<const Claim*>& claims) {
  std::string out;
  for (const Claim* c : claims) {
    const std::string value = to_string(c->value);
    if (out.find(value) != std::string::npos) continue;
    out += (out.empty() ? "" : "、") + value;
  }
  return out;
}

bool any_equals(const std::vector<const Claim*>& claims, std::size_t count) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim* c) {
    return reduced(c->value) == Decimal{static_cast<std::int64_t>(count), 0};
  });
}

/// Whether `stated`, in percent, is `part` of `whole` as far as its own places go, rounded or cut.
bool is_rate(Decimal stated, double part, double whole) {
  const double step = std::pow(10.0, -static_cast<double>(stated.places));
  return whole > 0 && std::abs(100.0 * part / whole - number(stated)) < step;
}

/// Numbers of a sentence with 其中: what stands before it, and the parts after it.
struct Parts {
  const Quantity* whole = nullptr;
  std::vector<const Quantity*> parts;
  Span sentence;
  [[nodiscard]] double sum() const {
    double out = 0;
    for (const Quantity* p : parts) out += number(p->value);
    return out;
  }
};

std::vector<Parts> parts_of(const Notice& n) {
  std::vector<Parts> out;
  const Span all{0, n.text.utf8.size()};
  std::size_t first = 0;
  each_sentence(n, all, [&](Span sentence) {
    while (first < n.quantities.size() && n.quantities[first].span.begin < sentence.begin) ++first;
    const std::size_t among = n.view(sentence).find("其中");
    if (among == std::string_view::npos) return;
    Parts found;
    found.sentence = sentence;
    for (std::size_t i = first;
         i < n.quantities.size() && n.quantities[i].span.begin < sentence.end; ++i) {
      const Quantity& q = n.quantities[i];
      if (q.unit == "岁") continue;  // an age is no whole and no part
      if (q.span.begin.value < sentence.begin.value + among) {
        found.whole = &q;
      } else if (found.whole != nullptr && q.unit == found.whole->unit) {
        found.parts.push_back(&q);
      }
    }
    if (found.whole == nullptr || found.parts.empty()) return;
    // The whole stands in the clause before 其中.
    const std::size_t end = found.whole->span.end.value;
    const Span rest =
        clause_at(n, {end, std::size_t{sentence.end.value}}, static_cast<std::uint32_t>(end));
    if (rest.end.value + 3U >= sentence.begin.value + among) out.push_back(std::move(found));
  });
  return out;
}

}  // namespace

bool findings_mismatch(Audited& a) {
  const auto stated = a.claims(ClaimKind::findings_total);
  if (!a.answers() || stated.empty()) return false;
  const std::vector<std::size_t> depths = items_by_depth(a.n);
  std::string counts, fitting;
  for (std::size_t d = 0; d < depths.size(); ++d) {
    const std::string said =
        a.lang == Language::en
            ? std::to_string(depths[d]) + " at depth " + std::to_string(d + 1)
            : "第" + std::to_string(d + 1) + "层" + std::to_string(depths[d]) + "个";
    counts += (counts.empty() ? "" : a.lang == Language::en ? ", " : "、") + said;
    if (any_equals(stated, depths[d]))
      fitting += (fitting.empty() ? "" : a.lang == Language::en ? ", " : "、") + said;
  }
  if (fitting.empty() && any_equals(stated, a.n.findings.size()))
    fitting = std::to_string(a.n.findings.size());
  if (!fitting.empty()) {
    a.note = phrased(a.lang, "载明{}个问题，与{}相符", "{} stated, as listed: {}",
                     {words(stated), fitting});
    return true;
  }
  a.raise("载明反馈问题{}个，正文列出{}个，各层条目数（{}）均不相符",
          "{} findings stated; {} listed, and no depth has that many items ({})",
          {words(stated), std::to_string(a.n.findings.size()), counts}, stated.front()->span);
  return true;
}

bool aspects_mismatch(Audited& a) {
  const auto stated = a.claims(ClaimKind::aspects_total);
  if (!a.answers() || stated.empty()) return false;
  const std::vector<std::size_t> depths = items_by_depth(a.n);
  const std::size_t groups = groups_of(a.n);
  if (groups == 0) return false;  // nothing is grouped, so nothing contradicts
  if (any_equals(stated, groups)) return true;
  for (std::size_t d = 0; d + 1 < depths.size(); ++d) {
    if (any_equals(stated, depths[d])) return true;
  }
  a.raise("载明{}个方面，正文分为{}组", "{} aspects stated, {} groups in the text",
          {words(stated), std::to_string(groups)}, stated.front()->span);
  return true;
}

bool measures_mismatch(Audited& a) {
  const auto stated = a.claims(ClaimKind::measures_total);
  if (!a.answers() || stated.empty()) return false;
  std::size_t listed = 0;
  for (const Finding& f : a.n.findings) listed += f.measures.size();
  if (any_equals(stated, listed)) return true;
  a.raise("载明整改措施{}条，正文逐条列出{}条", "{} measures stated, {} itemised in the text",
          {words(stated), std::to_string(listed)}, stated.front()->span);
  return true;
}

bool status_sum(Audited& a) {
  const auto totals = a.claims(ClaimKind::findings_total);
  if (totals.empty()) return false;
  double sum_all = 0, long_term = 0;
  std::string listed;
  std::size_t kinds = 0;
  Field quote;
  for (const ClaimKind kind : states) {
    const auto stated = a.claims(kind);
    if (stated.empty()) continue;
    ++kinds;
    sum_all += number(stated.front()->value);
    if (kind == ClaimKind::findings_long_term) long_term = number(stated.front()->value);
    listed += (listed.empty() ? "" : "+") + to_string(stated.front()->value);
    if (!quote) quote = stated.front()->span;
  }
  if (kinds == 0) return false;
  for (const Claim* total : totals) {
    const double whole = number(total->value);
    // One state alone leaves the rest untold, which is no contradiction; long-term findings may be
    // among the phased ones.
    if (sum_all == whole || sum_all - long_term == whole || (kinds == 1 && sum_all < whole))
      return true;
  }
  a.raise("各完成状态之和（{}）与问题总数{}不符",
          "the states add up to {}, which is not the total of {}", {listed, words(totals)}, quote);
  return true;
}

bool rate(Audited& a) {
  const auto stated = a.claims(ClaimKind::completion_rate);
  const auto totals = a.claims(ClaimKind::findings_total);
  bool applies = false;
  if (!stated.empty() && !totals.empty() && !a.claims(ClaimKind::findings_completed).empty()) {
    applies = true;
    bool fits = false;
    std::string parts;
    for (const Claim* total : totals) {
      double part = 0;
      for (const ClaimKind kind : states) {
        if (kind == ClaimKind::findings_in_progress) break;
        const auto of_kind = a.claims(kind);
        if (of_kind.empty()) continue;
        part += number(of_kind.front()->value);
        for (const Claim* r : stated) fits |= is_rate(r->value, part, number(total->value));
      }
    }
    if (!fits)
      a.raise("完成率{}%与载明的{}/{}不符", "a rate of {}% is not {} out of {}",
              {words(stated), words(a.claims(ClaimKind::findings_completed)), words(totals)},
              stated.front()->span);
  }
  // Rates of single findings: 共60次，其中…40次、…13次，雷同率88%.
  for (const Parts& p : parts_of(a.n)) {
    for (const Span hit : hits_of(a.rules.answers, "rate", a.n, p.sentence)) {
      if (hit.begin < p.whole->span.begin) continue;
      const std::size_t digits = a.view(hit).find_first_of("0123456789");
      const auto value = read_numeral(a.view(hit).substr(digits));
      if (!value) continue;
      applies = true;
      bool fits = is_rate(value->value, p.sum(), number(p.whole->value));
      for (const Quantity* q : p.parts)
        fits |= is_rate(value->value, number(q->value), number(p.whole->value));
      if (!fits)
        a.raise("{}与所列的部分和总数不符", "{} is not what the parts and the whole give",
                {quoted(a.view(hit))}, p.sentence);
    }
  }
  return applies;
}

bool part_over_whole(Audited& a) {
  const auto all = parts_of(a.n);
  for (const Parts& p : all) {
    const double whole = number(p.whole->value);
    if (p.sum() <= whole) continue;
    a.raise("“其中”各部分之和大于总数{}", "the parts after 其中 exceed the whole of {}",
            {to_string(p.whole->value) + p.whole->unit}, p.sentence);
  }
  return !all.empty();
}

bool claims_conflict(Audited& a) {
  bool any = false;
  std::vector<ClaimKind> kinds{ClaimKind::aspects_total, ClaimKind::findings_total,
                               ClaimKind::measures_total};
  kinds.insert(kinds.end(), std::begin(states), std::end(states));
  for (const ClaimKind kind : kinds) {
    const auto stated = a.claims(kind);
    any |= !stated.empty();
    const auto other = std::find_if(stated.begin(), stated.end(), [&](const Claim* c) {
      return reduced(c->value) != reduced(stated.front()->value);
    });
    if (other == stated.end()) continue;
    a.raise("同一总数前后不一：{}与{}",
            "one total is stated twice with different values: {} and {}",
            {quoted(a.view(stated.front()->span)), quoted(a.view((*other)->span))}, (*other)->span);
  }
  return any;
}

bool no_totals(Audited& a) {
  if (!a.answers() || !a.counts()) return false;
  if (a.claims(ClaimKind::findings_total).empty() &&
      a.claims(ClaimKind::findings_completed).empty())
    a.raise("未载明反馈问题总数或完成数", "neither a total of findings nor of those completed");
  return true;
}

bool residual_unidentified(Audited& a) {
  if (!a.answers() || a.claims(ClaimKind::findings_total).empty()) return false;
  const auto listed = [&](std::initializer_list<StatusValue> values) {
    return std::count_if(a.n.findings.begin(), a.n.findings.end(), [&](const Finding& f) {
      return std::find(values.begin(), values.end(), f.status.value) != values.end();
    });
  };
  const auto compare = [&](std::initializer_list<ClaimKind> kinds,
                           std::initializer_list<StatusValue> values) {
    double stated = 0;
    Field quote;
    for (const ClaimKind kind : kinds) {
      for (const Claim* c : a.claims(kind)) {
        if (number(c->value) > stated) stated = number(c->value), quote = c->span;
      }
    }
    const auto found = listed(values);
    if (stated <= static_cast<double>(found)) return;
    a.raise("载明{}，正文中能认出的只有{}个",
            "{} stated, but only {} of them can be told in the text",
            {quoted(a.view(*quote)), std::to_string(found)}, quote);
  };
  compare({ClaimKind::findings_basically_completed}, {StatusValue::basically_completed});
  compare({ClaimKind::findings_phased, ClaimKind::findings_long_term},
          {StatusValue::phased_long_term});
  compare({ClaimKind::findings_in_progress}, {StatusValue::in_progress});
  compare({ClaimKind::findings_not_completed}, {StatusValue::not_completed});
  return true;
}

}  // namespace noticekit::audit
