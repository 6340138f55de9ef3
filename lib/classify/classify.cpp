// classify(): all label kinds of one notice.
#include "classify/document.hpp"
#include "classify/finding_labels.hpp"
#include "classify/predict.hpp"
#include "noticekit/label.hpp"
#include "text/traditional.hpp"

namespace noticekit {

namespace {

using labelling::Mode;

/// What the model makes of the rules' labels of one finding.
void settle_finding(const LinearModel& model, const Notice& notice, const Finding& finding,
                    const Taxonomy& taxonomy, FindingLabels& labels) {
  const labelling::Features features = labelling::features_of(notice, finding);
  settle(model.task(LearntKind::topics), features, taxonomy.topics, Mode::both, labels.topics);
  std::vector<Label> dimension;
  if (labels.dimension) dimension.push_back(std::move(*labels.dimension));
  settle(model.task(LearntKind::dimension), features, taxonomy.dimensions, Mode::both, dimension);
  labels.dimension.reset();
  if (!dimension.empty()) labels.dimension = std::move(dimension[0]);
  for (std::size_t m = 0; m < finding.measures.size(); ++m) {
    blend(model.task(LearntKind::measure_types),
          labelling::features_of(notice, finding.measures[m].text), taxonomy.measure_types,
          Mode::both, labels.measure_types[m]);
  }
}

}  // namespace

Labels classify(const Notice& printed, const Taxonomy& taxonomy, const Model* model) {
  // Terms are Simplified; a notice in Traditional characters is read through its shadow.
  std::optional<Notice> shadow;
  if (is_traditional(printed.text.utf8)) {
    shadow = printed;
    shadow->text.utf8 = simplified_shadow(printed.text.utf8);
  }
  const Notice& notice = shadow ? *shadow : printed;
  const labelling::Document document(notice);
  Labels out;
  out.genre = labelling::genre(document, taxonomy);
  out.tier = labelling::tier(document, taxonomy);
  out.inspection_type = labelling::inspection_types(document, taxonomy);
  out.inspected_level = labelling::inspected_level(document, taxonomy);
  const bool sections = labelling::section_per_focus(notice);
  out.findings.reserve(notice.findings.size());
  for (const Finding& finding : notice.findings) {
    FindingLabels labels;
    labels.topics = labelling::topics(notice, finding, taxonomy);
    labels.dimension = labelling::dimension(notice, finding, labels.topics, sections, taxonomy);
    labels.substance = labelling::substance(notice, finding, taxonomy);
    for (const Measure& m : finding.measures)
      labels.measure_types.push_back(labelling::measure_types(notice, m.text, taxonomy));
    if (model != nullptr) settle_finding(model->linear(), notice, finding, taxonomy, labels);
    out.findings.push_back(std::move(labels));
  }
  return out;
}

}  // namespace noticekit
