#include "extract/date.hpp"

#include <algorithm>
#include <chrono>
#include <initializer_list>

#include "extract/at.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

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

bool is_day(int year, int month, int day) {
  if (day < 1 || month < 1 || month > 12) return false;
  const auto y = year == 0 ? 2000 : year;  // 29 February of an unknown year may exist
  return (std::chrono::year{y} / month / day).ok();
}

bool is_year(int year) { return year >= 1900 && year <= 2099; }

std::size_t blanks(std::string_view s, std::size_t i) {
  std::size_t e = i;
  while (stands(s, e, " ") || stands(s, e, "\u3000")) e += s[e] == ' ' ? 1 : 3;
  return e - i;
}

/// Whether a word that joins the ends of a period may begin so.
bool begins_joiner(char32_t c) {
  switch (c) {
    case U'至':
    case U'到':
    case U'—':
    case U'-':
    case U'–':
    case U'－':
    case U'起':
    case U'开':
    case U'直':
    case U'―':
    case U'─':
    case U'～':
    case U'~':
    case U'〜':
      return true;
    default:
      return false;
  }
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
      if (!is_year(year)) return 0;
      d.year = static_cast<std::int16_t>(year);
      d.precision = Precision::year;
      const std::size_t after = i + 7;
      std::size_t end = month_day(after, d);
      if (end == 0) end = chinese_month_day(after, d, false);  // 2024年六月5日
      return end != 0 ? end : part_of_year(after);
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
    if (n == 0 || n > 2) return 0;
    const int year = number(s_.substr(i, 4));
    const int month = number(s_.substr(i + 5, m));
    const int day = number(s_.substr(at + 1, n));
    if (!is_year(year) || !is_day(year, month, day)) return 0;
    d.year = static_cast<std::int16_t>(year);
    set(d, month, day);
    return at + 1 + n;
  }

  /// 二〇二四年六月五日, 六月五日, 十二月底
  std::size_t chinese(std::size_t i, Date& d) const {
    std::size_t e = i;
    int year = 0;
    int digits = 0;
    for (; digits < 4; ++digits) {
      const char32_t c = utf8::at(s_, e);
      // The circle is often typed as a letter or an Arabic zero: 二O二四年.
      const int digit = c == U'0' || c == U'O' || c == U'o' ? 0 : chinese_digit(c);
      if (digit < 0) break;
      year = year * 10 + digit;
      e += utf8::length(static_cast<unsigned char>(s_[e]));
    }
    if (digits == 4 && stands(s_, e, "年") && is_year(year)) {
      d.year = static_cast<std::int16_t>(year);
      d.precision = Precision::year;
      const std::size_t end = chinese_month_day(e + 3, d, false);
      return end != 0 ? end : part_of_year(e + 3);
    }
    return chinese_month_day(i, d, true);
  }

  /// The right-hand side of a period that names the day alone: 6月5日至25日.
  std::size_t day_alone(std::size_t i, const Date& left, Date& d) const {
    const Day day = day_at(i);
    if (day.value == 0 || left.precision != Precision::day) return 0;
    if (day.value <= left.day || !is_day(left.year, left.month, day.value)) return 0;
    d.year = left.year;
    d.basis = DateBasis::inherited;
    set(d, left.month, day.value);
    return day.end;
  }

  /// 201年9月日, 2024717日, 319日: digits were lost; 2023年6月31日: no such day. The words are
  /// kept, there is no value.
  std::size_t damaged(std::size_t i) const {
    const std::size_t n = digits_at(s_, i);
    const std::size_t after = i + n;
    if (n >= 5 && n <= 8 && stands(s_, i, "20") && stands(s_, after, "日")) return after + 3;
    if ((n == 3 || n == 4) && stands(s_, after, "日")) {
      // 319日 may be 3月19日; 365日, 100日 and 120日内 are spans of time.
      const int month = number(s_.substr(i, n - 2));
      if (!is_day(0, month, number(s_.substr(after - 2, 2))) || s_[i] == '0') return 0;
      for (const std::string_view w : {"内", "以", "之内", "行动", "攻坚", "会战", "龄", "后", "前",
                                       "均", "化", "常", "志", "复", "里"}) {
        if (stands(s_, after + 3, w)) return 0;
      }
      return after + 3;
    }
    if ((n == 4 || n == 3) && stands(s_, after, "年")) {
      if (n == 4 && !is_year(number(s_.substr(i, 4)))) return 0;
      const std::size_t m = digits_at(s_, after + 3);
      if (m > 2 || !stands(s_, after + 3 + m, "月")) return 0;
      const std::size_t e = after + 3 + m + 3;
      const std::size_t gap = blanks(s_, e);
      const std::size_t day = digits_at(s_, e + gap);
      const bool day_said = day <= 2 && stands(s_, e + gap + day, "日");
      const std::size_t end = day_said ? e + gap + day + 3 : e;
      if (n == 3 || m == 0 || (day_said && day == 0)) return end;
      const int month = number(s_.substr(after + 3, m));
      if (month < 1 || month > 12) return end;
      if (day_said && gap == 0 &&
          !is_day(number(s_.substr(i, 4)), month, number(s_.substr(e, day))))
        return end;
      return 0;
    }
    if ((n == 1 || n == 2) && stands(s_, after, "月")) {
      const std::size_t day = digits_at(s_, after + 3);
      if (day == 0 || day > 2 || !stands(s_, after + 3 + day, "日")) return 0;
      if (is_day(0, number(s_.substr(i, n)), number(s_.substr(after + 3, day)))) return 0;
      return after + 3 + day + 3;
    }
    return 0;
  }

 private:
  struct Day {
    int value = 0;
    std::size_t end = 0;
  };

  /// 5日, 五日, 十五号
  [[nodiscard]] Day day_at(std::size_t i) const {
    const std::size_t n = digits_at(s_, i);
    if (n > 2) return {};
    if (n != 0) return day_word(i + n) ? Day{number(s_.substr(i, n)), i + n + 3} : Day{};
    const auto day = read_plain_numeral(s_.substr(i));
    if (!day || day->value.places != 0 || day->value.units > 31 || !day_word(i + day->length))
      return {};
    return {static_cast<int>(day->value.units), i + day->length + 3};
  }

  static void set(Date& d, int month, int day) {
    d.month = static_cast<std::uint8_t>(month);
    d.day = static_cast<std::uint8_t>(day);
    d.precision = day == 0 ? Precision::month : Precision::day;
  }

  [[nodiscard]] bool ends_line(std::size_t i) const { return i >= s_.size() || s_[i] == '\n'; }

  [[nodiscard]] bool day_word(std::size_t i) const {
    return stands(s_, i, "日") || stands(s_, i, "號") ||
           (stands(s_, i, "号") && !stands(s_, i + 3, "楼") && !stands(s_, i + 3, "院") &&
            !stands(s_, i + 3, "文"));
  }

  /// Steps over 上旬, 底 and the like after a month.
  [[nodiscard]] std::size_t part_of_month(std::size_t e) const {
    for (const std::string_view part : {"上旬", "中旬", "下旬", "初", "底", "末"}) {
      if (stands(s_, e, part) && !stands(s_, e, "初步")) return e + part.size();
    }
    return e;
  }

  [[nodiscard]] std::size_t part_of_year(std::size_t e) const {
    for (const std::string_view part : {"年底", "年初", "年末", "底", "初", "末"}) {
      if (stands(s_, e, part) && !stands(s_, e + part.size() - 3, "初步")) return e + part.size();
    }
    return e;
  }

  std::size_t month_day(std::size_t i, Date& d) const {
    const std::size_t m = digits_at(s_, i);
    if (m == 0 || m > 2) return 0;
    const int month = number(s_.substr(i, m));
    if (month < 1 || month > 12) return 0;
    if (const std::size_t join = joiner(s_, i + m); join != 0) {  // 6—8月
      const std::size_t right = i + m + join;
      const std::size_t r = digits_at(s_, right);
      if (r == 0 || r > 2 || !stands(s_, right + r, "月")) return 0;
      const int last = number(s_.substr(right, r));
      if (last <= month || last > 12) return 0;
      set(d, month, 0);
      return i + m;
    }
    if (!stands(s_, i + m, "月")) return 0;
    const std::size_t e = i + m + 3;
    const std::size_t n = digits_at(s_, e);
    if (n >= 1 && n <= 2) {
      const int day = number(s_.substr(e, n));
      const std::size_t join = joiner(s_, e + n);
      const std::size_t r = join == 0 ? 0 : digits_at(s_, e + n + join);
      const bool range = r >= 1 && r <= 2 && day_word(e + n + join + r);  // 6月5-25日
      if (range || day_word(e + n)) {
        if (!is_day(d.year, month, day)) return 0;
        set(d, month, day);
        return range ? e + n : e + n + 3;
      }
    }
    if (stands(s_, e + blanks(s_, e), "日")) return 0;              // 9月日: the day was lost
    if (const Day day = n == 0 && d.year != 0 ? day_at(e) : Day{};  // 2024年6月五日
        day.value != 0 && is_day(d.year, month, day.value)) {
      set(d, month, day.value);
      return day.end;
    }
    set(d, month, 0);
    return part_of_month(e);
  }

  /// `day_needed`: a month without a year must name a day or a part of it; 一月 alone may be a
  /// span of time.
  std::size_t chinese_month_day(std::size_t i, Date& d, bool day_needed) const {
    const auto month = read_plain_numeral(s_.substr(i));
    if (!month || month->value.places != 0 || !stands(s_, i + month->length, "月") ||
        month->value.units < 1 || month->value.units > 12)
      return 0;
    const std::size_t e = i + month->length + 3;
    const auto m = static_cast<int>(month->value.units);
    if (const Day day = day_at(e); day.value != 0 && is_day(d.year, m, day.value)) {
      set(d, m, day.value);
      return day.end;
    }
    if (const auto day = read_plain_numeral(s_.substr(e));
        day && d.year != 0 && ends_line(e + day->length) && day->value.places == 0 &&
        day->value.units <= 31 && is_day(d.year, m, static_cast<int>(day->value.units))) {
      set(d, m, static_cast<int>(day->value.units));  // a signature: 二〇二四年六月五
      return e + day->length;
    }
    const std::size_t end = part_of_month(e);
    if (day_needed && end == e) return 0;
    set(d, m, 0);
    return end;
  }

  std::string_view s_;
};

