// What a notice, a finding, a measure is about: labels with reasons. Comes after notice.hpp;
// report.hpp counts them. Codes: domain reference section 4. Every label names the rule and the
// words that caused it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "noticekit/notice.hpp"

namespace noticekit {

struct Taxonomy;

/// Words that spoke for a label. `span` is into the notice's text.
struct Evidence {
  std::string rule;
  Span span;
};

/// One label: `id` is the code, `name` the Chinese words, `score` its weight (rules) in the label's
/// own units.
struct Label {
  std::string id;
  std::string name;
  double score = 0;
  std::vector<Evidence> why;
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
  std::vector<Label> inspection_type;
  std::vector<FindingLabels> findings;
};

/// Labels a notice by `taxonomy`. Deterministic: ties go to the rule that stands first.
Labels classify(const Notice& notice, const Taxonomy& taxonomy);

}  // namespace noticekit
