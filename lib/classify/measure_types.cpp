// Measure types, clause by clause: verbs and their objects. A Chinese clause ends in its head
// (开展补贴发放情况专项检查 is a check, not a payment), so the last words of a clause count in full
// and those before them for less; so do clauses that only tell an aim. What comes first is most
// central.
#include <algorithm>

#include "classify/finding_labels.hpp"
#include "classify/scoring.hpp"
#include "classify/weigh_types.hpp"
#include "classify/words_of.hpp"
#include "text/utf8.hpp"

namespace noticekit::labelling {
namespace {

constexpr double opening_weight = 1.3, later_weight = 1;
constexpr double modifier_share = 0.7;
constexpr double label_cap = 3;
/// A heading clause, 强化检查督促。, announces the opening; it is not the opening itself.
constexpr std::size_t most_heading_bytes = 18 * 3;

struct Clause {
  Span span;
  char32_t end = 0;  ///< the mark that ends it
};

/// Splits at ，；：。 outside brackets, quotes and titles.
std::vector<Clause> clauses(std::string_view text, Span measure) {
  std::vector<Clause> out;
  int depth = 0;
  std::size_t begin = measure.begin.value;
  for (std::size_t at = begin; at < measure.end.value;) {
    const char32_t c = utf8::at(text, at);
    const std::size_t next = at + utf8::length(static_cast<unsigned char>(text[at]));
    switch (c) {
      case U'《':
      case U'“':
      case U'（':
      case U'(':
        ++depth;
        break;
      case U'》':
      case U'”':
      case U'）':
      case U')':
        depth = std::max(0, depth - 1);
        break;
      case U'，':
      case U',':
      case U'。':
      case U'；':
      case U';':
      case U'：':
        if (depth > 0) break;
        out.push_back({{begin, at}, c});
        begin = next;
        break;
      default:
        break;
    }
    at = next;
  }
  if (begin < measure.end.value) out.push_back({{begin, measure.end.value}, 0});
  return out;
}

/// How much a clause that opens as one of `asides` counts; 1 for every other.
double weight_of_opening(const LabelSet& asides, std::string_view clause) {
  const auto hit = asides.phrases.match_at(clause, 0);
  return hit ? asides.terms[hit->rule].weight : 1;
}

}  // namespace

std::vector<Label> measure_types(const Notice& notice, Span measure, const Taxonomy& taxonomy) {
  return measure_types(notice, measure, taxonomy, taxonomy.measure_words);
}

std::vector<Label> measure_types(const Notice& notice, Span measure, const Taxonomy& taxonomy,
                                 const WordList* words) {
  const LabelSet& set = taxonomy.measure_types;
  const std::string_view text = notice.text.utf8;
  const std::vector<Cue> cues = cues_in(set, text, measure);
  Tally tally(set);
  bool opened = false;
  auto cue = cues.begin();
  for (const Clause& clause : clauses(text, measure)) {
    const bool first = clause.span.begin.value == measure.begin.value;
    const bool heading = first && clause.end == U'。' && clause.span.size() <= most_heading_bytes;
    double weight = heading || !opened ? opening_weight : later_weight;
    if (!heading) opened = true;
    if (!first) weight *= weight_of_opening(taxonomy.measure_clauses, slice(text, clause.span));
    const auto end = std::find_if(
        cue, cues.end(), [&](const Cue& c) { return c.span.begin.value >= clause.span.end.value; });
    std::uint32_t reach = 0;
    for (auto c = cue; c != end; ++c) reach = std::max(reach, c->span.end.value);
    const Cue* last = nullptr;
    for (; cue != end; ++cue) {
      // Two rules of one type may see the same words: they count once.
      if (last != nullptr && last->span.overlaps(cue->span) &&
          set.terms[last->rule].label == set.terms[cue->rule].label)
        continue;
      last = &*cue;
      const double share = cue->span.end.value == reach ? 1 : modifier_share;
      tally.give(*cue, weight * share * set.terms[cue->rule].weight, label_cap);
    }
  }
  if (words == nullptr) return types_by_rules(tally);
  return types_by_both(tally, set, *words, words_of_measure(text, measure));
}

}  // namespace noticekit::labelling
