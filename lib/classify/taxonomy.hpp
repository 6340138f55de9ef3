// The label kinds of classify() and the phrases that speak for each label: one JSON file per kind
// in lib/rules/data/taxonomy/. To add a kind: a member, a row in `taxonomy_slices`, a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/phrase.hpp"

namespace noticekit {

/// A label that a kind can give, in the order of the file.
struct LabelEntry {
  std::string id;
  std::string name;       ///< the Chinese words
  std::string dimension;  ///< topics only: the dimension of a finding whose heading names none
  /// dimensions only: what it is called in each scheme that has it, by the scheme's id …
  std::vector<std::pair<std::string, std::string>> schemes = {};
  std::string instead = {};  ///< … and the dimension it falls to in a scheme that has it not
};

/// The parts of a notice that a rule reads; written "in": ["title", …], all where it is absent.
enum class Zone : std::uint8_t { title, lead, group, round, body, addressee, headings, text };
inline constexpr std::string_view zone_names[] = {"title", "lead",      "group",    "round",
                                                  "body",  "addressee", "headings", "text"};

/// What must be true of the notice before a rule counts; written "needs": ["findings", …].
enum class Need : std::uint8_t {
  findings,
  no_findings,
  measures,
  no_measures,
  self_identified,
  not_self_identified,
  totals,
  no_totals,
  inspected,
  not_inspected
};
inline constexpr std::string_view need_names[] = {
    "findings",        "no_findings",         "measures", "no_measures",
    "self_identified", "not_self_identified", "totals",   "no_totals",
    "inspected",       "not_inspected"};

/// What a taxonomy rule says beside its phrases.
struct RuleTerms {
  std::uint32_t label = 0;  ///< index into LabelSet::labels
  double weight = 1;
  std::uint16_t zones = 0xFFFF;  ///< bit per Zone
  std::uint16_t needs = 0;       ///< bit per Need
  [[nodiscard]] bool reads(Zone zone) const { return (zones >> static_cast<int>(zone) & 1) != 0; }
};

/// One kind of label.
struct LabelSet {
  std::vector<LabelEntry> labels;
  PhraseSet phrases;
  std::vector<RuleTerms> terms;  ///< parallel to phrases.rules()
};

class WordList;

struct Taxonomy {
  LabelSet genres;            ///< ordered tests: the first rule that hits decides
  LabelSet tiers;             ///< ordered tests on the dispatching body
  LabelSet inspection_types;  ///< every label whose words stand there
  LabelSet inspected_levels;  ///< ordered tests on the inspected body
  LabelSet dimensions;        ///< words of group headings
  LabelSet schemes;           ///< ways to cut the dimensions, by words of group headings
  LabelSet topics;            ///< weighted words of problems
  LabelSet measure_types;     ///< weighted words of measures
  LabelSet measure_clauses;   ///< openings of clauses that only elaborate
  LabelSet substance;         ///< what makes an answer verifiable or procedural
  /// Learnt words beside topics and measure_types; null where a file does not say "words": true.
  const WordList* topic_words = nullptr;
  const WordList* measure_words = nullptr;
};

struct TaxonomySlice {
  const char* name;  ///< file name without ".json" under data/taxonomy/
  LabelSet Taxonomy::*set;
  const WordList* Taxonomy::*words = nullptr;  ///< null: none were learnt
};

inline constexpr TaxonomySlice taxonomy_slices[] = {
    {"genres", &Taxonomy::genres},
    {"tiers", &Taxonomy::tiers},
    {"inspection_types", &Taxonomy::inspection_types},
    {"inspected_levels", &Taxonomy::inspected_levels},
    {"dimensions", &Taxonomy::dimensions},
    {"schemes", &Taxonomy::schemes},
    {"topics", &Taxonomy::topics, &Taxonomy::topic_words},
    {"measure_types", &Taxonomy::measure_types, &Taxonomy::measure_words},
    {"measure_clauses", &Taxonomy::measure_clauses},
    {"substance", &Taxonomy::substance},
};

}  // namespace noticekit
