// A linear model as classify() uses it: weights by feature, and how its scores become
// probabilities. Comes after taxonomy.hpp; learn/ fills it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "noticekit/model.hpp"

namespace noticekit {

/// 1 / (1 + e^-(bias + slope * x)): how often something with the value x was right.
struct Curve {
  double bias = 0;
  double slope = 0;
  [[nodiscard]] double at(double x) const;
};

/// What is known of one kind of label.
struct LinearTask {
  struct Class {
    std::string id;
    unsigned examples = 0;
    double bias = 0;
  };
  std::vector<Class> classes;
  /// Names in ascending order; `weights` holds classes.size() numbers for each.
  std::vector<std::string> features;
  std::vector<float> weights;
  Curve model_right;       ///< of a model's score: is this label one of the finding's?
  Curve rule_right;        ///< of the margin of the rules' first label: is it right?
  double other_right = 0;  ///< how often `other`, or nothing, by the rules was right
  /// measure_types: bias, weight of the rules' share, weight of the model's score, least
  /// probability of a label that is given.
  std::array<double, 4> blend{};

  [[nodiscard]] bool empty() const { return classes.empty(); }
  /// The row of weights of a feature; null if it is not known.
  [[nodiscard]] const float* row(std::string_view feature) const;
  void index_features();

 private:
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

struct LinearModel {
  LinearModel() = default;
  LinearModel(const LinearModel&) = delete;  // the index points into the names
  LinearModel& operator=(const LinearModel&) = delete;

  std::string rules;  ///< digest of the rules in force at training
  unsigned notices = 0, findings = 0, measures = 0;
  std::array<LinearTask, 3> tasks;  ///< by LearntKind
  [[nodiscard]] const LinearTask& task(LearntKind kind) const {
    return tasks[static_cast<std::size_t>(kind)];
  }
};

}  // namespace noticekit
