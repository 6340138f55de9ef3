// classify(): all label kinds of one notice.
#include "classify/document.hpp"
#include "classify/finding_labels.hpp"
#include "noticekit/label.hpp"

namespace noticekit {

Labels classify(const Notice& notice, const Taxonomy& taxonomy) {
  const classify::Document document(notice);
  Labels out;
  out.genre = classify::genre(document, taxonomy);
  out.tier = classify::tier(document, taxonomy);
  out.inspection_type = classify::inspection_types(document, taxonomy);
  out.inspected_level = classify::inspected_level(document, taxonomy);
  const bool sections = classify::section_per_focus(notice);
  out.findings.reserve(notice.findings.size());
  for (const Finding& finding : notice.findings) {
    FindingLabels labels;
    labels.topics = classify::topics(notice, finding, taxonomy);
    labels.dimension = classify::dimension(notice, finding, labels.topics, sections, taxonomy);
    labels.substance = classify::substance(notice, finding, taxonomy);
    for (const Measure& m : finding.measures)
      labels.measure_types.push_back(classify::measure_types(notice, m.text, taxonomy));
    out.findings.push_back(std::move(labels));
  }
  return out;
}

}  // namespace noticekit
