// Labels that were learnt: a linear model over character n-grams, beside the rules. Comes after
// label.hpp; learn.hpp makes models, classify() uses them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/error.hpp"

namespace noticekit {

/// What can be learnt.
enum class LearntKind : std::uint8_t { topics, dimension, measure_types };
/// "topics", "dimension", "measure_types".
const char* learnt_kind_name(LearntKind kind);

/// A label that could not be learnt, and why.
struct NotLearnt {
  LearntKind kind{};
  std::string label;
  unsigned examples = 0;
};

struct LinearModel;  // what the layer below knows

/// A trained model. Immutable, cheap to copy.
class Model {
 public:
  explicit Model(std::shared_ptr<const LinearModel> linear);
  [[nodiscard]] const LinearModel& linear() const { return *linear_; }

 private:
  std::shared_ptr<const LinearModel> linear_;
};

/// A model as the text file it is kept in: a version, the digest of the rules it was trained
/// beside, weights, and the SHA-256 of all that.
std::string write_model(const Model& model);

/// **Errors**: bad_model: no model file, another version, cut off, or changed since it was written.
Result<Model> read_model(std::string_view bytes);

/// Twelve hexadecimal digits that tell models apart.
std::string model_digest(const Model& model);

/// The digest of the rules that stood beside the model when it was trained.
const std::string& model_rules(const Model& model);

}  // namespace noticekit
