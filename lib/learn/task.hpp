// Training one kind of label: planes, then the curves that make probabilities of their scores.
// Comes after examples.hpp and separate.hpp.
#pragma once

#include <vector>

#include "classify/linear_model.hpp"
#include "classify/predict.hpp"
#include "learn/examples.hpp"

namespace noticekit::learning {

inline constexpr unsigned inner_folds = 5;
/// A label with fewer examples is not learnt.
inline constexpr unsigned least_examples = 3;

/// What was learnt, and whether it is worth using beside the rules.
struct TrainedTask {
  LinearTask task;
  /// F1 on folds that neither the planes nor the curves have seen: of the rules alone, and of rules
  /// and model together. First labels only, save for measure types.
  double rules = 0, both = 0;
  [[nodiscard]] bool helps() const { return both > rules; }
};

/// Trains on `examples`, whose labels are of `set`; labels that could not be learnt go to
/// `not_learnt` where it is given.
TrainedTask train_task(LearntKind kind, const std::vector<const Example*>& examples,
                       const LabelSet& set, std::vector<NotLearnt>* not_learnt = nullptr);

/// What classify() makes of an example's labels by the rules.
void predict(LearntKind kind, const LinearTask& task, const LabelSet& set, labelling::Mode mode,
             const Example& example, std::vector<Label>& labels);

/// Counts of one field.
struct Count {
  std::size_t right = 0, gold = 0, given = 0;
  [[nodiscard]] double f1() const {
    return gold + given == 0 ? 0
                             : 2 * static_cast<double>(right) / static_cast<double>(gold + given);
  }
  /// Counts the first label, which `labels` may hold among their first `within`.
  void add_first(const Example& example, const std::vector<Label>& labels, std::size_t within);
  /// Counts all labels.
  void add_all(const Example& example, const std::vector<Label>& labels);
};

}  // namespace noticekit::learning
