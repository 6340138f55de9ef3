#include "classify/weigh_types.hpp"

#include <algorithm>

#include "classify/weigh.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t most_types = 3;
constexpr double least_score = 0.5, least_share = 0.5;

/// A rule speaks in full for the verb and object that a measure opens with, and another.
constexpr Scale type_scale{
    .bias = -0.4, .rules_weight = 1, .words_weight = 0.7, .full_score = 1.6, .most_rules = 1.8};
/// Beside a type that a rule names by that verb and object, another needs most of a rule of its
/// own: words alone would read an inspection into 安全检查专题培训.
constexpr double named = 1.3, beside_named = 0.8;
/// The first type needs little, for every measure does something; those after it need more.
constexpr double least_first = 0.1, least_further = 0.28;

}  // namespace

std::vector<Label> types_by_rules(const Tally& rules) {
  return rules.best(least_score, least_share, most_types);
}

std::vector<Label> types_by_both(const Tally& rules, const LabelSet& set, const WordList& list,
                                 const Words& words) {
  const Weighed weighed(rules, set, list, words, type_scale, "words.measure_types");
  const auto& found = weighed.candidates();
  const auto likeliest =
      std::max_element(found.begin(), found.end(),
                       [](const Candidate& a, const Candidate& b) { return a.likely < b.likely; });
  const bool one_is_named =
      std::any_of(found.begin(), found.end(), [](const Candidate& c) { return c.rules >= named; });
  std::vector<Label> out;
  for (auto c = found.begin(); c != found.end() && out.size() < most_types; ++c) {
    const bool first = c == likeliest && c->likely >= least_first;  // though a rule names another
    const bool further = c->likely >= least_further && (!one_is_named || c->rules >= beside_named);
    if (!first && !further) continue;
    if (auto label = weighed.label(*c)) out.push_back(std::move(*label));
  }
  return out;
}

}  // namespace noticekit::labelling
