#include "extract/numeral.hpp"

#include <limits>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_digit(std::string_view s, std::size_t i) {
  return i < s.size() && s[i] >= '0' && s[i] <= '9';
}

std::optional<Numeral> arabic(std::string_view s) {
  std::size_t i = 0;
  while (is_digit(s, i)) ++i;
  if (i == 0) return std::nullopt;
  // A comma groups thousands only before exactly three digits.
  const auto comma = [&](std::size_t at) -> std::size_t {
    if (at < s.size() && s[at] == ',') return 1;
    return s.substr(at, 3) == "，" ? 3 : 0;
  };
  std::string digits(s.substr(0, i));
  if (i <= 3) {
    for (std::size_t c = comma(i); c != 0; c = comma(i)) {
      const std::size_t g = i + c;
      if (!is_digit(s, g) || !is_digit(s, g + 1) || !is_digit(s, g + 2) || is_digit(s, g + 3))
        break;
      digits += s.substr(g, 3);
      i = g + 3;
    }
  }
  const std::size_t point = i < s.size() && s[i] == '.' ? 1 : s.substr(i, 3) == "．" ? 3 : 0;
  if (point != 0 && is_digit(s, i + point)) {
    digits += '.';
    i += point;
    while (is_digit(s, i)) digits += s[i++];
  }
  const auto value = parse_decimal(digits);
  if (!value) return std::nullopt;
  return Numeral{*value, static_cast<std::uint32_t>(i)};
}

std::int64_t chinese_unit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    default:
      return 0;
  }
}

/// 一百零三, 十二, 二〇二四; 三点五. Stops before 万 and 亿.
std::optional<Numeral> chinese(std::string_view s) {
  std::int64_t total = 0;
  std::int64_t digit = -1;
  bool with_units = false;
  std::int64_t plain = 0;  // digits in a row: 二〇二四
  int count = 0;
  std::size_t i = 0;
  while (i < s.size()) {
    const char32_t c = utf8::at(s, i);
    if (const std::int64_t unit = chinese_unit(c); unit != 0) {
      total += (digit > 0 ? digit : 1) * unit;
      digit = -1;
      with_units = true;
    } else if (const int d = chinese_digit(c); d >= 0) {
      digit = d;
      if (plain < std::numeric_limits<std::int64_t>::max() / 100) plain = plain * 10 + d;
      ++count;
    } else {
      break;
    }
    i += utf8::length(static_cast<unsigned char>(s[i]));
  }
  if (i == 0) return std::nullopt;
  Decimal value{with_units ? total + (digit > 0 ? digit : 0) : plain, 0};
  if (with_units && count > 12) return std::nullopt;
  if (utf8::at(s, i) == U'点' && chinese_digit(utf8::at(s, i + 3)) >= 0) {
    i += 3;
    while (i < s.size() && value.places < 6) {
      const int d = chinese_digit(utf8::at(s, i));
      if (d < 0) break;
      value.units = value.units * 10 + d;
      ++value.places;
      i += 3;
    }
  }
  return Numeral{value, static_cast<std::uint32_t>(i)};
}

}  // namespace

int chinese_digit(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'○':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

bool scale(Decimal& value, int power) {
  for (; power > 0; --power) {
    if (value.places > 0) {
      --value.places;
    } else if (value.units > std::numeric_limits<std::int64_t>::max() / 10) {
      return false;
    } else {
      value.units *= 10;
    }
  }
  return true;
}

std::optional<Numeral> read_plain_numeral(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return is_digit(text, 0) ? arabic(text) : chinese(text);
}

std::optional<Numeral> read_numeral(std::string_view text) {
  auto n = read_plain_numeral(text);
  if (!n) return std::nullopt;
  // 1.2万, 三万五千, 1亿2000万
  std::size_t i = n->length;
  for (const auto& [word, power] : {std::pair{U'亿', 8}, std::pair{U'万', 4}}) {
    if (utf8::at(text, i) != word) continue;
    if (!scale(n->value, power)) return std::nullopt;
    i += 3;
    const auto rest = read_plain_numeral(text.substr(i));
    if (!rest || n->value.places != 0 || rest->value.places != 0) break;
    Decimal more = rest->value;
    std::size_t end = i + rest->length;
    if (power == 8 && utf8::at(text, end) == U'万') {
      if (!scale(more, 4)) return std::nullopt;
      end += 3;
    }
    n->value.units += more.units;
    i = end;
    break;
  }
  n->length = static_cast<std::uint32_t>(i);
  return n;
}

std::int32_t read_ordinal(std::string_view text) {
  const auto n = read_plain_numeral(text);
  if (!n || n->value.places != 0 || n->value.units < 1 || n->value.units > 99) return 0;
  return static_cast<std::int32_t>(n->value.units);
}

}  // namespace noticekit
