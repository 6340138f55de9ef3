// Substance: numbers, dates, documents and removed defects can be checked; mechanisms say how;
// the rest says nothing.
#include <algorithm>

#include "classify/finding_labels.hpp"
#include "classify/scoring.hpp"

namespace noticekit::labelling {
namespace {

/// Chinese numerals make set phrases (两个责任, 四个意识): only Arabic digits count as numbers.
bool counts(std::string_view piece, const PhraseHit& hit) {
  for (std::uint8_t i = 0; i < hit.slot_count; ++i) {
    const std::string_view slot = slice(piece, hit.slots[i]);
    if (!slot.empty() && (slot[0] < '0' || slot[0] > '9')) return false;
  }
  return true;
}

}  // namespace

std::optional<Label> substance(const Notice& notice, const Finding& finding,
                               const Taxonomy& taxonomy) {
  const LabelSet& set = taxonomy.substance;
  if (finding.origin == Origin::self_identified || set.labels.empty()) return std::nullopt;
  if (finding.measures.empty() && finding.results.empty()) return std::nullopt;
  const std::string_view text = notice.text.utf8;
  std::vector<Span> pieces;
  for (const Measure& m : finding.measures) pieces.push_back(m.text);
  pieces.insert(pieces.end(), finding.results.begin(), finding.results.end());
  // Labels stand in the file from strongest to weakest; the strongest that any piece earns.
  std::optional<Label> best;
  std::uint32_t best_label = static_cast<std::uint32_t>(set.labels.size());
  std::vector<PhraseHit> hits;
  for (const Span piece : pieces) {
    const std::string_view words = slice(text, piece);
    hits.clear();
    set.phrases.scan_all(words, hits);
    for (const PhraseHit& h : hits) {
      const std::uint32_t label = set.terms[h.rule].label;
      if (label > best_label || !counts(words, h)) continue;
      const Span span{piece.begin.value + h.begin, piece.begin.value + h.end};
      if (label < best_label) {
        best = label_of(set, h.rule, span);
        best_label = label;
      } else {
        best->why.push_back({set.phrases.rules()[h.rule].id, span});
      }
    }
  }
  if (best) {
    share_alike(*best);
    return best;
  }
  const LabelEntry& last = set.labels.back();
  return Label{last.id, last.name, 0, {}};
}

}  // namespace noticekit::labelling
