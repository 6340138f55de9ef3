#include "report/similar/corpus.hpp"

#include <algorithm>
#include <limits>

namespace noticekit::similar {
namespace {

constexpr Place marked = 64;  // letters from one mark to the next

}  // namespace

bool Corpus::add(const Notice& notice, std::string unit, const SimilarRules* rules) {
  constexpr std::size_t room = std::numeric_limits<Place>::max();
  if (letters_.size() + notice.text.utf8.size() + 2 > room) return false;
  Document d;
  d.id = notice.text.id;
  d.unit = std::move(unit);
  d.text = notice.text.utf8;
  d.masks = masks_of(notice, rules);
  for (const Finding& f : notice.findings) d.findings.push_back({f.id, f.extent, f.problem});
  for (const Heading& h : notice.outline.headings) d.headings.push_back(h.text);
  d.begin = static_cast<Place>(letters_.size());
  for (Reduction r(d.text, d.masks); r.next(); letters_.push_back(r.letter())) {
    if ((letters_.size() - d.begin) % marked == 0)
      d.marks.push_back(static_cast<std::uint32_t>(r.begin()));
  }
  d.end = static_cast<Place>(letters_.size());
  letters_.push_back(wall);
  while (nearby_.size() * stretch < letters_.size())
    nearby_.push_back(static_cast<std::uint32_t>(documents_.size()));
  documents_.push_back(std::move(d));
  return true;
}

void Corpus::mask(Place begin, Place end) {
  end = std::min(end, static_cast<Place>(letters_.size()));
  for (Place at = begin; at < end; ++at) {
    if (letters_[at] != wall) letters_[at] = masked;
  }
}

Span Corpus::words_at(const Document& document, Place begin, Place end) const {
  const auto words_of = [&](Place place) {
    const Place letter = place - document.begin;
    Reduction r(document.text, document.masks, document.marks[letter / marked]);
    for (Place n = letter % marked + 1; n > 0; --n) r.next();
    return Span(r.begin(), r.end());
  };
  return {words_of(begin).begin, words_of(end - 1).end};
}

std::int32_t finding_at(const Document& document, TextOffset at) {
  for (std::size_t i = 0; i < document.findings.size(); ++i) {
    const Span extent = document.findings[i].extent;
    if (extent.begin <= at && at < extent.end) return static_cast<std::int32_t>(i);
  }
  return -1;
}

bool in_heading(const Document& document, TextOffset at) {
  const auto holds = [at](Span s) { return s.begin <= at && at < s.end; };
  return std::any_of(document.headings.begin(), document.headings.end(), holds) ||
         std::any_of(document.findings.begin(), document.findings.end(),
                     [&](const FindingPlace& f) { return holds(f.problem); });
}

}  // namespace noticekit::similar
