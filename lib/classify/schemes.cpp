// Dimensions under the names of a scheme: offices of different years and kinds cut them
// differently.
#include <algorithm>

#include "classify/scoring.hpp"
#include "noticekit/label.hpp"

namespace noticekit {
namespace {

using labelling::Tally;

/// The scheme that the headings above the findings show.
std::optional<Label> shown(const Notice& notice, const LabelSet& set) {
  const std::string_view text = notice.text.utf8;
  std::vector<bool> above(notice.outline.headings.size(), false);
  for (const Finding& f : notice.findings) {
    for (const std::uint32_t h : f.path) above[h] = true;
  }
  Tally tally(set);
  for (std::size_t h = 0; h < above.size(); ++h) {
    if (above[h])
      tally.add(text, labelling::cues_in(set, text, notice.outline.headings[h].text), {});
  }
  const auto ranking = tally.ranking();
  if (ranking.empty()) return std::nullopt;
  Label best = tally.label(ranking, 0);
  if (best.margin == 0.0) return std::nullopt;
  return best;
}

std::optional<Label> named(const LabelSet& set, std::string_view word) {
  for (const LabelEntry& l : set.labels) {
    if (l.id == word || l.name == word) return Label{l.id, l.name, 0, {}};
  }
  return std::nullopt;
}

/// What a dimension is called in a scheme; null where the scheme lacks it.
const std::string* name_in(const LabelEntry& dimension, std::string_view scheme) {
  for (const auto& [id, name] : dimension.schemes) {
    if (id == scheme) return &name;
  }
  return nullptr;
}

const LabelEntry* entry_of(const LabelSet& set, std::string_view id) {
  const auto at = std::find_if(set.labels.begin(), set.labels.end(),
                               [&](const LabelEntry& l) { return l.id == id; });
  return at == set.labels.end() ? nullptr : &*at;
}

}  // namespace

void apply_scheme(const Notice& notice, const Taxonomy& taxonomy, std::string_view scheme,
                  Labels& labels) {
  labels.scheme =
      scheme == "auto" ? shown(notice, taxonomy.schemes) : named(taxonomy.schemes, scheme);
  if (!labels.scheme) return;
  for (FindingLabels& f : labels.findings) {
    if (!f.dimension) continue;
    const LabelEntry* dimension = entry_of(taxonomy.dimensions, f.dimension->id);
    if (dimension == nullptr) continue;
    const std::string* name = name_in(*dimension, labels.scheme->id);
    if (name == nullptr) {
      dimension = entry_of(taxonomy.dimensions, dimension->instead);
      if (dimension == nullptr) continue;
      name = name_in(*dimension, labels.scheme->id);
      if (name == nullptr) continue;
      f.dimension->id = dimension->id;
    }
    f.dimension->name = *name;
  }
}

std::vector<std::string> list_schemes(const Taxonomy& taxonomy) {
  std::vector<std::string> out;
  for (const LabelEntry& l : taxonomy.schemes.labels) out.push_back(l.name);
  return out;
}

}  // namespace noticekit