/// Whether a Chinese date may begin with the character at `i`: 一 to 九, 十.
bool may_begin_chinese(std::string_view s, std::size_t i) {
  const auto lead = static_cast<unsigned char>(s[i]);
  if (lead != 0xE4 && lead != 0xE5) return false;
  const char32_t c = utf8::at(s, i);
  if (c != U'十' && chinese_digit(c) < 1) return false;
  const char32_t next = utf8::at(s, i + 3);
  return next == U'月' || next == U'十' || next == U'一' || next == U'二' || next == U'九' ||
         next == U'0' || next == U'O' || next == U'o' || chinese_digit(next) == 0;
}

/// What may follow the first figure of a date: 2024年, 6月, 5日, 25号, 2024-06, 6至8月. Most
/// figures are none, and this tells.
bool goes_on_as_date(char32_t c) {
  switch (c) {
    case U'年':
    case U'月':
    case U'日':
    case U'号':
    case U'號':
    case U'.':
    case U'/':
      return true;
    default:
      return begins_joiner(c);
  }
}

/// The dates of a stretch. `each_numeral` calls its argument with every place where a number may
/// begin; that returns where to go on.
template <class EachNumeral>
std::vector<Date> read_dates(std::string_view s, EachNumeral each_numeral) {
  std::vector<Date> out;
  const DateAt reader(s);
  each_numeral([&](std::size_t i) {
    Date d;
    std::size_t end = 0;
    // The right side of a period: near enough to be joined by a word or a dash.
    const auto joined = [&] {
      const std::size_t left = out.empty() ? i : out.back().span.end.value;
      return left < i && i - left <= 9 && left + joiner(s, left) == i;
    };
    if (is_digit(s, i)) {
      if (!goes_on_as_date(utf8::at(s, i + digits_at(s, i)))) return i + 1;
      end = reader.arabic(i, d);
      if (end == 0) end = reader.dotted(i, d);
      if (end == 0 && joined()) end = reader.day_alone(i, out.back(), d);
      if (const std::size_t e = reader.damaged(i); e > end) {
        d = Date{};
        end = e;
      }
    } else {
      if (may_begin_chinese(s, i)) end = reader.chinese(i, d);
      if (end == 0 && joined()) end = reader.day_alone(i, out.back(), d);
    }
    if (end == 0) return i + 1;
    d.span = {i, end};
    if (out.empty()) out.reserve(8);
    out.push_back(d);
    return end;
  });
  return out;
}

}  // namespace

