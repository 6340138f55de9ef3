#include "classify/predict.hpp"

#include <algorithm>
#include <cmath>

namespace noticekit::labelling {
namespace {

constexpr std::size_t most_guesses = 4, most_reasons = 5;

/// What the rules' first label is worth.
double rules_right(const LinearTask& task, const LabelSet& set, const std::vector<Label>& ranked) {
  if (ranked.empty() || ranked[0].why.empty() || set.labels.empty()) return task.other_right;
  return task.rule_right.at(ranked[0].margin.value_or(0));
}

}  // namespace

Voices voices(const LinearTask& task, const Features& features) {
  Voices out;
  out.classes = &task.classes;
  for (const Feature& f : features) {
    if (const float* row = task.row(f.name)) out.heard.push_back({f.span, f.value, row});
  }
  return out;
}

Voices voices(const WordList& list, const Words& words) {
  constexpr std::size_t ahead = 16;
  Voices out;
  out.classes = &list.classes();
  out.heard.reserve(words.size());
  std::vector<std::uint32_t> places;
  places.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + ahead < words.size()) list.fetch(words[i + ahead].gram);
    const auto place = list.find(words[i].gram);
    if (!place) continue;
    list.fetch(*place);
    places.push_back(*place);
    out.heard.push_back({words[i].span, words[i].value});
  }
  const std::size_t columns = list.classes().size();
  out.read.resize(places.size() * columns);
  for (std::size_t i = 0; i < places.size(); ++i) {
    list.add_weights(places[i], &out.read[i * columns]);
    out.heard[i].weights = &out.read[i * columns];
  }
  return out;
}

std::vector<Opinion> opinions(const Voices& voices) {
  std::vector<Opinion> out(voices.classes->size());
  for (std::uint32_t c = 0; c < out.size(); ++c) out[c] = {c, (*voices.classes)[c].bias};
  for (const Voices::Voice& v : voices.heard) {
    for (Opinion& o : out) o.score += v.value * static_cast<double>(v.weights[o.label]);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Opinion& a, const Opinion& b) { return a.score > b.score; });
  return out;
}

std::optional<Label> learnt_label(const Voices& voices, const LabelSet& set, const Opinion& opinion,
                                  const char* rule) {
  const LinearTask::Class& known = (*voices.classes)[opinion.label];
  const auto entry = std::find_if(set.labels.begin(), set.labels.end(),
                                  [&](const LabelEntry& l) { return l.id == known.id; });
  if (entry == set.labels.end()) return std::nullopt;  // the taxonomy has lost it since
  Label out{known.id, entry->name, opinion.score, {}};
  out.by = LabelSource::model;
  struct Gain {
    double gain;
    Span span;
  };
  std::vector<Gain> gains;
  for (const Voices::Voice& v : voices.heard) {
    const float weight = v.weights[opinion.label];
    if (weight > 0) gains.push_back({v.value * static_cast<double>(weight), v.span});
  }
  std::stable_sort(gains.begin(), gains.end(),
                   [](const Gain& a, const Gain& b) { return a.gain > b.gain; });
  if (gains.size() > most_reasons) gains.resize(most_reasons);
  double all = 0;
  for (const Gain& g : gains) all += g.gain;
  for (const Gain& g : gains) out.why.push_back({rule, g.span, g.gain / all});
  return out;
}

void settle(const LinearTask& task, const Features& features, const LabelSet& set, Mode mode,
            std::vector<Label>& ranked) {
  if (task.empty()) return;
  const Voices heard = voices(task, features);
  const std::vector<Opinion> all = opinions(heard);
  const double model_right = task.model_right.at(all[0].score);
  const double rules = rules_right(task, set, ranked);
  if (mode == Mode::both && (rules >= model_right ||
                             (!ranked.empty() && ranked[0].id == task.classes[all[0].label].id))) {
    if (!ranked.empty()) ranked[0].probability = rules;
    return;
  }
  auto label = learnt_label(heard, set, all[0], "model.n_grams");
  if (!label) return;
  label->probability = model_right;
  if (all.size() > 1) {
    label->runner_up = task.classes[all[1].label].id;
    label->margin = std::max(0.0, model_right - task.model_right.at(all[1].score));
  }
  if (mode == Mode::model_alone) {
    ranked.clear();
    if (all.size() > 1) {
      if (auto second = learnt_label(heard, set, all[1], "model.n_grams")) {
        second->probability = task.model_right.at(all[1].score);
        ranked.push_back(std::move(*second));
      }
    }
  } else {
    ranked.erase(std::remove_if(ranked.begin(), ranked.end(),
                                [&](const Label& l) { return l.id == label->id || l.why.empty(); }),
                 ranked.end());
  }
  ranked.insert(ranked.begin(), std::move(*label));
}

void blend(const LinearTask& task, const Features& features, const LabelSet& set, Mode mode,
           std::vector<Label>& ranked) {
  if (task.empty()) return;
  struct Candidate {
    double probability;
    Label label;
  };
  std::vector<Candidate> found;
  const double best = ranked.empty() ? 1 : ranked[0].score;
  std::vector<Label> left = ranked;
  const Voices heard = voices(task, features);
  for (const Opinion& o : opinions(heard)) {
    const auto by_rule = std::find_if(
        left.begin(), left.end(), [&](const Label& l) { return l.id == task.classes[o.label].id; });
    const double share = by_rule == left.end() ? 0 : by_rule->score / best;
    const double p = mode == Mode::model_alone
                         ? task.model_right.at(o.score)
                         : Curve{task.blend[0] + task.blend[1] * share, task.blend[2]}.at(o.score);
    if (by_rule != left.end() && mode == Mode::both) {
      found.push_back({p, std::move(*by_rule)});
      left.erase(by_rule);
    } else if (p >= task.blend[3]) {
      if (auto label = learnt_label(heard, set, o, "model.n_grams"))
        found.push_back({p, std::move(*label)});
    }
  }
  // What the model does not know stays as the rules gave it.
  if (mode == Mode::both) {
    for (Label& l : left) found.push_back({task.rule_right.at(l.margin.value_or(0)), std::move(l)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.probability > b.probability;
  });
  ranked.clear();
  for (Candidate& c : found) {
    if (!ranked.empty() && (c.probability < task.blend[3] || ranked.size() == most_guesses)) break;
    c.label.probability = c.probability;
    ranked.push_back(std::move(c.label));
  }
}

}  // namespace noticekit::labelling
