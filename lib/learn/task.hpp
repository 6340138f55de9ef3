// Training one kind of label: planes, then the curves that make probabilities of their scores.
// Comes after examples.hpp and separate.hpp.
#pragma once

#include <vector>

#include "classify/linear_model.hpp"
#include "learn/examples.hpp"

namespace noticekit::learning {

inline constexpr unsigned inner_folds = 5;
/// A label with fewer examples is not learnt.
inline constexpr unsigned least_examples = 3;

/// Trains on `examples`; labels that could not be learnt go to `not_learnt` where it is given.
LinearTask train_task(LearntKind kind, const std::vector<const Example*>& examples,
                      std::vector<NotLearnt>* not_learnt = nullptr);

}  // namespace noticekit::learning
