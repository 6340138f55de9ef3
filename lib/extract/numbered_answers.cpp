#include "extract/numbered_answers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

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
  std::int32_t number;
  std::uint32_t end;
};

std::optional<Named> named_at(const Reading& r, std::uint32_t at, std::uint32_t end, bool plain) {
  if (at >= end || !may_name_number(utf8::at(r.text, at))) return std::nullopt;
  const std::string_view s = r.view({at, end});
  const Stretch letters = r.letters({at, end});
  auto hit = r.rules.wrappers.match_as(letters, 0, "answers");
  if (!hit && plain) hit = r.rules.wrappers.match_as(letters, 0, "answers_plain");
  if (!hit) return std::nullopt;
  const auto n = read_plain_numeral(s.substr(hit->slots[0].begin.value, hit->slots[0].size()));
  if (!n || n->value.places != 0 || n->value.units < 1 || n->value.units > 999) return std::nullopt;
  return Named{static_cast<std::int32_t>(n->value.units), at + hit->end};
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
  const auto look = [&](std::uint32_t at) {
    if (!found.empty() && at < found.back().words.begin.value) return;  // inside the words found
    auto named = named_at(r, at, region.end.value, plain);
    // 一是针对第一个问题，…
    if (!named) {
      const std::uint32_t marker = list_marker_length(r.text, at);
      if (marker != 0) named = named_at(r, at + marker, region.end.value, plain);
    }
    if (named) found.push_back({named->number, at, {named->end, region.end.value}});
  };
  if (region.empty()) return found;
  look(region.begin.value);
  constexpr std::uint32_t before = sentence_ends | Sign::colon;
  for (const Sign* s = r.signs.from(region.begin.value); s->at < region.end.value; ++s) {
    if (!s->is(before)) continue;
    std::uint32_t at = s->end();
    while (at < region.end.value && is_blank(utf8::at(r.text, at)))
      at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(r.text[at])));
    if (s->is(Sign::line_end) && at < region.end.value) {
      const Paragraph& line = r.lines[r.line_at(at)];
      if (line.heading >= 0)
        at = r.heading(static_cast<std::uint32_t>(line.heading)).text.begin.value;
    }
    look(at);
  }
  for (std::size_t n = 0; n + 1 < found.size(); ++n)
    found[n].words = {found[n].words.begin.value,
                      without_headings_before(r, found[n].begin, found[n + 1].begin)};
  return found;
}

}  // namespace noticekit
