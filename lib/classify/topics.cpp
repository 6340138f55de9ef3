// Topics: the words of the problem first, then what stands around it.
#include <algorithm>

#include "classify/finding_labels.hpp"
#include "classify/scoring.hpp"
#include "text/utf8.hpp"

namespace noticekit::labelling {
namespace {

constexpr double problem_weight = 4, detail_weight = 2, heading_weight = 2, lead_weight = 1,
                 measure_weight = 0.5;
// Long texts have many words: what surrounds the problem may tip the scale, not outweigh it.
constexpr double detail_cap = 5, heading_cap = 2, lead_cap = 2, measures_cap = 2.5;
constexpr double least_topic_score = 1;     // below: nothing carries
constexpr double least_topic_share = 0.25;  // of the best score, for a further topic
constexpr std::size_t most_topics = 5;
// A problem names its main topic first; what follows a comma, 、 or 和 adds to it.
constexpr double later_share = 0.8, further_share = 0.5;

bool coordinates(char32_t c) {
  return c == U'，' || c == U',' || c == U'；' || c == U';' || c == U'。' || c == U'、' ||
         c == U'和' || c == U'及';
}

std::uint32_t first_member_end(std::string_view text, Span problem) {
  for (std::size_t at = problem.begin.value; at < problem.end.value;
       at += utf8::length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = utf8::at(text, at);
    if (at > problem.begin.value && coordinates(c)) return static_cast<std::uint32_t>(at);
  }
  return problem.end.value;
}

}  // namespace

std::vector<Label> topics(const Notice& notice, const Finding& finding, const Taxonomy& taxonomy) {
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

  std::vector<Label> out;
  const std::vector<std::uint32_t> ranking = tally.ranking();
  for (std::size_t place = 0; place < ranking.size(); ++place) {
    const double score = tally.standings()[ranking[place]].score;
    const double best = tally.standings()[ranking.front()].score;
    if (score < least_topic_score || score < best * least_topic_share || out.size() == most_topics)
      break;
    out.push_back(tally.label(ranking, place));
  }
  if (out.empty() && !set.labels.empty()) {
    const LabelEntry& last = set.labels.back();
    out.push_back({last.id, last.name, 0, {}});
  }
  return out;
}

}  // namespace noticekit::labelling
