// How far two sets of labels agree: a reference and a prediction, or two annotators. Comes after
// learn.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/learn.hpp"

namespace noticekit {

/// Counts of one label: given by both, by the reference, by the prediction.
struct LabelScore {
  std::string label;
  std::size_t right = 0, gold = 0, predicted = 0;
  /// None where there is nothing to divide by.
  [[nodiscard]] std::optional<double> precision() const;
  [[nodiscard]] std::optional<double> recall() const;
  [[nodiscard]] std::optional<double> f1() const;
};

/// How often the reference said one label and the prediction another.
struct Confusion {
  std::string gold, predicted;
  std::size_t times = 0;
};

/// One kind of label. With one label an item, kappa is Cohen's over the items; with several, over
/// every pair of item and label.
struct FieldScore {
  std::string field;
  std::size_t items = 0;
  LabelScore all;  ///< all labels together
  std::optional<double> kappa;
  std::vector<LabelScore> labels;     ///< in alphabetic order
  std::vector<Confusion> confusions;  ///< most frequent first; only with one label an item
};

struct Evaluation {
  std::size_t notices = 0;
  /// Notices and findings of the reference that the prediction lacks.
  std::vector<std::string> missing;
  std::vector<FieldScore> fields;
};

/// Compares by id: notices, findings; measures by their place. What only the prediction has is not
/// counted.
Evaluation evaluate(const std::vector<Labelled>& gold, const std::vector<Labelled>& predicted);

enum class EvaluationFormat : std::uint8_t { text, markdown, json };

/// For people or programs; numbers with three places, a dash where there is nothing to divide by.
std::string render(const Evaluation& evaluation, EvaluationFormat format);
std::string render(const Folds& folds, EvaluationFormat format);

}  // namespace noticekit
