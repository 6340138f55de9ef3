#include "extract/money.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "extract/codes.hpp"
#include "extract/date.hpp"
#include "extract/figure.hpp"
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
    case U'\t':
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
std::optional<MoneyKind> told(const Reading& r, Span words, bool last) {
  const PhraseSet& set = r.rules.money;
  std::vector<PhraseHit> hits;
  set.scan(r.letters(words), hits);
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
MoneyKind kind_of(const Reading& r, Span amount) {
  const std::string_view text = r.text;
  const std::uint32_t begin = clause_begin(text, amount.begin.value);
  const Span before{begin, amount.begin.value};
  if (const auto kind = told(r, before, true)) return *kind;
  const std::uint32_t end = clause_end(text, amount.end.value);
  if (const auto kind = told(r, {amount.end.value, end}, false)) return *kind;
  const auto comma = [&](std::uint32_t at) {
    const char32_t c = utf8::at(text, at);
    return c == U'，' || c == U',';
  };
  if (begin > 0 && comma(static_cast<std::uint32_t>(utf8::before(text, begin)))) {
    const auto sum = r.rules.money.match_as(r.letters(before), 0, "sum");
    if (sum && sum->end == before.size()) {
      const auto stop = static_cast<std::uint32_t>(utf8::before(text, begin));
      if (const auto kind = told(r, {clause_begin(text, stop), stop}, true)) return *kind;
    }
  }
  if (end < text.size() && comma(end)) {
    const auto next =
        end + static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[end])));
    const Span clause{next, clause_end(text, next)};
    if (r.rules.money.match_as(r.letters(clause), 0, "then") &&
        r.view(clause).find("元") == std::string_view::npos) {
      if (const auto kind = told(r, clause, false)) return *kind;
    }
  }
  return MoneyKind::involved;
}

/// Whether 元, 圆, 万, 亿 or the sign of the yuan begins at `p`, of which two bytes more can be
/// read.
bool is_mark(const char* p) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(p[i]); };
  const auto are = [&](std::uint8_t a, std::uint8_t b, std::uint8_t c) {
    return (byte(0) == a) & (byte(1) == b) & (byte(2) == c);
  };
  return are(0xE5, 0x85, 0x83) | are(0xE5, 0x9C, 0x86) | are(0xE4, 0xB8, 0x87) |
         are(0xE4, 0xBA, 0xBF) | are(0xEF, 0xBF, 0xA5) | ((byte(0) == 0xC2) & (byte(1) == 0xA5));
}

/// The next mark of an amount from `from` on. A stretch is first asked as a whole, without a
/// branch: the compiler takes many bytes at once, and few stretches have one.
std::size_t next_mark(std::string_view text, std::size_t from) {
  constexpr std::size_t stretch = 64;
  std::size_t i = from;
  for (; i + stretch + 2 <= text.size(); i += stretch) {
    std::uint8_t any = 0;
    for (std::size_t k = 0; k < stretch; ++k)
      any |= static_cast<std::uint8_t>(is_mark(text.data() + i + k));
    if (any != 0) break;
  }
  for (; i + 3 <= text.size(); ++i) {
    if (is_mark(text.data() + i)) return i;
  }
  return std::string_view::npos;
}

bool is_numeral_character(char32_t c) {
  return c == U'.' || c == U',' || c == U'，' || c == U'点' || utf8::is_ascii_digit(c) ||
         says_more(c) || chinese_digit(c) >= 0 || chinese_power(c) != 0;
}

/// Whether the figure at `begin` is the end of a longer one that could not be read: 三五百元,
/// 1.2.3万元.
bool goes_on(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  if (continues_figure(text, begin)) return true;
  const char32_t c = utf8::at(text, utf8::before(text, begin));
  return chinese_digit(c) >= 0 || chinese_power(c) != 0;
}

/// Whether the figure at `begin` is the upper end of a range whose lower end has no 元 of its own:
/// 3至5万元. Such a range has no value, and its end is not one.
bool ends_range(std::string_view text, std::size_t begin) {
  constexpr std::size_t longest_joiner = 9;  // bytes
  std::size_t lower_end = begin;
  std::size_t left = begin;
  while (left > 0 && begin - left < longest_joiner) {
    left = utf8::before(text, left);
    if (left + joiner(text, left) == begin) lower_end = left;
  }
  if (lower_end == begin || lower_end == 0) return false;
  const char32_t last = utf8::at(text, utf8::before(text, lower_end));
  if (utf8::is_ascii_digit(last) || chinese_power(last) >= 4) return true;
  // Two figures in characters; 统一到五万元 has but one.
  const char32_t first = utf8::at(text, begin);
  return !utf8::is_ascii_digit(first) && (chinese_digit(last) >= 0 || chinese_power(last) != 0) &&
         !text.substr(0, lower_end).ends_with("统一");
}

/// Where the characters that may make up a figure before `end` begin.
std::size_t figures_begin(std::string_view text, std::size_t end) {
  constexpr std::size_t longest = 60;  // bytes
  std::size_t begin = end;
  while (begin > 0 && end - begin <= longest) {
    const std::size_t p = utf8::before(text, begin);
    if (!is_numeral_character(utf8::at(text, p)) && figure_gap(text, p) == 0) break;
    begin = p;
  }
  return begin;
}

