#include "extract/date.hpp"

#include <chrono>
#include <cstdio>
#include <initializer_list>

#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_digit(std::string_view s, std::size_t i) {
  return i < s.size() && s[i] >= '0' && s[i] <= '9';
}

std::size_t digits_at(std::string_view s, std::size_t i) {
  std::size_t e = i;
  while (is_digit(s, e)) ++e;
  return e - i;
}

int number(std::string_view s) {
  int v = 0;
  for (const char c : s) v = v * 10 + (c - '0');
  return v;
}

bool stands(std::string_view s, std::size_t i, std::string_view what) {
  return s.substr(i, what.size()) == what;
}

bool is_day(int year, int month, int day) {
  if (day < 1) return false;
  const auto y = year == 0 ? 2000 : year;  // 29 February of an unknown year may exist
  return (std::chrono::year{y} / month / day).ok();
}

/// Reads dates at one place of a text; every function returns the end of what it read, or 0.
class DateAt {
 public:
  explicit DateAt(std::string_view s) : s_(s) {}

  /// 2024年6月5日, 2024年6月上旬, 6月5日, 2024年. `i` stands on a digit that begins a run.
  std::size_t arabic(std::size_t i, Date& d) const {
    const std::size_t n = digits_at(s_, i);
    if (n == 4 && stands(s_, i + 4, "年")) {
      const int year = number(s_.substr(i, 4));
      if (year < 1900 || year > 2099) return 0;
      d.year = static_cast<std::int16_t>(year);
      d.precision = Precision::year;
      const std::size_t after = i + 7;
      const std::size_t end = month_day(after, d);
      return end != 0 ? end : after;
    }
    return n <= 2 ? month_day(i, d) : 0;
  }

  /// 2024-06-05, 2024.6.5, 2024/6/5
  std::size_t dotted(std::size_t i, Date& d) const {
    if (digits_at(s_, i) != 4 || i + 5 >= s_.size()) return 0;
    const char sep = s_[i + 4];
    if (sep != '-' && sep != '.' && sep != '/') return 0;
    const std::size_t m = digits_at(s_, i + 5);
    const std::size_t at = i + 5 + m;
    if (m == 0 || m > 2 || at >= s_.size() || s_[at] != sep) return 0;
    const std::size_t n = digits_at(s_, at + 1);
    const int year = number(s_.substr(i, 4));
    const int month = number(s_.substr(i + 5, m));
    if (n == 0 || n > 2 || year < 1900 || year > 2099 || month < 1 || month > 12) return 0;
    const int day = number(s_.substr(at + 1, n));
    if (!is_day(year, month, day)) return 0;
    d.year = static_cast<std::int16_t>(year);
    d.month = static_cast<std::uint8_t>(month);
    d.day = static_cast<std::uint8_t>(day);
    d.precision = Precision::day;
    return at + 1 + n;
  }

  /// 二〇二四年六月五日
  std::size_t chinese(std::size_t i, Date& d) const {
    std::size_t e = i;
    int year = 0;
    while (chinese_digit(utf8::at(s_, e)) >= 0 && e - i < 12) {
      year = year * 10 + chinese_digit(utf8::at(s_, e));
      e += 3;
    }
    if (e - i != 12 || !stands(s_, e, "年") || year < 1900 || year > 2099) return 0;
    d.year = static_cast<std::int16_t>(year);
    d.precision = Precision::year;
    e += 3;
    const auto month = read_plain_numeral(s_.substr(e));
    if (!month || !stands(s_, e + month->length, "月") || month->value.units < 1 ||
        month->value.units > 12)
      return e;
    d.month = static_cast<std::uint8_t>(month->value.units);
    d.precision = Precision::month;
    e += month->length + 3;
    const auto day = read_plain_numeral(s_.substr(e));
    if (!day || !stands(s_, e + day->length, "日") ||
        !is_day(year, d.month, static_cast<int>(day->value.units)))
      return e;
    d.day = static_cast<std::uint8_t>(day->value.units);
    d.precision = Precision::day;
    return e + day->length + 3;
  }

