// Stretches of time: two dates that are joined, 2022-2027年, a year or a month alone.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <initializer_list>

#include "extract/at.hpp"
#include "extract/date.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// 1995 or 2008.03 at `i`, digits that nothing follows.
std::size_t year_or_month(std::string_view s, std::size_t i, Date& d) {
  int year = 0;
  std::size_t e = i;
  for (; is_digit(s, e); ++e) {
    if (e - i == 4) return 0;
    year = year * 10 + (s[e] - '0');
  }
  if (e - i != 4 || year < 1900 || year > 2099) return 0;
  d = {};
  d.year = static_cast<std::int16_t>(year);
  d.precision = Precision::year;
  if (stands(s, e, ".") && is_digit(s, e + 1)) {
    int month = s[e + 1] - '0';
    std::size_t m = e + 2;
    if (is_digit(s, m)) month = month * 10 + (s[m++] - '0');
    if (month < 1 || month > 12 || is_digit(s, m) || stands(s, m, ".")) return 0;
    d.month = static_cast<std::uint8_t>(month);
    d.precision = Precision::month;
    e = m;
  }
  d.span = {i, e};
  return e;
}

/// 1995-1997年, 1999.08-2002.02, 从2016-2018: ends that are no dates when they stand alone. Years
/// need a word that says so.
std::size_t bare_period(std::string_view s, std::size_t i, Period& p) {
  std::size_t e = year_or_month(s, i, p.first);
  if (e == 0) return 0;
  while (stands(s, e, " ")) ++e;
  const std::size_t join = joiner(s, e);
  if (join == 0) return 0;
  e += join;
  while (stands(s, e, " ")) ++e;
  const std::size_t end = year_or_month(s, e, p.last);
  if (end == 0 || p.last.year < p.first.year ||
      (p.last.year == p.first.year && p.last.month != 0 && p.last.month <= p.first.month))
    return 0;
  const bool named =
      stands(s, end, "年") || (i >= 3 && (stands(s, i - 3, "从") || stands(s, i - 3, "自")));
  const bool months = p.first.precision == Precision::month;
  if (!named && !months) return 0;
  if (!stands(s, end, "年")) return end;
  p.last.span.end = TextOffset(end + 3);
  return p.last.precision == Precision::year ? end + 3 : 0;
}

/// With 自 or 从 before and 止, 期间, 内 after it.
void widen(std::string_view s, std::size_t free, Period& p) {
  const std::size_t b = p.span.begin.value;
  if (b >= free + 3 && (stands(s, b - 3, "自") || stands(s, b - 3, "从") || stands(s, b - 3, "從")))
    p.span.begin = TextOffset(b - 3);
  const std::size_t e = p.span.end.value;
  if (stands(s, e, "止") || (stands(s, e, "内") && !stands(s, e, "内部")))
    p.span.end = TextOffset(e + 3);
}

std::string day(const Date& d, bool last) {
  if (d.year == 0 || d.precision == Precision::none) return {};
  using namespace std::chrono;
  const int m = d.precision == Precision::year ? (last ? 12 : 1) : d.month;
  const year_month ym = year{d.year} / m;
  const auto end = static_cast<unsigned>(year_month_day_last{ym / std::chrono::last}.day());
  const unsigned n = d.precision == Precision::day ? d.day : last ? end : 1;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02u", d.year, m, n);
  return buffer;
}

/// Periods whose ends are bare figures.
std::vector<Period> bare_periods(std::string_view text) {
  std::vector<Period> out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text, i)) {
      ++i;
      continue;
    }
    Period p;
    const bool after_point = i > 0 && (text[i - 1] == '.' || text[i - 1] == '-');
    if (const std::size_t end = after_point ? 0 : bare_period(text, i, p); end != 0) {
      p.span = {i, end};
      out.push_back(p);
      i = end;
    } else {
      while (is_digit(text, i)) ++i;
    }
  }
  return out;
}

/// Periods of dates that are dates by themselves.
std::vector<Period> dated_periods(std::string_view text) {
  std::vector<Period> out;
  const auto dates = find_dates(text);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    Period p{dates[i].span, dates[i], dates[i]};
    if (dates[i].precision == Precision::none) continue;
    if (i + 1 < dates.size() && dates[i + 1].precision != Precision::none &&
        joins_dates(text, dates[i], dates[i + 1])) {
      p.last = dates[++i];
      inherit_year(p.last, p.first);
      p.span.end = p.last.span.end;
    } else if (p.first.precision == Precision::day) {
      continue;
    }
    out.push_back(p);
  }
  return out;
}

}  // namespace

std::string first_day(const Date& date) { return day(date, false); }
std::string last_day(const Date& date) { return day(date, true); }

std::vector<Period> find_periods(std::string_view text) {
  std::vector<Period> out = bare_periods(text);
  const std::size_t bare = out.size();
  for (const Period& p : dated_periods(text)) {
    const bool taken = std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(bare),
                                   [&](const Period& b) { return b.span.overlaps(p.span); });
    if (!taken) out.push_back(p);
  }
  std::sort(out.begin(), out.end(),
            [](const Period& a, const Period& b) { return a.span.begin < b.span.begin; });
  std::size_t free = 0;
  for (Period& p : out) {
    widen(text, free, p);
    free = p.span.end.value;
  }
  return out;
}

}  // namespace noticekit
