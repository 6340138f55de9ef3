// What is learnt from: features, the labels that hold, and what the rules say. Comes before
// task.hpp.
#pragma once

#include <string>
#include <vector>

#include "classify/features.hpp"
#include "noticekit/learn.hpp"

namespace noticekit::learning {

/// One finding, or one measure.
struct Example {
  labelling::Features features;
  std::vector<std::string> gold;  ///< ids, most central first
  std::vector<Label> rules;       ///< best first
  std::uint32_t group = 0;        ///< examples of one group are held back together
};

/// Examples of each kind, by LearntKind.
struct Examples {
  std::vector<Example> of[3];
  unsigned findings = 0;
  bool by_notice = false;  ///< whether groups are notices
  std::string unknown;     ///< a label that the taxonomy does not have, if there is one
};

/// `folds`: how many parts groups must make.
Examples examples_of(const std::vector<Labelled>& notices, const Taxonomy& taxonomy,
                     unsigned folds);

}  // namespace noticekit::learning
