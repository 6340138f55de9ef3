// Exact decimals: printing, reading and the little arithmetic that numerals need. No floating point
// anywhere near money.
#include <limits>

#include "extract/numeral.hpp"

namespace noticekit {

std::string to_string(Decimal value) {
  while (value.places > 0 && value.units % 10 == 0) {
    value.units /= 10;
    --value.places;
  }
  const std::string digits = std::to_string(value.units);
  std::string_view left = digits;
  std::string out;
  if (value.units < 0) {
    out += '-';
    left.remove_prefix(1);
  }
  if (value.places == 0) return out += left;
  const std::size_t places = value.places;
  if (left.size() > places) {
    out += left.substr(0, left.size() - places);
    out += '.';
    return out += left.substr(left.size() - places);
  }
  out += "0.";
  out.append(places - left.size(), '0');
  return out += left;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal d;
  bool point = false;
  bool any = false;
  const bool negative = !text.empty() && text[0] == '-';
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c == ',' && any && !point) continue;
    if (c == '.' && any && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (d.units > (std::numeric_limits<std::int64_t>::max() - 9) / 10) return std::nullopt;
    d.units = d.units * 10 + (c - '0');
    if (point) ++d.places;
    any = true;
  }
  if (!any || text.back() == '.') return std::nullopt;
  if (negative) d.units = -d.units;
  return d;
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

bool divide(Decimal& value, int power) {
  for (; power > 0; --power) {
    if (value.units % 10 == 0) {
      value.units /= 10;
    } else if (value.places == 18) {
      return false;
    } else {
      ++value.places;
    }
  }
  return true;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  const auto align = [](Decimal& low, std::uint8_t places) {
    for (; low.places < places; ++low.places) {
      if (__builtin_mul_overflow(low.units, std::int64_t{10}, &low.units)) return false;
    }
    return true;
  };
  if (!align(a, b.places) || !align(b, a.places)) return std::nullopt;
  if (__builtin_add_overflow(a.units, b.units, &a.units)) return std::nullopt;
  return a;
}

}  // namespace noticekit
