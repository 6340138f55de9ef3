#include "extract/money.hpp"

#include <algorithm>

#include "extract/codes.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool ends_clause(char32_t c) {
  switch (c) {
    case U'。':
    case U'；':
    case U';':
    case U'，':
    case U',':
    case U'\n':
    case U'：':
    case U':':
      return true;
    default:
      return false;
  }
}

/// What the amount is, by the nearest telling word in its clause: before it the last one, else
/// after it the first.
MoneyKind kind_of(std::string_view text, Span amount, const PhraseSet& set, std::uint32_t& begin) {
  std::uint32_t b = amount.begin.value;
  while (b > 0) {
    const auto p = static_cast<std::uint32_t>(utf8::before(text, b));
    const char32_t c = utf8::at(text, p);
    if (ends_clause(c) &&
        !(c == U',' && p > 0 && utf8::is_ascii_digit(static_cast<unsigned char>(text[p - 1]))))
      break;
    b = p;
  }
  begin = b;
  std::vector<PhraseHit> hits;
  set.scan(slice(text, {b, amount.begin.value}), hits);
  if (!hits.empty())
    return money_from_name(set.rules()[hits.back().rule].as).value_or(MoneyKind::involved);
  std::uint32_t e = amount.end.value;
  while (e < text.size() && !ends_clause(utf8::at(text, e))) {
    e += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[e])));
  }
  const auto after = set.find(slice(text, {amount.end.value, e}));
  if (!after) return MoneyKind::involved;
  return money_from_name(set.rules()[after->rule].as).value_or(MoneyKind::involved);
}

}  // namespace

std::optional<Amount> read_amount(std::string_view text) {
  auto n = read_plain_numeral(text);
  if (!n) return std::nullopt;
  std::size_t i = n->length;
  if (text.substr(i, 3) == "余" || text.substr(i, 3) == "多") i += 3;
  int power = 0;
  if (text.substr(i, 3) == "亿") {
    power = 8;
    i += 3;
  } else if (text.substr(i, 3) == "万") {
    power = 4;
    i += 3;
  }
  if (text.substr(i, 3) == "余" || text.substr(i, 3) == "多") i += 3;
  if (text.substr(i, 3) != "元" || !scale(n->value, power)) return std::nullopt;
  return Amount{n->value, static_cast<std::uint32_t>(i + 3)};
}

void find_money(std::string_view text, const ExtractRules& rules, std::vector<Money>& out) {
  // Every amount ends in 元: look for that and read back to where its numeral begins.
  for (std::size_t at = text.find("元"); at != std::string_view::npos;
       at = text.find("元", at + 3)) {
    std::size_t begin = at;
    while (begin > 0) {
      const std::size_t p = utf8::before(text, begin);
      const char32_t c = utf8::at(text, p);
      const bool numeral = utf8::is_ascii_digit(c) || c == U'.' || c == U',' || c == U'，' ||
                           c == U'万' || c == U'亿' || c == U'余' || c == U'多' || c == U'十' ||
                           c == U'百' || c == U'千' || c == U'拾' || c == U'佰' || c == U'仟' ||
                           chinese_digit(c) >= 0;
      if (!numeral || at - begin > 60) break;
      begin = p;
    }
    // A numeral begins at a digit; what stands before may be the comma of a sentence.
    for (; begin < at; begin += utf8::length(static_cast<unsigned char>(text[begin]))) {
      const auto amount = read_amount(text.substr(begin));
      if (!amount || begin + amount->length != at + 3) continue;
      const std::size_t line = text.rfind('\n', begin) + 1;  // npos + 1 is 0
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (text.substr(line, end - line).find('\t') != std::string_view::npos) break;
      std::uint32_t clause = 0;
      const Span span{begin, begin + amount->length};
      const MoneyKind kind = kind_of(text, span, rules.money, clause);
      out.push_back({kind, amount->yuan, span});
      break;
    }
  }
}

}  // namespace noticekit
