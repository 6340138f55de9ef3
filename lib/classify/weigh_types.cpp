#include "classify/weigh_types.hpp"

#include <algorithm>
#include <optional>

#include "classify/predict.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t most_types = 3;
constexpr double least_score = 0.5, least_share = 0.5;

// How likely a type is: a logistic curve fitted to labelled notices that neither rules nor words
// had seen. Each number may be a quarter off without much change.
constexpr double bias = -0.5, rules_weight = 1.5, words_weight = 0.75;
/// A rule speaks in full from this score on: the verb and object that a measure opens with.
constexpr double full_score = 1.3;
/// From this score on a type is given whatever the words say.
constexpr double certain_score = 1.8;
/// Beside a type that a rule names in full, another needs most of a rule of its own: words alone
/// would read an inspection into 安全检查专题培训.
constexpr double beside_full = 0.8;
/// The first type needs little, for every measure does something; those after it need more.
constexpr double least_first = 0.1, least_further = 0.35;
/// What words can say at most, for or against.
constexpr double most_words = 9;

struct Candidate {
  double rules = 0;                       ///< their score
  std::optional<Opinion> opinion;         ///< of the words; none where they do not know the type
  std::optional<std::size_t> place = {};  ///< in the ranking of the rules; none: these are still
  std::string id = {};

  [[nodiscard]] double likely(double by_rules) const {
    const double words = opinion ? std::clamp(opinion->score, -most_words, most_words) : 0;
    return Curve{bias + rules_weight * std::min(1.0, by_rules / full_score), words_weight}.at(
        words);
  }
  [[nodiscard]] double likely() const { return likely(rules); }
  [[nodiscard]] double score() const { return std::min(rules, certain_score) + likely(); }
};

/// Every type that rules speak for or words know, best first.
std::vector<Candidate> candidates(const Tally& rules, const std::vector<std::uint32_t>& ranking,
                                  const LabelSet& set, const LinearTask& words,
                                  const Features& features) {
  std::vector<Candidate> out;
  for (std::size_t place = 0; place < ranking.size(); ++place)
    out.push_back(
        {rules.standings()[ranking[place]].score, {}, place, set.labels[ranking[place]].id});
  for (const Opinion& opinion : opinions(words, features)) {
    const std::string& id = words.classes[opinion.label].id;
    const auto known =
        std::find_if(out.begin(), out.end(), [&](const Candidate& c) { return c.id == id; });
    if (known == out.end()) {
      out.push_back({0, opinion, {}, id});
    } else {
      known->opinion = opinion;
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score() > b.score(); });
  return out;
}

/// The reasons of the words beside those of the rules, each with its part of the score.
void add_reasons(const Candidate& c, const Label& by_words, Label& label) {
  if (by_words.why.empty()) return;
  const double words = c.likely(0) / c.score();
  for (Evidence& e : label.why) e.share *= 1 - words;
  for (Evidence e : by_words.why) {
    e.share *= words;
    label.why.push_back(std::move(e));
  }
}

}  // namespace

std::vector<Label> types_by_rules(const Tally& rules) {
  std::vector<Label> out;
  const auto ranking = rules.ranking();
  for (std::size_t place = 0; place < ranking.size(); ++place) {
    const double score = rules.standings()[ranking[place]].score;
    const double best = rules.standings()[ranking.front()].score;
    if (score < least_score || score < best * least_share || out.size() == most_types) break;
    out.push_back(rules.label(ranking, place));
  }
  return out;
}

std::vector<Label> types_by_both(const Tally& rules, const LabelSet& set, const LinearTask& words,
                                 const Features& features) {
  const auto ranking = rules.ranking();
  const std::vector<Candidate> found = candidates(rules, ranking, set, words, features);
  const auto likeliest = std::max_element(
      found.begin(), found.end(),
      [](const Candidate& a, const Candidate& b) { return a.likely() < b.likely(); });
  const bool full = !ranking.empty() && rules.standings()[ranking.front()].score >= full_score;
  std::vector<Label> out;
  for (auto c = found.begin(); c != found.end() && out.size() < most_types; ++c) {
    const bool further = c->likely() >= least_further && (!full || c->rules >= beside_full);
    const bool first = c == likeliest && c->likely() >= least_first;  // though a rule names another
    if (!first && !further && c->rules < certain_score) continue;
    std::optional<Label> by_words;
    if (c->opinion)
      by_words = learnt_label(words, features, set, *c->opinion, "words.measure_types");
    if (!c->place && (!by_words || by_words->why.empty())) continue;
    Label label = c->place ? rules.label(ranking, *c->place) : *by_words;
    if (c->place) {
      if (by_words) add_reasons(*c, *by_words, label);
      // Half a voice of the rules would have given the label alone.
      if (c->rules < full_score / 2) label.by = LabelSource::model;
    }
    label.score = c->score();
    label.margin = 1;
    label.runner_up.clear();
    if (const auto next = c + 1; next != found.end()) {
      label.runner_up = next->id;
      label.margin = 1 - next->score() / label.score;
    }
    out.push_back(std::move(label));
  }
  return out;
}

}  // namespace noticekit::labelling
