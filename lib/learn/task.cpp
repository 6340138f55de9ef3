#include "learn/task.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "classify/predict.hpp"
#include "learn/logistic.hpp"
#include "learn/separate.hpp"

namespace noticekit::learning {
namespace {

using Pointers = std::vector<const Example*>;

/// A feature of a single example teaches that example by heart.
constexpr unsigned least_uses = 2;

struct Table {
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

Table tabulate(const Pointers& examples) {
  std::map<std::string_view, unsigned> uses;
  for (const Example* e : examples) {
    for (const labelling::Feature& f : e->features) ++uses[f.name];
  }
  Table out;
  std::map<std::string_view, std::uint32_t> number;
  for (const auto& [name, n] : uses) {
    if (n < least_uses) continue;
    number.emplace(name, static_cast<std::uint32_t>(out.columns.size()));
    out.columns.emplace_back(name);
  }
  for (const Example* e : examples) {
    Row row;  // features are sorted by name, and so are the columns
    for (const labelling::Feature& f : e->features) {
      if (const auto at = number.find(f.name); at != number.end())
        row.cells.emplace_back(at->second, f.value);
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

/// 1 where the label holds, 0 where it does not, -1 where it holds beside a more central one: such
/// an example says neither.
int belongs(LearntKind kind, const Example& e, const std::string& label) {
  const auto at = std::find(e.gold.begin(), e.gold.end(), label);
  if (at == e.gold.end()) return 0;
  return kind == LearntKind::measure_types || at == e.gold.begin() ? 1 : -1;
}

/// Classes and planes, no curves.
LinearTask planes(LearntKind kind, const Pointers& examples, std::vector<NotLearnt>* not_learnt) {
  std::map<std::string, unsigned> support;
  for (const Example* e : examples) {
    for (const std::string& id : e->gold) support[id] += belongs(kind, *e, id) == 1 ? 1 : 0;
  }
  LinearTask out;
  for (const auto& [id, n] : support) {
    if (n >= least_examples && n < examples.size()) {
      out.classes.push_back({id, n, 0});
    } else if (not_learnt != nullptr) {
      not_learnt->push_back({kind, id, n});
    }
  }
  if (out.classes.empty()) return out;
  Table table = tabulate(examples);
  std::vector<const Row*> rows;
  for (const Row& r : table.rows) rows.push_back(&r);
  const std::size_t n = out.classes.size();
  out.weights.assign(table.columns.size() * n, 0);
  std::vector<int> in(examples.size());
  for (std::size_t c = 0; c < n; ++c) {
    for (std::size_t i = 0; i < examples.size(); ++i)
      in[i] = belongs(kind, *examples[i], out.classes[c].id);
    const Plane plane = separate(rows, in, static_cast<std::uint32_t>(table.columns.size()));
    out.classes[c].bias = plane.bias;
    for (std::size_t f = 0; f < plane.weights.size(); ++f) {
      // Three places: finer ones change no label and make the model file twice as long.
      out.weights[f * n + c] = static_cast<float>(std::round(plane.weights[f] * 1000) / 1000);
    }
  }
  out.features = std::move(table.columns);
  out.index_features();
  return out;
}

/// What a model that did not see an example thinks of it.
struct HeldBack {
  const Example* example;
  std::vector<std::pair<std::string, double>> scores;  ///< by label, highest first
};

struct Fold {
  Pointers seen;
  LinearTask task;  ///< of `seen`
  std::vector<HeldBack> held;
};

std::vector<Fold> hold_back(LearntKind kind, const Pointers& examples) {
  std::vector<Fold> out;
  out.reserve(inner_folds);
  for (unsigned fold = 0; fold < inner_folds; ++fold) {
    Fold f;
    Pointers held;
    for (const Example* e : examples) (e->group % inner_folds == fold ? held : f.seen).push_back(e);
    f.task = planes(kind, f.seen, nullptr);
    if (f.task.empty()) continue;
    for (const Example* e : held) {
      HeldBack h{e, {}};
      for (const labelling::Opinion& o :
           labelling::opinions(labelling::voices(f.task, e->features)))
        h.scores.emplace_back(f.task.classes[o.label].id, o.score);
      f.held.push_back(std::move(h));
    }
    out.push_back(std::move(f));
  }
  return out;
}

bool holds(const Example& e, const std::string& id) {
  return std::find(e.gold.begin(), e.gold.end(), id) != e.gold.end();
}

Curve curve(const std::vector<Observation<2>>& observations) {
  const auto w = fit(observations);
  return {w[0], w[1]};
}

/// How often the rules' first label was right, by its margin; and where they had none.
void learn_rules(const Pointers& examples, LinearTask& out) {
  std::vector<Observation<2>> seen;
  unsigned none = 0, none_right = 0;
  for (const Example* e : examples) {
    const bool right = !e->rules.empty() && !e->gold.empty() && e->rules[0].id == e->gold[0];
    if (e->rules.empty() || e->rules[0].why.empty()) {
      ++none;
      none_right += right ? 1 : 0;
    } else {
      seen.push_back({{1, e->rules[0].margin.value_or(0)}, right});
    }
  }
  out.rule_right = curve(seen);
  out.other_right = (none_right + 0.5) / (none + 2.0);
}

/// The least probability of a label that is given: that with the best F1.
double threshold(const std::vector<std::pair<double, bool>>& given, std::size_t all) {
  double best = 0.5, best_f1 = -1;
  for (int percent = 25; percent <= 60; percent += 5) {
    const double least = percent / 100.0;
    std::size_t right = 0, predicted = 0;
    for (const auto& [p, is_right] : given) {
      if (p < least) continue;
      ++predicted;
      right += is_right ? 1 : 0;
    }
    const double f1 = 2.0 * static_cast<double>(right) / static_cast<double>(all + predicted);
    if (f1 > best_f1) {
      best_f1 = f1;
      best = least;
    }
  }
  return best;
}

void learn_blend(const std::vector<const HeldBack*>& held, LinearTask& out) {
  std::vector<Observation<3>> seen;
  std::vector<Observation<2>> alone;
  std::size_t all = 0;
  for (const HeldBack* h : held) {
    all += h->example->gold.size();
    const std::vector<Label>& rules = h->example->rules;
    for (const auto& [id, score] : h->scores) {
      const auto at = std::find_if(rules.begin(), rules.end(),
                                   [&, &label = id](const Label& l) { return l.id == label; });
      const double share = at == rules.end() ? 0 : at->score / rules[0].score;
      seen.push_back({{1, share, score}, holds(*h->example, id)});
      alone.push_back({{1, score}, holds(*h->example, id)});
    }
  }
  const auto w = fit(seen);
  out.model_right = curve(alone);
  std::vector<std::pair<double, bool>> given;
  given.reserve(seen.size());
  for (const auto& o : seen)
    given.emplace_back(Curve{w[0] + w[1] * o.x[1], w[2]}.at(o.x[2]), o.right);
  out.blend = {w[0], w[1], w[2], threshold(given, all)};
}

void learn_first(const std::vector<const HeldBack*>& held, LinearTask& out) {
  std::vector<Observation<2>> seen;
  seen.reserve(held.size());
  for (const HeldBack* h : held)
    seen.push_back({{1, h->scores[0].second}, h->scores[0].first == h->example->gold[0]});
  out.model_right = curve(seen);
}

/// All curves: of the rules from `examples`, of the model from what it did not see.
void learn_curves(LearntKind kind, const Pointers& examples,
                  const std::vector<const HeldBack*>& held, LinearTask& out) {
  learn_rules(examples, out);
  if (kind == LearntKind::measure_types) {
    learn_blend(held, out);
  } else {
    learn_first(held, out);
  }
}

/// Held-back examples of all folds but `without`.
std::vector<const HeldBack*> held_in(const std::vector<Fold>& folds, const Fold* without) {
  std::vector<const HeldBack*> out;
  for (const Fold& f : folds) {
    if (&f == without) continue;
    for (const HeldBack& h : f.held) out.push_back(&h);
  }
  return out;
}

void compare(LearntKind kind, std::vector<Fold>& folds, const LabelSet& set, TrainedTask& out) {
  Count rules, both;
  const auto add = [kind](Count& count, const Example& e, const std::vector<Label>& labels) {
    if (kind == LearntKind::measure_types) {
      count.add_all(e, labels);
    } else {
      count.add_first(e, labels, 1);
    }
  };
  for (Fold& fold : folds) {
    learn_curves(kind, fold.seen, held_in(folds, &fold), fold.task);
    for (const HeldBack& h : fold.held) {
      std::vector<Label> labels = h.example->rules;
      add(rules, *h.example, labels);
      predict(kind, fold.task, set, labelling::Mode::both, *h.example, labels);
      add(both, *h.example, labels);
    }
  }
  out.rules = rules.f1();
  out.both = both.f1();
}

}  // namespace

void predict(LearntKind kind, const LinearTask& task, const LabelSet& set, labelling::Mode mode,
             const Example& example, std::vector<Label>& labels) {
  if (kind == LearntKind::measure_types) {
    labelling::blend(task, example.features, set, mode, labels);
  } else {
    labelling::settle(task, example.features, set, mode, labels);
  }
}

void Count::add_first(const Example& example, const std::vector<Label>& labels,
                      std::size_t within) {
  ++gold;
  ++given;
  for (std::size_t i = 0; i < std::min(within, labels.size()); ++i)
    right += labels[i].id == example.gold[0] ? 1 : 0;
}

void Count::add_all(const Example& example, const std::vector<Label>& labels) {
  gold += example.gold.size();
  given += labels.size();
  for (const Label& l : labels) right += holds(example, l.id) ? 1 : 0;
}

TrainedTask train_task(LearntKind kind, const std::vector<const Example*>& examples,
                       const LabelSet& set, std::vector<NotLearnt>* not_learnt) {
  TrainedTask out{planes(kind, examples, not_learnt)};
  if (out.task.empty()) return out;
  std::vector<Fold> folds = hold_back(kind, examples);
  learn_curves(kind, examples, held_in(folds, nullptr), out.task);
  compare(kind, folds, set, out);
  return out;
}

}  // namespace noticekit::learning
