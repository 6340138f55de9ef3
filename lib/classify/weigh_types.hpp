// Which types a measure has, from what rules and learnt words say of each. Comes after weigh.hpp;
// measure_types.cpp uses it.
#pragma once

#include <vector>

#include "classify/scoring.hpp"
#include "classify/word_list.hpp"
#include "classify/words_of.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

/// By the rules alone.
std::vector<Label> types_by_rules(const Tally& rules);

/// By rules and words together, most central first. The score is that of the rules, 1.8 at most,
/// and how likely rules and words together find the type, 1 at most.
std::vector<Label> types_by_both(const Tally& rules, const LabelSet& set, const WordList& list,
                                 const Words& words);

/// measure_types() with these words, not those of the taxonomy; null: by the rules alone.
std::vector<Label> measure_types(const Notice& notice, Span measure, const Taxonomy& taxonomy,
                                 const WordList* words);

}  // namespace noticekit::labelling
