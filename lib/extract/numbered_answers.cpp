#include "extract/numbered_answers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/enumeration.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// The characters that the words naming a number begin with; one look spares most places.
bool may_name_number(char32_t c) {
  constexpr std::u32string_view first = U"针对关就第反巡问";
  return first.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\u3000'; }

struct Named {
  std::vector<std::int32_t> numbers;
  std::uint32_t end = 0;
};

constexpr std::int32_t most = 999;  ///< numbers a list of problems may have

/// A number at `at` that counts a problem, and where it ends; 0 where there is none.
std::pair<std::int32_t, std::size_t> problem_number(std::string_view s, std::size_t at) {
  constexpr std::u32string_view digits =
      U"0123456789０１２３４５６７８９零〇一二三四五六七八九十百";
  std::size_t end = at;
  while (end < s.size() && digits.find(utf8::at(s, end)) != std::u32string_view::npos)
    end += utf8::length(static_cast<unsigned char>(s[end]));
  const auto n = read_plain_numeral(s.substr(at, end - at));
  if (!n || n->value.places != 0 || n->value.units < 1 || n->value.units > most) return {0, at};
  return {static_cast<std::int32_t>(n->value.units), end};
}

/// The numbers named from `at` on: 1, 1、2, 第一项和第三项, 10至12. Empty where they do not count
/// up.
std::vector<std::int32_t> numbers_named(std::string_view s, std::size_t at) {
  constexpr std::u32string_view between = U"第个项条";
  constexpr std::u32string_view lists = U"、，,和及与";
  constexpr std::u32string_view reaches = U"至到-—－~～–";
  std::vector<std::int32_t> numbers;
  bool reach = false;
  for (;;) {
    const auto [n, end] = problem_number(s, at);
    if (n == 0) return numbers;
    const std::int32_t last = numbers.empty() ? 0 : numbers.back();
    if (n <= last) return {};
    for (std::int32_t k = reach ? last + 1 : n; k <= n; ++k) numbers.push_back(k);
    at = end;
    bool joined = false;
    reach = false;
    for (char32_t c = 0; at < s.size(); at += utf8::length(static_cast<unsigned char>(s[at]))) {
      c = utf8::at(s, at);
      if (lists.find(c) != std::u32string_view::npos) {
        joined = true;
      } else if (reaches.find(c) != std::u32string_view::npos) {
        joined = reach = true;
      } else if (between.find(c) == std::u32string_view::npos) {
        break;
      }
    }
    if (!joined) return numbers;
  }
}

std::optional<Named> named_at(const Reading& r, std::uint32_t at, std::uint32_t end, bool plain) {
  if (at >= end || !may_name_number(utf8::at(r.text, at))) return std::nullopt;
  const std::string_view s = r.view({at, end});
  const Stretch letters = r.letters({at, end});
  auto hit = r.rules.wrappers.match_as(letters, 0, "answers");
  if (!hit && plain) hit = r.rules.wrappers.match_as(letters, 0, "answers_plain");
  if (!hit) return std::nullopt;
  Named named{numbers_named(s.substr(0, hit->end), hit->slots[0].begin.value),
              at + static_cast<std::uint32_t>(hit->end)};
  if (named.numbers.empty()) return std::nullopt;
  return named;
}

/// Where an answer that begins at `begin` ends at the latest: before the group headings that stand
/// right above the next answer's line.
std::uint32_t without_headings_before(const Reading& r, std::uint32_t begin, std::uint32_t next) {
  std::size_t n = r.line_at(next);
  if (next != r.lines[n].span.begin.value) return next;
  while (n > 0 && r.lines[n - 1].heading >= 0 && r.lines[n - 1].span.begin.value > begin) {
    const Heading& h = r.heading(static_cast<std::uint32_t>(r.lines[n - 1].heading));
    if (h.text.end != h.line.end) break;  // a numbered measure ends in 。
    --n;
  }
  return r.lines[n].span.begin.value;
}

}  // namespace

std::vector<NumberedAnswer> numbered_answers(const Reading& r, Span region, bool plain) {
  std::vector<NumberedAnswer> found;
  // `begin`: of the heading whose text begins at `at`.
  const auto look = [&](std::uint32_t at, std::uint32_t begin) {
    if (!found.empty() && at < found.back().words.begin.value) return;  // inside the words found
    auto named = named_at(r, at, region.end.value, plain);
    // 一是针对第一个问题，…
    if (!named) {
      const std::uint32_t marker = list_marker_length(r.text, at);
      if (marker != 0) named = named_at(r, at + marker, region.end.value, plain);
    }
    if (!named) return;
    for (const std::int32_t n : named->numbers)
      found.push_back({n, begin, {named->end, region.end.value}});
  };
  if (region.empty()) return found;
  look(region.begin.value, region.begin.value);
  constexpr std::uint32_t before = sentence_ends | Sign::colon;
  for (const Sign* s = r.signs.from(region.begin.value); s->at < region.end.value; ++s) {
    if (!s->is(before)) continue;
    std::uint32_t at = s->end();
    while (at < region.end.value && is_blank(utf8::at(r.text, at)))
      at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(r.text[at])));
    std::uint32_t begin = at;
    if (s->is(Sign::line_end) && at < region.end.value) {
      const Paragraph& line = r.lines[r.line_at(at)];
      begin = line.span.begin.value;
      if (line.heading >= 0)
        at = r.heading(static_cast<std::uint32_t>(line.heading)).text.begin.value;
    }
    look(at, begin);
  }
  // Backwards, for those of one answer end where the last of them does.
  for (std::size_t next = found.size(); next-- > 1;) {
    NumberedAnswer& a = found[next - 1];
    const std::uint32_t end = a.begin == found[next].begin
                                  ? found[next].words.end.value
                                  : without_headings_before(r, a.begin, found[next].begin);
    a.words = {a.words.begin.value, end};
  }
  return found;
}

}  // namespace noticekit
