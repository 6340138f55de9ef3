// Notice, report, plan, or one of the neighbours: ordered tests on title, addressee, lead and text.
#include "classify/document.hpp"

namespace noticekit::labelling {

std::optional<Label> genre(const Document& document, const Taxonomy& taxonomy) {
  if (auto label = first_test(taxonomy.genres, document)) return label;
  // The last label of the file is what no test knows.
  if (taxonomy.genres.labels.empty()) return std::nullopt;
  const LabelEntry& last = taxonomy.genres.labels.back();
  return Label{last.id, last.name, 0, {}};
}

}  // namespace noticekit::labelling
