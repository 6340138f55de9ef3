#include "extract/money.hpp"

#include <algorithm>

#include "extract/codes.hpp"
#include "extract/numeral.hpp"
#include "extract/table_lines.hpp"
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

std::uint32_t clause_begin(std::string_view text, std::uint32_t at) {
  while (at > 0) {
    const auto p = static_cast<std::uint32_t>(utf8::before(text, at));
    const char32_t c = utf8::at(text, p);
    const bool groups_digits =
        c == U',' && p > 0 && utf8::is_ascii_digit(static_cast<unsigned char>(text[p - 1]));
    if (ends_clause(c) && !groups_digits) break;
    at = p;
  }
  return at;
}

std::uint32_t clause_end(std::string_view text, std::uint32_t at) {
  while (at < text.size() && !ends_clause(utf8::at(text, at)))
    at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[at])));
  return at;
}

/// The kind that the last (or first) telling word of `words` gives.
std::optional<MoneyKind> told(std::string_view words, const PhraseSet& set, bool last) {
  std::vector<PhraseHit> hits;
  set.scan(words, hits);
  std::optional<MoneyKind> kind;
  for (const PhraseHit& hit : hits) {
    if (const auto k = money_from_name(set.rules()[hit.rule].as)) {
      kind = k;
      if (!last) break;
    }
  }
  return kind;
}

/// What the amount is, by the nearest telling word: in its clause before it the last one, else
/// after it the first; else in a clause that the amount only sums up (…，共计12万元), or that says
/// what became of it (12万元，现已追回).
MoneyKind kind_of(std::string_view text, Span amount, const PhraseSet& set) {
  const std::uint32_t begin = clause_begin(text, amount.begin.value);
  const std::string_view before = slice(text, {begin, amount.begin.value});
  if (const auto kind = told(before, set, true)) return *kind;
  const std::uint32_t end = clause_end(text, amount.end.value);
  if (const auto kind = told(slice(text, {amount.end.value, end}), set, false)) return *kind;
  const auto comma = [&](std::uint32_t at) {
    const char32_t c = utf8::at(text, at);
    return c == U'，' || c == U',';
  };
  if (begin > 0 && comma(static_cast<std::uint32_t>(utf8::before(text, begin)))) {
    const auto sum = set.match_as(before, 0, "sum");
    if (sum && sum->end == before.size()) {
      const auto stop = static_cast<std::uint32_t>(utf8::before(text, begin));
      if (const auto kind = told(slice(text, {clause_begin(text, stop), stop}), set, true))
        return *kind;
    }
  }
  if (end < text.size() && comma(end)) {
    const auto next =
        end + static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[end])));
    const std::string_view clause = slice(text, {next, clause_end(text, next)});
    if (set.match_as(clause, 0, "then") && clause.find("元") == std::string_view::npos) {
      if (const auto kind = told(clause, set, false)) return *kind;
    }
  }
  return MoneyKind::involved;
}

/// The next 元 from `from` on. Its first byte begins a fifth of all Han; the two after it are rare.
std::size_t next_yuan(std::string_view text, std::size_t from) {
  constexpr std::string_view yuan = "元";
  for (std::size_t i = text.find(yuan.substr(1), from); i != std::string_view::npos;
       i = text.find(yuan.substr(1), i + 2)) {
    if (i > from && text[i - 1] == yuan[0]) return i - 1;
  }
  return std::string_view::npos;
}

/// 元旦, 元素, 元月: the character belongs to another word.
bool begins_word(std::string_view text, std::size_t yuan) {
  for (const std::string_view word :
       {"旦", "宵", "素", "月", "首", "老", "帅", "年", "件", "化", "宇"})
    if (text.substr(yuan + 3, word.size()) == word) return true;
  return false;
}

bool is_numeral_character(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U'，':
    case U'万':
    case U'亿':
    case U'余':
    case U'多':
    case U'十':
    case U'百':
    case U'千':
    case U'拾':
    case U'佰':
    case U'仟':
      return true;
    default:
      return utf8::is_ascii_digit(c) || chinese_digit(c) >= 0;
  }
}

/// Power of ten of 十, 百, 千, 万, 亿 at `at`; 0 for anything else.
int power_at(std::string_view text, std::size_t at) {
  switch (utf8::at(text, at)) {
    case U'十':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    case U'万':
      return 4;
    case U'亿':
      return 8;
    default:
      return 0;
  }
}

}  // namespace

std::optional<Amount> read_amount(std::string_view text) {
  auto n = read_plain_numeral(text);
  if (!n) return std::nullopt;
  std::size_t i = n->length;
  const bool arabic = utf8::is_ascii_digit(static_cast<unsigned char>(text[0]));
  const auto some = [&] {
    if (text.substr(i, 3) == "余" || text.substr(i, 3) == "多") i += 3;
  };
  some();
  int power = 0;
  for (int p = power_at(text, i); p != 0 && power < 12; p = power_at(text, i)) {
    power += p;
    i += 3;
  }
  some();
  if (text.substr(i, 3) != "元" || begins_word(text, i) || !scale(n->value, power))
    return std::nullopt;
  // 一元 and 二元 are words; an amount in characters has its tens, hundreds or more.
  if (!arabic && power == 0 && n->value.units < 10) return std::nullopt;
  return Amount{n->value, static_cast<std::uint32_t>(i + 3)};
}

void find_money(std::string_view text, const ExtractRules& rules, std::vector<Money>& out) {
  TableLines tables(text);
  // Every amount ends in 元: look for that and read back to where its numeral begins.
  for (std::size_t at = next_yuan(text, 0); at != std::string_view::npos;
       at = next_yuan(text, at + 3)) {
    std::size_t begin = at;
    while (begin > 0) {
      const std::size_t p = utf8::before(text, begin);
      if (!is_numeral_character(utf8::at(text, p)) || at - begin > 60) break;
      begin = p;
    }
    // A numeral begins at a digit; what stands before may be the comma of a sentence.
    for (; begin < at; begin += utf8::length(static_cast<unsigned char>(text[begin]))) {
      const auto amount = read_amount(text.substr(begin));
      if (!amount || begin + amount->length != at + 3) continue;
      if (tables.at(begin)) break;
      const Span span{begin, begin + amount->length};
      out.push_back({kind_of(text, span, rules.money), amount->yuan, span});
      break;
    }
  }
}

}  // namespace noticekit
