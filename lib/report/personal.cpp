#include "report/personal.hpp"

#include <algorithm>
#include <string_view>

namespace noticekit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_mobile(std::string_view s) { return s.size() == 11 && s[0] == '1' && s[1] >= '3'; }

bool holds_birthday(std::string_view s) {
  const auto two = [&](std::size_t i) { return (s[i] - '0') * 10 + (s[i + 1] - '0'); };
  const int century = two(6), month = two(10), day = two(12);
  return (century == 19 || century == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// The check digit of payment cards.
bool passes_luhn(std::string_view s) {
  int sum = 0;
  bool twice = false;
  for (std::size_t i = s.size(); i-- > 0; twice = !twice) {
    int d = s[i] - '0';
    if (twice) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 == 0;
}

}  // namespace

std::vector<PersonalNumber> personal_numbers(const Notice& n) {
  using Kind = PersonalNumber::Kind;
  std::vector<PersonalNumber> out;
  const std::string_view text = n.text.utf8;
  const auto add = [&](Kind kind, std::size_t begin, std::size_t end) {
    const Span span{begin, end};
    const auto& phones = n.contacts.phone;
    const bool official =
        std::any_of(phones.begin(), phones.end(), [&](Span phone) { return phone.overlaps(span); });
    out.push_back({kind, span, official});
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view digits = text.substr(i, end - i);
    const bool x =
        digits.size() == 17 && end < text.size() && (text[end] == 'X' || text[end] == 'x');
    const bool decimal = (i > 0 && text[i - 1] == '.') || (end < text.size() && text[end] == '.');
    if (is_mobile(digits)) {
      add(Kind::mobile, i, end);
    } else if ((digits.size() == 18 || x) && holds_birthday(digits)) {
      add(Kind::id, i, end + (x ? 1 : 0));
    } else if (digits.size() >= 16 && digits.size() <= 19 && !decimal && passes_luhn(digits)) {
      add(Kind::bank, i, end);
    }
    i = end;
  }
  return out;
}

}  // namespace noticekit
