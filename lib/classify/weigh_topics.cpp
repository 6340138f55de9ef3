#include "classify/weigh_topics.hpp"

#include "classify/weigh.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t most_topics = 5;
constexpr double least_topic_score = 1;     // below: nothing carries
constexpr double least_topic_share = 0.25;  // of the best score, for a further topic

/// A rule speaks in full for words of weight 2 that a problem names first.
constexpr Scale topic_scale{
    .bias = -1.6, .rules_weight = 2.0, .words_weight = 0.85, .full_score = 8};
/// The first topic needs little; those after it need more.
constexpr double least_first_topic = 0.03, least_further_topic = 0.15;
/// A first topic that is less sure takes the next one along, unless that is next to nothing.
constexpr double sure = 0.8, least_along = 0.01;

}  // namespace

std::vector<Label> topics_by_rules(const Tally& rules) {
  return rules.best(least_topic_score, least_topic_share, most_topics);
}

std::vector<Label> topics_by_both(const Tally& rules, const LabelSet& set, const WordList& list,
                                  const Words& words) {
  const Weighed weighed(rules, set, list, words, topic_scale, "words.topics");
  std::vector<Label> out;
  for (const Candidate& c : weighed.candidates()) {
    const bool along = out.size() == 1 && out[0].score < sure;
    const double least = out.empty() ? least_first_topic
                         : along     ? least_along
                                     : least_further_topic;
    if (c.likely < least || out.size() == most_topics) break;
    if (auto label = weighed.label(c)) out.push_back(std::move(*label));
  }
  return out;
}

}  // namespace noticekit::labelling
