// date.*: the order of dates, the time between them, and dates that cannot be read.
#include "extract/date.hpp"

#include <algorithm>
#include <chrono>

#include "report/audit/check.hpp"

namespace noticekit::audit {
namespace {

using Days = std::chrono::sys_days;

std::optional<Days> day_of(const std::optional<Date>& d) {
  if (!d || d->precision != Precision::day) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(d->year), std::chrono::month(d->month),
                                        std::chrono::day(d->day)};
  return ymd.ok() ? std::optional<Days>(ymd) : std::nullopt;
}

/// Whether `a` is surely before `b`, as far as both are known.
bool before(const Date& a, const Date& b) {
  if (a.precision == Precision::none || b.precision == Precision::none) return false;
  if (a.year != b.year) return a.year < b.year;
  if (a.precision == Precision::year || b.precision == Precision::year) return false;
  if (a.month != b.month) return a.month < b.month;
  return a.precision == Precision::day && b.precision == Precision::day && a.day < b.day;
}

Days months_later(Days from, int months) {
  std::chrono::year_month_day ymd{from};
  ymd += std::chrono::months(months);
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
  return ymd;
}

/// Dates with a year of their own that tell when something in the answers was done.
std::vector<std::pair<Date, std::int32_t>> acts_of(const Audited& a) {
  std::vector<std::pair<Date, std::int32_t>> out;
  for (std::size_t i = 0; i < a.n.findings.size(); ++i) {
    for (const Span part : a.answer_of(a.n.findings[i])) {
      for (const Date& d : find_dates(a.n.text.utf8, part)) {
        if (d.precision != Precision::day && d.precision != Precision::month) continue;
        if (d.year == 0) continue;  // its year would have to be inferred
        const Span clause = clause_at(a.n, part, d.span.begin.value);
        const auto other = hits_of(a.rules.dates, "no_act", a.n, clause);
        const bool no_act =
            std::any_of(other.begin(), other.end(), [&](Span hit) { return hit.overlaps(d.span); });
        if (!no_act) out.emplace_back(d, static_cast<std::int32_t>(i));
      }
    }
  }
  return out;
}

/// The words between two dates where they make a range of it.
bool ends_range(const Notice& n, const std::vector<Date>& dates, std::size_t i) {
  return i > 0 && joins_dates(n.text.utf8, dates[i - 1], dates[i]);
}

}  // namespace

bool date_order(Audited& a) {
  const Notice& n = a.n;
  struct Named {
    const std::optional<Date>* date;
    const char *zh, *en;
  };
  const Named order[] = {{&n.inspection_start, "巡察开始", "the inspection's start"},
                         {&n.inspection_end, "巡察结束", "its end"},
                         {&n.feedback, "反馈", "the feedback"},
                         {&n.published, "公布", "the publication"}};
  int known = 0;
  for (const Named& d : order) known += d.date->has_value() && !iso(**d.date).empty();
  if (known < 2) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) {
      if (!*order[i].date || !*order[j].date || !before(**order[j].date, **order[i].date)) continue;
      const auto name = [&](const Named& d) {
        return std::string(a.lang == Language::en ? d.en : d.zh) + " (" + iso(**d.date) + ")";
      };
      a.raise("{}早于{}", "{} is before {}", {name(order[j]), name(order[i])},
              (*order[j].date)->span);
    }
  }
  if (!n.published) return true;
  for (const auto& [act, finding] : acts_of(a)) {
    if (before(*n.published, act))
      a.raise("所述事项的日期{}晚于公布日期{}", "an act of {} is later than the publication of {}",
              {iso(act), iso(*n.published)}, act.span, finding);
  }
  return true;
}

bool overdue_publication(Audited& a) {
  const auto feedback = day_of(a.n.feedback), published = day_of(a.n.published);
  if (!a.counts() || !feedback || !published) return false;
  const int months = static_cast<int>(a.check->limit("months", 6));
  const auto days = (*published - *feedback).count();
  a.note = phrased(a.lang, "{}天", "{} days", {std::to_string(days)});
  if (*published > months_later(*feedback, months))
    a.raise("反馈后{}天公布，超过{}个月", "published {} days after the feedback, over {} months",
            {std::to_string(days), std::to_string(months)}, a.n.published->span);
  return true;
}

bool feedback_lag(Audited& a) {
  const auto end = day_of(a.n.inspection_end), feedback = day_of(a.n.feedback);
  if (!a.counts() || !end || !feedback) return false;
  const auto days = (*feedback - *end).count();
  a.note = phrased(a.lang, "{}天", "{} days", {std::to_string(days)});
  if (static_cast<double>(days) > a.check->limit("days", 90))
    a.raise("巡察结束后{}天才反馈", "feedback {} days after the inspection's end",
            {std::to_string(days)}, a.n.feedback->span);
  return true;
}

bool action_before_inspection(Audited& a) {
  if (!a.answers() || !a.n.inspection_start) return false;
  for (const auto& [act, finding] : acts_of(a)) {
    if (before(act, *a.n.inspection_start))
      a.raise("整改事项的日期{}早于巡察开始日期{}",
              "an act of {} is before the inspection began on {}",
              {iso(act), iso(*a.n.inspection_start)}, act.span, finding);
  }
  return true;
}

bool damaged_date(Audited& a) {
  for (const Defect& d : a.n.defects) {
    if (d.kind == "damaged_date")
      a.raise("日期{}缺少数字或年月日字样", "the date {} lost digits or units",
              {quoted(a.view(d.span))}, d.span);
  }
  return true;
}

bool yearless_date(Audited& a) {
  const Span all{0, a.n.text.utf8.size()};
  const auto dates = find_dates(a.n.text.utf8, all);
  std::vector<std::string> seen;
  for (const Span hit : hits_of(a.rules.dates, "yearless", a.n, all)) {
    bool in_range = false;
    for (std::size_t i = 0; i < dates.size(); ++i)
      in_range |= dates[i].span.overlaps(hit) && ends_range(a.n, dates, i);
    std::string words(a.view(hit));
    if (in_range || std::find(seen.begin(), seen.end(), words) != seen.end()) continue;
    a.raise("日期{}没有年份，须由上下文推定", "the date {} has no year of its own", {quoted(words)},
            hit);
    seen.push_back(std::move(words));
  }
  return true;
}

}  // namespace noticekit::audit
