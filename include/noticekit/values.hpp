// Numbers, percentages, dates, periods, money and telephones as Chinese official prose writes them.
// Comes after span.hpp; extract() uses it, and so may you: nothing here needs a Notice.
//
// **Input**: normalized UTF-8 (what read_text() gives): letters and digits in half width, no blanks
// between Chinese characters. Other UTF-8 is safe, but fewer values are found in it.
// **Output**: in order of appearance, without overlap; every Span is bytes of the text given, and
// the words at it read to the same value again (save a year, or a label, that stands before them).
// **Example**: for (const Amount& a : find_amounts(text)) sum(a.yuan);  // 退还66.57万元: 665700
// **Errors**: none. What is no value, what is damaged and what does not fit 64 bits is not found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/span.hpp"

namespace noticekit {

/// An exact decimal: units * 10^-places.
struct Decimal {
  std::int64_t units = 0;
  std::uint8_t places = 0;
  auto operator<=>(const Decimal&) const = default;
};
/// "98.71"; no exponent, no trailing zeros after the point.
std::string to_string(Decimal value);
/// Reads what to_string() writes, with optional commas. Null on anything else or on overflow.
std::optional<Decimal> parse_decimal(std::string_view text);

/// A number found in text: its value and how many bytes it takes.
struct Numeral {
  Decimal value;
  std::uint32_t length = 0;  ///< **Units**: UTF-8 bytes
  bool more = false;         ///< 十余万, 二十几万: somewhat more than `value`
};
/// Reads an Arabic (1,234.5), Chinese (一百二十, 叁万贰仟肆佰) or mixed (1.2万, 3亿2000万) numeral
/// that begins at `text`'s start. Null for 三五百: about so many is no number.
std::optional<Numeral> read_numeral(std::string_view text);
/// Reads a Chinese or Arabic ordinal 1-99 as used in markers; 0 when there is none.
std::int32_t read_ordinal(std::string_view text);

/// A number in a sentence: `value` / `divisor`, which is 1 but for fractions (三分之一: 1 / 3).
struct Number {
  Span span;
  Decimal value;
  Decimal divisor{1, 0};
  bool more = false;  ///< 十余万, 二十几万: somewhat more than that
};
/// Every number in `text`: 两千三百人, 负三十二, 3/5, 一又三分之二, 半年. Characters that only look
/// like numbers (四川, 陆地, 一切) are none.
std::vector<Number> find_numbers(std::string_view text);

/// A share. **Units**: percent: 50 for 百分之五十, 65 for 六成五, 0.4 for 4‰.
struct Percentage {
  Span span;
  Decimal percent;
  bool points = false;  ///< 3个百分点: a difference of two shares
};
/// Every percentage: 25%, 百分之五十, 千分之三, 六成五, 七五折, 2.4个百分点.
std::vector<Percentage> find_percentages(std::string_view text);

enum class Precision : std::uint8_t { none, year, month, day };
enum class DateBasis : std::uint8_t { stated, inherited };

/// A date as printed. `precision` none: the words are a date, but damaged; year, month, day are
/// then 0.
struct Date {
  Span span;
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  Precision precision = Precision::none;
  DateBasis basis = DateBasis::stated;
};
/// ISO 8601, cut to what is known: "2024-06-05", "2024-06", "2024"; empty for precision none.
std::string iso(const Date& date);
/// The first and the last day of the time that `date` names: of June 2024, "2024-06-01" and
/// "2024-06-30". Empty where the year is not known.
std::string first_day(const Date& date);
std::string last_day(const Date& date);

/// All dates in `region` of `text`. A date without a year has year 0. Damaged dates (201年9月日,
/// 2023年6月31日) are there too, with precision none.
std::vector<Date> find_dates(std::string_view text, Span region);
std::vector<Date> find_dates(std::string_view text);

/// A stretch of time, both ends included: 2024年6月5日至8月7日, 2022-2027年, 2024年内.
struct Period {
  Span span;  ///< with 自 or 从 before and 止 after it
  Date first;
  Date last;  ///< the same as `first` where one year or month is named
};
/// All periods: pairs of dates that are joined, and years and months that stand alone. `last` takes
/// its year from `first` where it prints none.
std::vector<Period> find_periods(std::string_view text);

/// What the words around a number make of it.
enum class Modifier : std::uint8_t { none, more_than, at_least, about };
const char* modifier_name(Modifier);  ///< empty for none

/// An amount of money. **Units**: yuan, exact: 665700 for 66.57万元.
struct Amount {
  Span span;          ///< with 人民币 before or after it
  Decimal yuan;       ///< of a range (3至5万元) the lower end
  Decimal most;       ///< the upper end; the same as `yuan` where there is no range
  bool more = false;  ///< 60余万元: somewhat more than that
};
/// Every amount in yuan: 1,286.4万元, 叁万贰仟肆佰元整, 5元3角, ￥300, 十块钱. Foreign money is
/// passed over.
std::vector<Amount> find_amounts(std::string_view text);

/// Every telephone number that can be told without a label: mobile and fixed numbers of mainland
/// China with their area code, 86 before them or an extension after; 7 or 8 digits only after a
/// word like 电话.
std::vector<Span> find_phones(std::string_view text);

}  // namespace noticekit