  /// 201年9月日, 2024717日, 319日: digits were lost. The words are kept, there is no value.
  std::size_t damaged(std::size_t i) const {
    const std::size_t n = digits_at(s_, i);
    const std::size_t after = i + n;
    if (n >= 5 && n <= 8 && stands(s_, i, "20") && stands(s_, after, "日")) return after + 3;
    if (n == 3 && stands(s_, after, "日")) return after + 3;
    if ((n == 4 || n == 3) && stands(s_, after, "年")) {
      if (n == 4 && (number(s_.substr(i, 4)) < 1900 || number(s_.substr(i, 4)) > 2099)) return 0;
      const std::size_t m = digits_at(s_, after + 3);
      if (m > 2 || !stands(s_, after + 3 + m, "月")) return 0;
      std::size_t e = after + 3 + m + 3;
      const std::size_t day = digits_at(s_, e);
      if (day <= 2 && stands(s_, e + day, "日")) e += day + 3;
      return n == 3 || m == 0 || (day == 0 && stands(s_, e - 3, "日")) ? e : 0;
    }
    return 0;
  }

 private:
  std::size_t month_day(std::size_t i, Date& d) const {
    const std::size_t m = digits_at(s_, i);
    if (m == 0 || m > 2 || !stands(s_, i + m, "月")) return 0;
    const int month = number(s_.substr(i, m));
    if (month < 1 || month > 12) return 0;
    std::size_t e = i + m + 3;
    const std::size_t n = digits_at(s_, e);
    if (n >= 1 && n <= 2 && stands(s_, e + n, "日")) {
      const int day = number(s_.substr(e, n));
      if (!is_day(d.year, month, day)) return 0;
      d.day = static_cast<std::uint8_t>(day);
      d.precision = Precision::day;
      e += n + 3;
    } else {
      if (stands(s_, e, "日")) return 0;  // 9月日: the day was lost
      d.precision = Precision::month;
      for (const char* part : {"上旬", "中旬", "下旬", "初", "底", "末"}) {
        if (stands(s_, e, part)) e += std::string_view(part).size();
      }
    }
    d.month = static_cast<std::uint8_t>(month);
    return e;
  }

  std::string_view s_;
};

}  // namespace

std::vector<Date> find_dates(std::string_view text, Span region) {
  std::vector<Date> out;
  const std::string_view s = text.substr(0, region.end.value);
  const DateAt reader(s);
  for (std::size_t i = region.begin.value; i < s.size();) {
    const auto lead = static_cast<unsigned char>(s[i]);
    Date d;
    std::size_t end = 0;
    std::size_t skip = utf8::length(lead);
    if (is_digit(s, i)) {
      skip = digits_at(s, i);
      end = reader.arabic(i, d);
      if (end == 0) end = reader.dotted(i, d);
      if (const std::size_t e = reader.damaged(i); e > end) {
        d = Date{};
        end = e;
      }
    } else if (lead == 0xE4 || lead == 0xE3 || lead == 0xE2) {  // 二 〇 ○ begin Chinese years
      end = reader.chinese(i, d);
    }
    if (end != 0) {
      d.span = {i, end};
      out.push_back(d);
      i = end;
    } else {
      i += skip;
    }
  }
  return out;
}

Date first_date(std::string_view text, Span region) {
  const auto dates = find_dates(text, region);
  return dates.empty() ? Date{} : dates.front();
}

void inherit_year(Date& date, const Date& earlier) {
  if (date.year != 0 || earlier.year == 0 || date.precision == Precision::none) return;
  date.year = static_cast<std::int16_t>(earlier.year + (date.month < earlier.month ? 1 : 0));
  date.basis = DateBasis::inherited;
}

bool joins_dates(std::string_view text, const Date& first, const Date& second) {
  if (first.span.end > second.span.begin) return false;
  const std::string_view between = slice(text, {first.span.end, second.span.begin});
  for (const char* word :
       {"至", "到", "—", "——", "-", "－", "–", "~", "～", "起至", "开始至", "直至"}) {
    if (between == word) return true;
  }
  return false;
}

std::string iso(const Date& d) {
  char buffer[16] = "";
  if (d.year == 0) return buffer;
  if (d.precision == Precision::day) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", d.year, d.month, d.day);
  } else if (d.precision == Precision::month) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", d.year, d.month);
  } else if (d.precision == Precision::year) {
    std::snprintf(buffer, sizeof buffer, "%04d", d.year);
  }
  return buffer;
}

}  // namespace noticekit