std::size_t joiner(std::string_view s, std::size_t i) {
  if (!begins_joiner(utf8::at(s, i))) return 0;
  for (const std::string_view word : {"起至", "开始至", "直至", "至", "到", "——", "—", "－－", "－",
                                      "--", "-", "–", "―", "─", "～", "~", "〜"}) {
    if (stands(s, i, word)) return word.size();
  }
  return 0;
}

std::vector<Date> find_dates(std::string_view text) { return find_dates(text, {0, text.size()}); }

std::vector<Date> find_dates(std::string_view text, Span region) {
  const std::string_view s = text.substr(0, region.end.value);
  return read_dates(s, [&](auto visit) {
    for (std::size_t i = region.begin.value; i < s.size();) {
      const auto lead = static_cast<unsigned char>(s[i]);
      const std::size_t step = is_digit(s, i) ? digits_at(s, i) : utf8::length(lead);
      const bool numeral = is_digit(s, i) || lead == 0xE4 || lead == 0xE5;
      i = std::max(numeral ? visit(i) : i, i + step);
    }
  });
}

std::vector<Date> find_dates(const MarkedDocument& document, Span region) {
  return read_dates(document.text.substr(0, region.end.value),
                    [&](auto visit) { document.each_numeral(region, visit); });
}

Date first_date(const MarkedDocument& document, Span region) {
  const auto dates = find_dates(document, region);
  return dates.empty() ? Date{} : dates.front();
}

void inherit_year(Date& date, const Date& earlier) {
  if (date.year != 0 || earlier.year == 0 || date.precision == Precision::none) return;
  date.year = static_cast<std::int16_t>(earlier.year + (date.month < earlier.month ? 1 : 0));
  date.basis = DateBasis::inherited;
}

bool joins_dates(std::string_view text, const Date& first, const Date& second) {
  if (first.span.end > second.span.begin) return false;
  const std::size_t from = first.span.end.value;
  const std::size_t to = second.span.begin.value;
  const std::size_t open = from + blanks(text, from);
  const std::size_t join = joiner(text, open);
  return join != 0 && open + join + blanks(text, open + join) == to;
}

std::string iso(const Date& d) {
  std::string out;
  if (d.year == 0 || d.precision == Precision::none) return out;
  const auto two = [&](int value) {
    out += static_cast<char>('0' + value / 10 % 10);
    out += static_cast<char>('0' + value % 10);
  };
  two(d.year / 100);
  two(d.year % 100);
  if (d.precision == Precision::year) return out;
  out += '-';
  two(d.month);
  if (d.precision == Precision::month) return out;
  out += '-';
  two(d.day);
  return out;
}

}  // namespace noticekit
