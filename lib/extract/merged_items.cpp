#include "extract/merged_items.hpp"

#include <algorithm>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/problem.hpp"
#include "outline/marker.hpp"

namespace noticekit {
namespace {

/// Whether an answer under a label follows what is told of a problem.
bool answered_under_label(const Reading& r, Span after_problem) {
  const auto parts = label_parts(r, after_problem);
  if (parts.size() < 2 || !enumerate(r.text, r.signs, parts[0].words).items.empty()) return false;
  return parts[1].part == Part::measures || parts[1].part == Part::progress;
}

}  // namespace

std::vector<MergedItem> merged_items(const Reading& r, const Heading& heading, Span body) {
  std::vector<MergedItem> found;
  if (body.empty()) return found;
  constexpr std::uint32_t before = sentence_ends | Sign::colon;
  std::int32_t last = heading.ordinal;
  for (const Sign* s = r.signs.from(body.begin.value); s->at < body.end.value; ++s) {
    if (!s->is(before) || s->end() >= body.end.value) continue;
    const std::uint32_t at = s->end();
    const std::uint32_t line_end = r.signs.next(at, Sign::line_end, body.end.value);
    const auto marker = read_marker(r.view({at, line_end}));
    if (!marker || marker->rank != heading.rank) continue;
    // A marker of this kind that does not count on is one of the answer's own list.
    if (marker->ordinal != last + 1 || !s->is(Sign::full_stop)) return {};
    last = marker->ordinal;
    found.push_back({at, first_sentence(r, trimmed(r.text, {at + marker->length, line_end}))});
  }
  if (found.empty()) return found;
  Span told{body.begin.value, found.front().begin};
  for (std::size_t n = 0;; ++n) {
    if (!answered_under_label(r, told)) return {};
    if (n == found.size()) return found;
    told = {found[n].problem.end.value, n + 1 < found.size() ? found[n + 1].begin : body.end.value};
    if (told.begin > told.end) return {};
  }
}

}  // namespace noticekit
