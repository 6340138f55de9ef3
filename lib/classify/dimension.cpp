// Dimensions: the focus a group heading names; where it names none or two, that of the topic.
#include <algorithm>
#include <set>

#include "classify/finding_labels.hpp"
#include "classify/scoring.hpp"

namespace noticekit::labelling {
namespace {

/// The dimension that `heading` names. Of several (组织路线及上一轮巡察整改) it is the one that the
/// topic belongs to, else the one whose words weigh most; null on a tie.
std::optional<Label> named_in(const LabelSet& set, std::string_view text, Span heading,
                              std::string_view of_topic) {
  Tally tally(set);
  tally.add(text, cues_in(set, text, heading), {});
  const auto ranking = tally.ranking();
  if (ranking.empty()) return std::nullopt;
  if (set.labels[ranking[0]].id == of_topic) return tally.label(ranking, 0);
  for (std::size_t n = 1; n < ranking.size(); ++n) {
    if (set.labels[ranking[n]].id != of_topic) continue;
    Label label = tally.label(ranking, n);
    label.runner_up = set.labels[ranking[0]].id;
    label.margin = 0;  // the heading's own words speak for the other
    return label;
  }
  if (ranking.size() > 1 &&
      tally.standings()[ranking[0]].score == tally.standings()[ranking[1]].score)
    return std::nullopt;
  return tally.label(ranking, 0);
}

/// The dimension of the first topic; empty where it has none.
std::string_view default_of(const Taxonomy& taxonomy, const std::vector<Label>& topics) {
  if (topics.empty()) return {};
  const auto topic = std::find_if(taxonomy.topics.labels.begin(), taxonomy.topics.labels.end(),
                                  [&](const LabelEntry& l) { return l.id == topics[0].id; });
  return topic == taxonomy.topics.labels.end() ? std::string_view{} : topic->dimension;
}

}  // namespace

bool section_per_focus(const Notice& notice) {
  std::set<std::uint32_t> sections;
  for (const Finding& f : notice.findings) {
    if (!f.path.empty()) sections.insert(f.path.front());
  }
  return sections.size() > 1;
}

std::optional<Label> dimension(const Notice& notice, const Finding& finding,
                               const std::vector<Label>& topics, bool sections,
                               const Taxonomy& taxonomy) {
  const LabelSet& set = taxonomy.dimensions;
  const std::string_view text = notice.text.utf8;
  const std::string_view of_topic = default_of(taxonomy, topics);
  for (std::size_t i = sections ? 0 : 1; i < std::min<std::size_t>(finding.path.size(), 2); ++i) {
    if (auto label = named_in(set, text, notice.outline.headings[finding.path[i]].text, of_topic))
      return label;
  }
  if (of_topic.empty()) return std::nullopt;
  for (const LabelEntry& l : set.labels) {
    if (l.id != of_topic) continue;
    Label out{l.id, l.name, 0, topics[0].why};
    if (out.why.size() > 1) out.why.resize(1);
    share_alike(out);
    return out;
  }
  return std::nullopt;
}

}  // namespace noticekit::labelling
