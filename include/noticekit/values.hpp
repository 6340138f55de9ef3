// Numbers, dates and money as Chinese official prose writes them. Comes after span.hpp; extract()
// uses it, and so may you: nothing here needs a Notice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
};
/// Reads an Arabic (1,234.5), Chinese (一百二十) or mixed (1.2万) numeral that begins at `text`'s
/// start.
std::optional<Numeral> read_numeral(std::string_view text);
/// Reads a Chinese or Arabic ordinal 1-99 as used in markers; 0 when there is none.
std::int32_t read_ordinal(std::string_view text);

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

}  // namespace noticekit
