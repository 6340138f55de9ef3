// The model file: lines of words and numbers that a person can read, closed by a checksum.
//
//   noticekit-model 1
//   rules 0123456789ab
//   trained NOTICES FINDINGS MEASURES
//   task topics CLASSES FEATURES
//   curves MODEL_BIAS MODEL_SLOPE RULE_BIAS RULE_SLOPE OTHER BLEND0 BLEND1 BLEND2 BLEND3
//   class ID EXAMPLES BIAS
//   NAME COLUMN:WEIGHT ...
//   sha256 ...
#include "classify/linear_model.hpp"

#include <charconv>
#include <cmath>

#include "text/sha256.hpp"

namespace noticekit {
namespace {

constexpr std::string_view magic = "noticekit-model ";
constexpr std::string_view version_word = "1";
constexpr const char* kind_names[] = {"topics", "dimension", "measure_types"};
constexpr std::size_t most_features = 4'000'000, most_classes = 10'000;

template <class Number>
void put(std::string& out, Number value) {
  char buffer[32];
  out += ' ';
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void put_task(std::string& out, const char* name, const LinearTask& t) {
  out.append("task ").append(name);
  put(out, t.classes.size());
  put(out, t.features.size());
  out += "\ncurves";
  for (const double v : {t.model_right.bias, t.model_right.slope, t.rule_right.bias,
                         t.rule_right.slope, t.other_right})
    put(out, v);
  for (const double v : t.blend) put(out, v);
  out += '\n';
  for (const LinearTask::Class& c : t.classes) {
    out.append("class ").append(c.id);
    put(out, c.examples);
    put(out, c.bias);
    out += '\n';
  }
  const std::size_t columns = t.classes.size();
  for (std::size_t f = 0; f < t.features.size(); ++f) {
    out += t.features[f];
    for (std::size_t c = 0; c < columns; ++c) {
      const float w = t.weights[f * columns + c];
      if (w == 0) continue;
      put(out, c);
      out += ':';
      char buffer[32];
      out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, w).ptr);
    }
    out += '\n';
  }
}

Error bad(std::string message) { return {Errc::bad_model, std::move(message), {}}; }

/// Words of one line after another; a word that is missing or no number makes it fail for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool line() {
    if (rest_.empty()) return false;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return true;
  }
  std::string_view word() {
    const std::size_t end = std::min(line_.find(' '), line_.size());
    const std::string_view out = line_.substr(0, end);
    line_.remove_prefix(std::min(end + 1, line_.size()));
    if (out.empty()) failed_ = true;
    return out;
  }
  void expect(std::string_view word_) {
    if (word() != word_) failed_ = true;
  }
  template <class Number>
  Number number(std::string_view from) {
    Number out{};
    const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), out);
    if (error != std::errc() || end != from.data() + from.size()) failed_ = true;
    return out;
  }
  double real() {
    const double out = number<double>(word());
    if (!std::isfinite(out)) failed_ = true;
    return out;
  }
  unsigned count() { return number<unsigned>(word()); }
  [[nodiscard]] bool more() const { return !line_.empty(); }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::string_view rest_, line_;
  bool failed_ = false;
};

bool read_task(Reader& in, const char* name, LinearTask& t) {
  if (!in.line()) return false;
  in.expect("task");
  in.expect(name);
  const std::size_t classes = in.count(), features = in.count();
  if (in.failed() || classes > most_classes || features > most_features || !in.line()) return false;
  in.expect("curves");
  t.model_right = {in.real(), in.real()};
  t.rule_right = {in.real(), in.real()};
  t.other_right = in.real();
  for (double& v : t.blend) v = in.real();
  for (std::size_t c = 0; c < classes && in.line(); ++c) {
    in.expect("class");
    LinearTask::Class out;
    out.id = in.word();
    out.examples = in.count();
    out.bias = in.real();
    t.classes.push_back(std::move(out));
  }
  t.features.reserve(features);
  t.weights.assign(features * classes, 0);
  for (std::size_t f = 0; f < features && in.line(); ++f) {
    t.features.emplace_back(in.word());
    while (in.more() && !in.failed()) {
      const std::string_view cell = in.word();
      const std::size_t colon = std::min(cell.find(':'), cell.size());
      const auto column = in.number<std::size_t>(cell.substr(0, colon));
      const auto weight = in.number<float>(cell.substr(std::min(colon + 1, cell.size())));
      if (in.failed() || column >= classes) return false;
      t.weights[f * classes + column] = weight;
    }
  }
  t.index_features();
  return !in.failed() && t.classes.size() == classes && t.features.size() == features;
}

}  // namespace

double Curve::at(double x) const { return 1 / (1 + std::exp(-(bias + slope * x))); }

const float* LinearTask::row(std::string_view feature) const {
  const auto at = index_.find(feature);
  return at == index_.end() ? nullptr : &weights[at->second * classes.size()];
}

void LinearTask::index_features() {
  index_.clear();
  index_.reserve(features.size());
  for (std::uint32_t i = 0; i < features.size(); ++i) index_.emplace(features[i], i);
}

Model::Model(std::shared_ptr<const LinearModel> linear) : linear_(std::move(linear)) {}

const char* learnt_kind_name(LearntKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string write_model(const Model& model) {
  const LinearModel& m = model.linear();
  std::string out;
  out.append(magic).append(version_word).append("\nrules ").append(m.rules).append("\ntrained");
  put(out, m.notices);
  put(out, m.findings);
  put(out, m.measures);
  out += '\n';
  for (std::size_t i = 0; i < m.tasks.size(); ++i) put_task(out, kind_names[i], m.tasks[i]);
  const std::string sum = sha256(out);
  return out.append("sha256 ").append(sum).append("\n");
}

Result<Model> read_model(std::string_view bytes) {
  if (bytes.substr(0, magic.size()) != magic)
    return bad("no model of noticekit; notice-classify train writes one");
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view version = bytes.substr(magic.size(), line_end - magic.size());
  if (version != version_word) {
    return bad("a model of version " + std::string(version) +
               "; this program reads version 1, train it again");
  }
  const std::size_t sum_at = bytes.rfind("\nsha256 ");
  if (sum_at == std::string_view::npos || bytes.size() != sum_at + 8 + 64 + 1 ||
      bytes.back() != '\n')
    return bad("the model is cut off after " + std::to_string(bytes.size()) +
               " bytes; copy it again, or train it again");
  if (sha256(bytes.substr(0, sum_at + 1)) != bytes.substr(sum_at + 8, 64))
    return bad("the model was changed after it was written: its checksum differs; train it again");
  auto linear = std::make_shared<LinearModel>();
  Reader in(bytes.substr(0, sum_at + 1));
  in.line();
  in.line();
  in.expect("rules");
  linear->rules = in.word();
  in.line();
  in.expect("trained");
  linear->notices = in.count();
  linear->findings = in.count();
  linear->measures = in.count();
  for (std::size_t i = 0; i < linear->tasks.size(); ++i) {
    if (!read_task(in, kind_names[i], linear->tasks[i]))
      return bad(std::string("the part on ") + kind_names[i] + " cannot be read; train it again");
  }
  return Model(std::move(linear));
}

std::string model_digest(const Model& model) { return sha256(write_model(model)).substr(0, 12); }

const std::string& model_rules(const Model& model) { return model.linear().rules; }

}  // namespace noticekit
