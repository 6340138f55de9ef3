#include "report/similar/corpus.hpp"

#include <algorithm>
#include <limits>

namespace noticekit::similar {

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
  reduce(d.text, d.masks, [&](std::size_t, Letter letter) { letters_.push_back(letter); });
  d.end = static_cast<Place>(letters_.size());
  letters_.push_back(wall);
  documents_.push_back(std::move(d));
  return true;
}

void Corpus::mask(Place begin, Place end) {
  end = std::min(end, static_cast<Place>(letters_.size()));
  for (Place at = begin; at < end; ++at) {
    if (letters_[at] != wall) letters_[at] = masked;
  }
}

std::uint32_t Corpus::document_at(Place place) const {
  const auto at = std::upper_bound(documents_.begin(), documents_.end(), place,
                                   [](Place p, const Document& d) { return p < d.begin; });
  return static_cast<std::uint32_t>(at - documents_.begin()) - 1;
}

Span Corpus::words_at(const Document& document, Place begin, Place end) const {
  Place at = document.begin;
  Span span;
  std::size_t next_mask = 0;
  reduce(document.text, document.masks, [&](std::size_t byte, Letter letter) {
    const bool is_mask = letter == wall || letter == masked;
    const std::size_t after =
        is_mask ? document.masks[next_mask].span.end.value
                : byte + utf8::length(static_cast<unsigned char>(document.text[byte]));
    if (is_mask) ++next_mask;
    if (at == begin) span.begin = TextOffset(byte);
    if (at + 1 == end) span.end = TextOffset(after);
    ++at;
  });
  return span;
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
