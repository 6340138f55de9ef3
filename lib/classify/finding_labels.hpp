// What one finding is about, and what its answer amounts to.
#pragma once

#include <optional>
#include <vector>

#include "classify/taxonomy.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

/// The topics of a finding, best first, `other` where none carries.
std::vector<Label> topics(const Notice& notice, const Finding& finding, const Taxonomy& taxonomy);

/// Whether the top headings of the findings name the focuses themselves.
bool section_per_focus(const Notice& notice);

/// The dimension the headings name, else that of the primary topic.
std::optional<Label> dimension(const Notice& notice, const Finding& finding,
                               const std::vector<Label>& topics, bool sections,
                               const Taxonomy& taxonomy);

/// What a measure does, 1 to 4 labels, most central first.
std::vector<Label> measure_types(const Notice& notice, Span measure, const Taxonomy& taxonomy);

/// How much of the answer can be checked; null for a problem that the unit named itself.
std::optional<Label> substance(const Notice& notice, const Finding& finding,
                               const Taxonomy& taxonomy);

}  // namespace noticekit::labelling
