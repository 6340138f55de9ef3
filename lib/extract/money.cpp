#include "extract/money.hpp"

#include <cstdint>

#include "extract/codes.hpp"
#include "extract/date.hpp"
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

/// Whether 元 or 圆 begins at `p`, of which two bytes more can be read.
bool is_unit(const char* p) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(p[i]); };
  const bool yuan = (byte(1) == 0x85) & (byte(2) == 0x83);
  const bool circle = (byte(1) == 0x9C) & (byte(2) == 0x86);
  return (byte(0) == 0xE5) & (yuan | circle);
}

/// The next 元 or 圆 from `from` on. A stretch is first asked as a whole, without a branch: the
/// compiler takes many bytes at once, and few stretches have one.
std::size_t next_unit(std::string_view text, std::size_t from) {
  constexpr std::size_t stretch = 64;
  std::size_t i = from;
  for (; i + stretch + 2 <= text.size(); i += stretch) {
    std::uint8_t any = 0;
    for (std::size_t k = 0; k < stretch; ++k)
      any |= static_cast<std::uint8_t>(is_unit(text.data() + i + k));
    if (any != 0) break;
  }
  for (; i + 3 <= text.size(); ++i) {
    if (is_unit(text.data() + i)) return i;
  }
  return std::string_view::npos;
}

bool is_numeral_character(char32_t c) {
  return c == U'.' || c == U',' || c == U'，' || c == U'点' || utf8::is_ascii_digit(c) ||
         says_more(c) || chinese_digit(c) >= 0 || chinese_power(c) != 0;
}

/// Whether the figure at `begin` is the end of a longer one that could not be read: 三五百元.
bool goes_on(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
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

}  // namespace

void find_money(const Reading& r, std::vector<Money>& out) {
  const std::string_view text = r.text;
  TableLines tables(text, r.signs);
  // Every amount has its 元 or 圆: look for that and read back to where its numeral begins.
  for (std::size_t at = next_unit(text, 0); at != std::string_view::npos;
       at = next_unit(text, at + 3)) {
    std::size_t begin = at;
    while (begin > 0) {
      const std::size_t p = utf8::before(text, begin);
      if (!is_numeral_character(utf8::at(text, p)) || at - begin > 60) break;
      begin = p;
    }
    // A numeral begins at a digit; what stands before may be the comma of a sentence.
    for (; begin < at; begin += utf8::length(static_cast<unsigned char>(text[begin]))) {
      const auto amount = read_amount(text.substr(begin));
      if (!amount || begin + amount->length < at + 3 || goes_on(text, begin)) continue;
      if (tables.bare_cell(begin) || ends_range(text, begin)) break;
      const Span span{begin, begin + amount->length};
      out.push_back({kind_of(r, span), amount->yuan, span});
      break;
    }
  }
}

}  // namespace noticekit
