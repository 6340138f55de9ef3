#include "classify/weigh.hpp"

#include <algorithm>

namespace noticekit::labelling {
namespace {

/// What words can say at most, for or against.
constexpr double most_words = 9;

double voice_of_rules(const Scale& s, double rules) {
  return s.rules_weight * std::min(1.0, rules / s.full_score);
}

}  // namespace

Weighed::Weighed(const Tally& rules, const LabelSet& set, const WordList& list, const Words& words,
                 const Scale& scale, const char* reason)
    : rules_(rules),
      set_(set),
      scale_(scale),
      reason_(reason),
      ranking_(rules.ranking()),
      voices_(voices(list, words)) {
  for (std::size_t place = 0; place < ranking_.size(); ++place) {
    candidates_.push_back({.label = ranking_[place],
                           .rules = rules.standings()[ranking_[place]].score,
                           .place = place});
  }
  double best = 0;
  for (const Opinion& opinion : opinions(voices_)) {
    const std::string& id = list.classes()[opinion.label].id;
    const auto label = std::find_if(set.labels.begin(), set.labels.end(),
                                    [&](const LabelEntry& l) { return l.id == id; });
    if (label == set.labels.end()) continue;
    const auto index = static_cast<std::uint32_t>(label - set.labels.begin());
    auto known = std::find_if(candidates_.begin(), candidates_.end(),
                              [&](const Candidate& c) { return c.label == index; });
    if (known == candidates_.end()) known = candidates_.insert(candidates_.end(), {.label = index});
    known->opinion = opinion;
    known->words = std::clamp(opinion.score, -most_words, most_words);
    best = std::max(best, known->words);
  }
  for (Candidate& c : candidates_) {
    if (!c.opinion) c.words = best;
    c.likely = Curve{scale.bias + voice_of_rules(scale, c.rules), scale.words_weight}.at(c.words);
    c.score = std::min(c.rules, scale.most_rules) + c.likely;
  }
  std::stable_sort(candidates_.begin(), candidates_.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

void Weighed::add_reasons(const Candidate& c, const Label& by_words, Label& label) const {
  if (by_words.why.empty() || c.words <= 0) return;
  // Of the likelihood each has its part of the log-odds; what a rule adds to the score is its own.
  const double spoken = scale_.words_weight * c.words;
  const double words = c.likely / c.score * spoken / (spoken + voice_of_rules(scale_, c.rules));
  for (Evidence& e : label.why) e.share *= 1 - words;
  for (Evidence e : by_words.why) {
    e.share *= words;
    label.why.push_back(std::move(e));
  }
}

std::optional<Label> Weighed::label(const Candidate& c) const {
  std::optional<Label> by_words;
  if (c.opinion) by_words = learnt_label(voices_, set_, *c.opinion, reason_);
  if (!c.place && (!by_words || by_words->why.empty())) return std::nullopt;
  Label out = c.place ? rules_.label(ranking_, *c.place) : *by_words;
  if (c.place) {
    if (by_words) add_reasons(c, *by_words, out);
    if (c.opinion && c.rules < scale_.full_score / 2) out.by = LabelSource::model;
  }
  out.score = c.score;
  out.margin = 1;
  out.runner_up.clear();
  const auto next = std::find_if(candidates_.begin(), candidates_.end(),
                                 [&](const Candidate& x) { return x.label == c.label; }) +
                    1;
  if (next != candidates_.end()) {
    out.runner_up = set_.labels[next->label].id;
    out.margin = 1 - next->score / out.score;
  }
  return out;
}

}  // namespace noticekit::labelling
