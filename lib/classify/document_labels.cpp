// Who sent the inspectors, in what kind of inspection, to a body of what rank.
#include <algorithm>

#include "classify/document.hpp"
#include "classify/scoring.hpp"

namespace noticekit::labelling {
namespace {

/// The leftmost hit in the first of `order` that has one: the group's own name says more than the
/// lead.
std::optional<Label> leftmost(const LabelSet& set, const Document& document,
                              std::initializer_list<Zone> order) {
  const std::string_view text = document.notice().text.utf8;
  std::vector<PhraseHit> hits;
  for (const Zone zone : order) {
    for (const Span piece : document.zone(zone)) {
      hits.clear();
      set.phrases.scan_all(slice(text, piece), hits);
      const PhraseHit* best = nullptr;
      for (const PhraseHit& h : hits) {
        const RuleTerms& terms = set.terms[h.rule];
        if (!terms.reads(zone) || !document.meets(terms.needs)) continue;
        if (best == nullptr || h.begin < best->begin ||
            (h.begin == best->begin && h.rule < best->rule))
          best = &h;
      }
      if (best != nullptr)
        return label_of(set, best->rule,
                        {piece.begin.value + best->begin, piece.begin.value + best->end});
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Label> tier(const Document& document, const Taxonomy& taxonomy) {
  return leftmost(taxonomy.tiers, document,
                  {Zone::group, Zone::round, Zone::addressee, Zone::title, Zone::lead});
}

std::vector<Label> inspection_types(const Document& document, const Taxonomy& taxonomy) {
  const LabelSet& set = taxonomy.inspection_types;
  const std::string_view text = document.notice().text.utf8;
  std::vector<std::optional<Label>> found(set.labels.size());
  std::vector<PhraseHit> hits;
  for (const Zone zone : {Zone::title, Zone::group, Zone::round, Zone::lead}) {
    for (const Span piece : document.zone(zone)) {
      // Words inside longer ones count too: 专项联动巡察 is both.
      hits.clear();
      set.phrases.scan_all(slice(text, piece), hits);
      for (const PhraseHit& h : hits) {
        const RuleTerms& terms = set.terms[h.rule];
        if (!terms.reads(zone) || !document.meets(terms.needs)) continue;
        const Span span{piece.begin.value + h.begin, piece.begin.value + h.end};
        auto& slot = found[terms.label];
        if (!slot) {
          slot = label_of(set, h.rule, span);
        } else if (slot->why.back().span.end.value <= span.begin.value) {
          slot->why.push_back({set.phrases.rules()[h.rule].id, span});
        }
      }
    }
  }
  std::vector<Label> out;
  for (auto& l : found) {
    if (!l) continue;
    share_alike(*l);
    out.push_back(std::move(*l));
  }
  return out;
}

std::optional<Label> inspected_level(const Document& document, const Taxonomy& taxonomy) {
  return first_test(taxonomy.inspected_levels, document);
}

}  // namespace noticekit::labelling
