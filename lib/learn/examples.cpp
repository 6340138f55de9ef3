#include "learn/examples.hpp"

#include <algorithm>

#include "classify/taxonomy.hpp"

namespace noticekit::learning {
namespace {

bool knows(const LabelSet& set, const std::string& id) {
  return std::any_of(set.labels.begin(), set.labels.end(),
                     [&](const LabelEntry& l) { return l.id == id; });
}

}  // namespace

Examples examples_of(const std::vector<Labelled>& notices, const Taxonomy& taxonomy,
                     unsigned folds) {
  Examples out;
  const auto ids = [&](const std::vector<Label>& labels, const LabelSet& set, const char* kind) {
    std::vector<std::string> all;
    for (const Label& l : labels) {
      if (!knows(set, l.id) && out.unknown.empty()) out.unknown = l.id + " (" + kind + ")";
      all.push_back(l.id);
    }
    return all;
  };
  const auto list = [](const std::optional<Label>& l) {
    return l ? std::vector<Label>{*l} : std::vector<Label>{};
  };
  std::size_t with_findings = 0;
  for (const Labelled& n : notices) with_findings += n.notice.findings.empty() ? 0 : 1;
  out.by_notice = with_findings >= 2 * static_cast<std::size_t>(folds);
  std::uint32_t group = 0;
  for (const Labelled& n : notices) {
    if (n.notice.findings.empty()) continue;
    const Labels rules = classify(n.notice, taxonomy);
    for (std::size_t i = 0; i < n.notice.findings.size() && i < n.labels.findings.size(); ++i) {
      const Finding& finding = n.notice.findings[i];
      const FindingLabels& gold = n.labels.findings[i];
      const FindingLabels& by_rule = rules.findings[i];
      ++out.findings;
      const labelling::Features features = labelling::features_of(n.notice, finding);
      if (!gold.topics.empty()) {
        out.of[0].push_back(
            {features, ids(gold.topics, taxonomy.topics, "topic"), by_rule.topics, group});
      }
      if (gold.dimension) {
        out.of[1].push_back({features, ids(list(gold.dimension), taxonomy.dimensions, "dimension"),
                             list(by_rule.dimension), group});
      }
      for (std::size_t m = 0; m < finding.measures.size() && m < gold.measure_types.size(); ++m) {
        if (gold.measure_types[m].empty()) continue;
        out.of[2].push_back(
            {labelling::features_of(n.notice, finding.measures[m].text),
             ids(gold.measure_types[m], taxonomy.measure_types, "measure type"),
             m < by_rule.measure_types.size() ? by_rule.measure_types[m] : std::vector<Label>{},
             group});
      }
      if (!out.by_notice) ++group;
    }
    if (out.by_notice) ++group;
  }
  return out;
}

}  // namespace noticekit::learning
