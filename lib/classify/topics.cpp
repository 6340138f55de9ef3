// Topics: the words of the problem first, then what stands around it.
#include <algorithm>

#include "classify/finding_labels.hpp"
#include "classify/scoring.hpp"
#include "classify/weigh_topics.hpp"
#include "classify/words_of.hpp"

namespace noticekit::labelling {
namespace {

constexpr double problem_weight = 4, detail_weight = 2, heading_weight = 2, lead_weight = 1,
                 measure_weight = 0.5;
// Long texts have many words: what surrounds the problem may tip the scale, not outweigh it.
constexpr double detail_cap = 5, heading_cap = 2, lead_cap = 2, measures_cap = 2.5;
// A problem names its main topic first; what follows a comma, 、 or 和 adds to it.
constexpr double later_share = 0.8, further_share = 0.5;

/// Where a problem goes of which nothing tells the topic: 其他, or in a list of an office's own the
/// last topic, if no rule names it. Null where there is none.
const LabelEntry* label_of_the_rest(const LabelSet& set) {
  for (const LabelEntry& l : set.labels) {
    if (l.id == "other") return &l;
  }
  const bool named = std::any_of(set.terms.begin(), set.terms.end(), [&](const RuleTerms& t) {
    return t.label + 1 == set.labels.size();
  });
  return set.labels.empty() || named ? nullptr : &set.labels.back();
}

}  // namespace

std::vector<Label> topics(const Notice& notice, const Finding& finding, const Taxonomy& taxonomy) {
  return topics(notice, finding, taxonomy, taxonomy.topic_words);
}

std::vector<Label> topics(const Notice& notice, const Finding& finding, const Taxonomy& taxonomy,
                          const WordList* words) {
  const LabelSet& set = taxonomy.topics;
  const std::string_view text = notice.text.utf8;
  Tally tally(set);
  Piece problem{.weight = problem_weight, .ranks = true, .further = further_share};
  problem.turn = first_member_end(text, finding.problem);
  problem.after_turn = later_share;
  tally.add(text, cues_in(set, text, finding.problem), problem);
  if (finding.detail) {
    tally.add(
        text, cues_in(set, text, *finding.detail),
        {.weight = detail_weight, .cap = detail_cap, .ranks = true, .further = further_share});
  }
  if (finding.lead)
    tally.add(text, cues_in(set, text, *finding.lead), {.weight = lead_weight, .cap = lead_cap});
  std::vector<Cue> around;
  for (const std::uint32_t h : finding.path) {
    const Span heading = notice.outline.headings[h].text;
    // A heading in the words of a focus says which dimension, not which topic.
    if (!cues_in(taxonomy.dimensions, text, heading).empty()) continue;
    for (const Cue& c : cues_in(set, text, heading)) around.push_back(c);
  }
  tally.add(text, around, {.weight = heading_weight, .cap = heading_cap});
  around.clear();
  for (const Measure& m : finding.measures) {
    for (const Cue& c : cues_in(set, text, m.text)) around.push_back(c);
  }
  for (const Span r : finding.results) {
    for (const Cue& c : cues_in(set, text, r)) around.push_back(c);
  }
  tally.add(text, around, {.weight = measure_weight, .cap = measures_cap});

  std::vector<Label> out =
      words == nullptr ? topics_by_rules(tally)
                       : topics_by_both(tally, set, *words, words_of_finding(notice, finding));
  if (out.empty()) {
    if (const LabelEntry* rest = label_of_the_rest(set))
      out.push_back({rest->id, rest->name, 0, {}});
  }
  return out;
}

}  // namespace noticekit::labelling
