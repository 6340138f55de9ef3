// The phrase sets that extract() reads with, one JSON file each in lib/rules/data/extract/.
// To add one: a member, a row in `extract_slices`, a file.
#pragma once

#include <string>

#include "text/phrase.hpp"
#include "text/phrase_gate.hpp"

namespace noticekit {

struct ExtractRules {
  std::string digest;        ///< of all rules in force
  PhraseSet sections;        ///< top headings → what the section holds
  PhraseSet labels;          ///< 整改措施：… → what the block holds
  PhraseSet wrappers;        ///< 针对“…”的问题 → the problem inside
  PhraseSet status;          ///< status words → status value
  PhraseSet status_cues;     ///< whether status words speak of the finding itself
  PhraseSet outcomes;        ///< clauses that state a finished act
  PhraseSet header;          ///< title endings, addressees, groups, rounds, bodies of the lead
  PhraseSet furniture;       ///< lines of the page around the notice
  PhraseSet claims;          ///< stated totals → claim kinds, one per {n}
  PhraseSet sub_claims;      ///< totals inside a finding → sub-issue kinds
  PhraseSet accountability;  ///< people held to account → kind
  PhraseSet money;           ///< words that tell what an amount is
  PhraseSet quantities;      ///< units and what is no quantity
  PhraseSet contacts;        ///< 联系电话：… → what the value is
  PhraseSet persons;         ///< posts and cues before a printed name
  PhraseSet names;           ///< what follows a name, and words that look like one
  PhraseSet damage;          ///< what lost digits and doubled words look like
  PhraseGate gate;           ///< in the order of `extract_slices`; see prepare()
};

struct ExtractSlice {
  const char* name;  ///< file name without ".json" under data/extract/
  PhraseSet ExtractRules::*set;
  bool marked = false;  ///< whether most of a text is searched for it: the gate finds its places
};

inline constexpr ExtractSlice extract_slices[] = {
    {"sections", &ExtractRules::sections},
    {"labels", &ExtractRules::labels},
    {"wrappers", &ExtractRules::wrappers},
    {"status", &ExtractRules::status},
    {"status_cues", &ExtractRules::status_cues, true},
    {"outcomes", &ExtractRules::outcomes, true},
    {"header", &ExtractRules::header},
    {"furniture", &ExtractRules::furniture},
    {"claims", &ExtractRules::claims},
    {"sub_claims", &ExtractRules::sub_claims},
    {"accountability", &ExtractRules::accountability, true},
    {"money", &ExtractRules::money},
    {"quantities", &ExtractRules::quantities},
    {"contacts", &ExtractRules::contacts, true},
    {"persons", &ExtractRules::persons, true},
    {"names", &ExtractRules::names},
    {"damage", &ExtractRules::damage, true},
};

/// Merges the beginnings of the marked sets into the gate. Call once, when the sets are compiled.
inline void prepare(ExtractRules& rules) {
  std::vector<PhraseSet*> sets;
  for (const ExtractSlice& slice : extract_slices) {
    if (slice.marked) sets.push_back(&(rules.*slice.set));
  }
  rules.gate = PhraseGate(sets);
}

/// A text with its letters and what its rules' gate has marked in it. Views; the caller owns the
/// text.
struct MarkedDocument {
  std::string_view text;
  Letters letters;
  PhraseMarks marks;

  [[nodiscard]] Stretch stretch(Span bytes) const {
    Stretch s = letters.stretch(bytes);
    s.marks = &marks;
    return s;
  }
  [[nodiscard]] Stretch all() const { return stretch({0, text.size()}); }
  /// Calls `visit` with each place in `bytes` where a number stands; it returns where to go on.
  template <class Visit>
  void each_numeral(Span bytes, Visit visit) const {
    std::size_t next = bytes.begin.value;
    const Stretch s = letters.stretch(bytes);
    for (const std::uint32_t n : marks.numerals(s.begin, s.end)) {
      const std::uint32_t at = letters.byte(n);
      if (at >= next) next = visit(at);
    }
  }
};

}  // namespace noticekit
