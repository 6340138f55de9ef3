// What a notice, a finding, a measure is about: labels with reasons. Comes after notice.hpp;
// report.hpp counts them. Codes: domain reference section 4. Every label names the rule and the
// words that caused it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/notice.hpp"

namespace noticekit {

struct Taxonomy;
class Model;

/// Words that spoke for a label. `span` is into the notice's text, `share` the part of the score
/// that they gave, 0 to 1.
struct Evidence {
  std::string rule;
  Span span;
  double share = 1;
};

/// Who gave a label: the rules, a trained model or the learnt words that are built in, or a person
/// who corrected it.
enum class LabelSource : std::uint8_t { rule, model, person };
/// "rule", "model", "person".
const char* label_source_name(LabelSource source);

/// One label: `id` is the code, `name` the Chinese words, `score` its weight (rules) in the label's
/// own units; of topics with learnt words how likely it is the main one, 0 to 1.
struct Label {
  std::string id;
  std::string name;
  double score = 0;
  std::vector<Evidence> why;
  LabelSource by = LabelSource::rule;
  std::string runner_up = {};  ///< the id that came next; empty: none did
  /// By how much of its score it leads the runner-up: 1 alone, 0 a tie. None where labels are not
  /// ranked by score.
  std::optional<double> margin = {};
  /// How often such a label was right on held-back text; only where a model is used.
  std::optional<double> probability = {};
};

/// Labels of one finding; `measure_types` runs parallel to Finding::measures.
struct FindingLabels {
  std::optional<Label> dimension;
  std::vector<Label> topics;  ///< best first
  std::optional<Label> substance;
  std::vector<std::vector<Label>> measure_types;
};

/// Labels of one notice; `findings` runs parallel to Notice::findings.
struct Labels {
  std::optional<Label> genre, tier, inspected_level;
  std::optional<Label> scheme;  ///< whose names the dimensions have; only where one was asked for
  std::vector<Label> inspection_type;
  std::vector<FindingLabels> findings;
};

/// Names the dimensions as a scheme does (三个聚焦, 四个聚焦, 四个落实, by its Chinese words or its
/// id); a dimension that the scheme lacks falls to another. "auto": the scheme that the notice's
/// own headings show; none, and nothing changes, where they show none or two alike.
void apply_scheme(const Notice& notice, const Taxonomy& taxonomy, std::string_view scheme,
                  Labels& labels);
/// The schemes of a taxonomy, by their Chinese words.
std::vector<std::string> list_schemes(const Taxonomy& taxonomy);

/// Labels a notice by `taxonomy`, topics and measure types by the words built in too, where these
/// are not switched off. Deterministic: ties go to the rule that stands first. With a
/// model, topics, dimensions and measure types are the rules' where these are sure, else the
/// model's; each says which.
Labels classify(const Notice& notice, const Taxonomy& taxonomy, const Model* model = nullptr);

}  // namespace noticekit