/// An amount whose 元 or 圆 stands at `unit`.
std::optional<Money> with_unit(std::string_view text, std::size_t unit) {
  // A numeral begins at a digit; what stands before may be the comma of a sentence.
  for (std::size_t begin = figures_begin(text, unit); begin < unit;
       begin += utf8::length(static_cast<unsigned char>(text[begin]))) {
    const auto amount = read_amount(text.substr(begin));
    if (!amount || begin + amount->length < unit + 3 || goes_on(text, begin)) continue;
    if (ends_range(text, begin)) return std::nullopt;
    return Money{MoneyKind::involved, amount->yuan, Span{begin, begin + amount->length}};
  }
  return std::nullopt;
}

/// ￥1,200; one that has its 元 as well is found by that.
std::optional<Money> with_sign(std::string_view text, std::size_t sign) {
  std::size_t begin = sign + utf8::length(static_cast<unsigned char>(text[sign]));
  while (const std::size_t gap = figure_gap(text, begin)) begin += gap;
  if (begin >= text.size() || read_amount(text.substr(begin))) return std::nullopt;
  const auto n = read_numeral(text.substr(begin));
  if (!n) return std::nullopt;
  const std::size_t end = begin + n->length;
  if (figure_continues(text, end) || joiner(text, end) != 0) return std::nullopt;
  return Money{MoneyKind::involved, n->value, Span{sign, end}};
}

/// 追缴0.5亿, 收回欠款共3.2万: without 元, where the words right before it tell of money and
/// nothing after it tells of anything else. `power`: where its 万 or 亿 stands.
std::optional<Money> without_unit(const Reading& r, std::size_t power) {
  const std::string_view text = r.text;
  const std::size_t end = power + 3;
  constexpr std::u32string_view closing = U"。；;，,、）)\n\t";
  if (end < text.size() && closing.find(utf8::at(text, end)) == std::u32string_view::npos)
    return std::nullopt;
  std::size_t begin = figures_begin(text, power);
  std::optional<Numeral> n;
  for (; begin < power; begin += utf8::length(static_cast<unsigned char>(text[begin]))) {
    if (!utf8::is_ascii_digit(static_cast<unsigned char>(text[begin]))) continue;
    n = read_numeral(text.substr(begin));
    if (n && begin + n->length == end && !goes_on(text, begin)) break;
  }
  if (begin >= power || ends_range(text, begin)) return std::nullopt;
  const auto at = static_cast<std::uint32_t>(begin);
  const Span before{clause_begin(text, at), at};
  std::vector<PhraseHit> hits;
  r.rules.money.scan(r.letters(before), hits);
  std::erase_if(hits, [&](const PhraseHit& hit) {
    return !money_from_name(r.rules.money.rules()[hit.rule].as);
  });
  if (hits.empty()) return std::nullopt;
  std::string_view words = r.view(before).substr(hits.back().end);
  for (const std::string_view lead : {"人民币", "约", "近", "计", "合", "总", "共"}) {
    if (words.ends_with(lead)) words.remove_suffix(lead.size());
  }
  constexpr std::u32string_view ends_of_funds = U"款金费贴资税钱额失";
  if (!words.empty() && ends_of_funds.find(utf8::at(words, utf8::before(words, words.size()))) ==
                            std::u32string_view::npos)
    return std::nullopt;
  return Money{MoneyKind::involved, n->value, Span{begin, end}};
}

/// Whether a short cell says no more than its amount: 12万元, 共计12万元.
bool is_bare(const Reading& r, TableLines& tables, Span amount) {
  if (!tables.bare_cell(amount.begin.value)) return false;
  const Span cell = tables.cell(amount.begin.value);
  constexpr std::size_t clause = 4;  // characters that make one
  const std::size_t words = utf8::count(r.view(cell)) - utf8::count(r.view(amount));
  return words < clause && !told(r, cell, true);
}

/// Whether `share` is what each one got, and `sum` tells right after it what all got: 每人200元，
/// 共计4600元. `from`: where the amount before them ends.
bool is_share(const Reading& r, std::uint32_t from, Span share, Span sum) {
  const PhraseSet& set = r.rules.money;
  const Span between{share.end, sum.begin};
  const std::string_view words = r.view(between);
  if (utf8::count(words) > 12 || words.find_first_of("\t\n;") != std::string_view::npos ||
      words.find("。") != std::string_view::npos || words.find("；") != std::string_view::npos ||
      !set.find_as(r.letters(between), "total"))
    return false;
  const std::uint32_t at = share.begin.value;
  const Span before{std::max(from, clause_begin(r.text, at)), at};
  return set.find_as(r.letters(before), "each") || set.match_as(r.letters(between), 0, "each");
}

/// Takes out the shares of those sums.
void drop_shares(const Reading& r, std::vector<Money>& out) {
  std::vector<Money> kept;
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool share = i + 1 < out.size() && is_share(r, from, out[i].span, out[i + 1].span);
    if (!share) kept.push_back(out[i]);
    from = out[i].span.end.value;
  }
  out = std::move(kept);
}

}  // namespace

void find_money(const Reading& r, std::vector<Money>& out) {
  const std::string_view text = r.text;
  TableLines tables(text, r.signs);
  for (std::size_t at = next_mark(text, 0); at != std::string_view::npos;
       at = next_mark(text, at + 2)) {
    const char32_t mark = utf8::at(text, at);
    const auto found = mark == U'元' || mark == U'圆'  ? with_unit(text, at)
                       : mark == U'￥' || mark == U'¥' ? with_sign(text, at)
                                                       : without_unit(r, at);
    if (!found || is_bare(r, tables, found->span)) continue;
    out.push_back(*found);
    out.back().kind = kind_of(r, found->span);
  }
  drop_shares(r, out);
}

}  // namespace noticekit
