// Learning labels from records that somebody corrected, and telling how good they are. Comes after
// model.hpp and label.hpp.
#pragma once

#include <string>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/label.hpp"
#include "noticekit/model.hpp"

namespace noticekit {

/// A notice with the labels that hold for it.
struct Labelled {
  Notice notice;
  Labels labels;
};

/// What a kind of label gained by the model on held-back folds: F1 of the first label, or of all
/// measure types.
struct Benefit {
  LearntKind kind{};
  double rules = 0, both = 0;
  bool used = false;  ///< where it gained nothing, the model leaves that kind to the rules
};

/// What came of training.
struct Training {
  Model model;
  unsigned notices = 0, findings = 0, measures = 0;
  std::vector<NotLearnt> not_learnt;  ///< labels with too few examples
  std::vector<Benefit> held_back;     ///< one for each kind that had labels to learn
};

/// Trains on the labels of `notices`. The same input gives the same model. `rules` is the digest of
/// the rules that `taxonomy` belongs to. **Errors**: bad_usage where there are fewer than
/// least_findings labelled findings, or labels that the taxonomy does not have.
Result<Training> train(const std::vector<Labelled>& notices, const Taxonomy& taxonomy,
                       std::string rules);
inline constexpr unsigned least_findings = 20;

/// Shares of held-back findings or measures that rules, model and both together got right.
struct FoldScore {
  std::string field;  ///< "topic.primary", "topic.within2", "dimension", "measure_types" (F1)
  unsigned support = 0;
  double rules = 0, model = 0, both = 0;
};

/// k-fold results. `by_notice`: all findings of a notice were held back together; with fewer than
/// 2k notices single findings are, and what a notice repeats flatters the model.
struct Folds {
  unsigned folds = 0;
  bool by_notice = false;
  std::vector<FoldScore> scores;
};

/// **Errors**: as train().
Result<Folds> cross_validate(const std::vector<Labelled>& notices, const Taxonomy& taxonomy,
                             unsigned folds);

}  // namespace noticekit
