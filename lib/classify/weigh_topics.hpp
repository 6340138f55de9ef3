// Which topics a finding has, from what rules and learnt words say of each. Comes after weigh.hpp;
// topics.cpp uses it.
#pragma once

#include <vector>

#include "classify/scoring.hpp"
#include "classify/word_list.hpp"
#include "classify/words_of.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

/// By the rules alone, best first; empty where none carries.
std::vector<Label> topics_by_rules(const Tally& rules);

/// By rules and words together, best first; empty where none is likely. The score says how likely
/// the topic is the main one.
std::vector<Label> topics_by_both(const Tally& rules, const LabelSet& set, const WordList& list,
                                  const Words& words);

/// topics() with these words, not those of the taxonomy; null: by the rules alone.
std::vector<Label> topics(const Notice& notice, const Finding& finding, const Taxonomy& taxonomy,
                          const WordList* words);

}  // namespace noticekit::labelling
