// Exact decimals: printing and reading. No floating point anywhere near money.
#include <limits>

#include "noticekit/values.hpp"

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

}  // namespace noticekit
