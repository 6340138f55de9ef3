// train() and cross_validate(): all kinds of labels, from labelled notices.
#include <algorithm>
#include <array>

#include "classify/predict.hpp"
#include "learn/task.hpp"
#include "noticekit/learn.hpp"

namespace noticekit {
namespace {

using learning::Count;
using learning::Example;
using learning::Examples;

constexpr std::array kinds = {LearntKind::topics, LearntKind::dimension, LearntKind::measure_types};

const LabelSet& set_of(LearntKind kind, const Taxonomy& t) {
  return kind == LearntKind::topics      ? t.topics
         : kind == LearntKind::dimension ? t.dimensions
                                         : t.measure_types;
}

std::optional<Error> unfit(const Examples& examples) {
  if (!examples.unknown.empty()) {
    return Error{Errc::bad_usage,
                 "the label " + examples.unknown +
                     " is not in the taxonomy; give --rules the folder that defines it",
                 {}};
  }
  if (examples.of[0].size() >= least_findings) return std::nullopt;
  return Error{Errc::bad_usage,
               std::to_string(examples.of[0].size()) + " labelled findings are too few; " +
                   std::to_string(least_findings) + " are needed, about 50 make it worth while",
               {}};
}

std::vector<const Example*> pointers(const std::vector<Example>& examples) {
  std::vector<const Example*> out;
  out.reserve(examples.size());
  for (const Example& e : examples) out.push_back(&e);
  return out;
}

/// The fields of cross_validate(), each under rules, model, both.
struct Board {
  std::array<Count, 3> primary, within2, dimension, types;

  void add(LearntKind kind, std::size_t mode, const Example& e, const std::vector<Label>& labels) {
    if (kind == LearntKind::topics) {
      primary[mode].add_first(e, labels, 1);
      within2[mode].add_first(e, labels, 2);
    } else if (kind == LearntKind::dimension) {
      dimension[mode].add_first(e, labels, 1);
    } else {
      types[mode].add_all(e, labels);
    }
  }
};

void score_fold(LearntKind kind, const std::vector<Example>& examples, unsigned fold,
                unsigned folds, const LabelSet& set, Board& board) {
  std::vector<const Example*> seen, held;
  for (const Example& e : examples) (e.group % folds == fold ? held : seen).push_back(&e);
  if (held.empty()) return;
  const learning::TrainedTask trained = learning::train_task(kind, seen, set);
  for (const Example* e : held) {
    board.add(kind, 0, *e, e->rules);
    std::vector<Label> alone = e->rules;
    learning::predict(kind, trained.task, set, labelling::Mode::model_alone, *e, alone);
    board.add(kind, 1, *e, alone);
    std::vector<Label> both = e->rules;
    if (trained.helps())
      learning::predict(kind, trained.task, set, labelling::Mode::both, *e, both);
    board.add(kind, 2, *e, both);
  }
}

}  // namespace

Result<Training> train(const std::vector<Labelled>& notices, const Taxonomy& taxonomy,
                       std::string rules) {
  const Examples examples = learning::examples_of(notices, taxonomy, learning::inner_folds);
  if (auto error = unfit(examples)) return std::move(*error);
  auto linear = std::make_shared<LinearModel>();
  std::vector<NotLearnt> not_learnt;
  std::vector<Benefit> held_back;
  linear->rules = std::move(rules);
  linear->notices = static_cast<unsigned>(notices.size());
  linear->findings = examples.findings;
  linear->measures = static_cast<unsigned>(examples.of[2].size());
  for (const LearntKind kind : kinds) {
    const auto i = static_cast<std::size_t>(kind);
    learning::TrainedTask trained =
        learning::train_task(kind, pointers(examples.of[i]), set_of(kind, taxonomy), &not_learnt);
    if (trained.task.empty()) continue;
    held_back.push_back({kind, trained.rules, trained.both, trained.helps()});
    if (trained.helps()) linear->tasks[i] = std::move(trained.task);
  }
  Training out{Model(linear),    linear->notices,       linear->findings,
               linear->measures, std::move(not_learnt), std::move(held_back)};
  return out;
}

Result<Folds> cross_validate(const std::vector<Labelled>& notices, const Taxonomy& taxonomy,
                             unsigned folds) {
  const Examples examples = learning::examples_of(notices, taxonomy, folds);
  if (auto error = unfit(examples)) return std::move(*error);
  Board board;
  for (const LearntKind kind : kinds) {
    for (unsigned fold = 0; fold < folds; ++fold)
      score_fold(kind, examples.of[static_cast<std::size_t>(kind)], fold, folds,
                 set_of(kind, taxonomy), board);
  }
  Folds out{folds, examples.by_notice, {}};
  const auto row = [&](const char* field, const std::array<Count, 3>& c) {
    out.scores.push_back(
        {field, static_cast<unsigned>(c[0].gold), c[0].f1(), c[1].f1(), c[2].f1()});
  };
  row("topic.primary", board.primary);
  row("topic.within2", board.within2);
  row("dimension", board.dimension);
  row("measure_types", board.types);
  return out;
}

}  // namespace noticekit
