// A rule file laid over another, and what is wrong with it beside what it lies on. Comes after
// parse.hpp; rules.cpp uses both.
#pragma once

#include "rules/parse.hpp"

namespace noticekit {

/// Lays `over` on `base`, labels and rules alike: same id replaces in place, "off": true removes (a
/// label with its rules), a new id is appended; a file with "replace": true puts itself in place of
/// all that was there.
void overlay(RuleSheet& base, const RuleSheet& over);
bool replaces(const RuleSheet& sheet);

/// Faults of an overlay beside what it lies on: entries that remove nothing, ids of rules that
/// stand for another code.
void check_overlay(const RuleSheet& base, const RuleSheet& over, Faults& faults);

/// Topics whose dimension is not in force; `topics` and `dimensions` are as overlaid, the others
/// what a folder brought, null where it brought none.
void check_dimensions(const RuleSheet& topics, const RuleSheet& dimensions,
                      const RuleSheet* own_topics, const RuleSheet* own_dimensions, Faults& faults);

/// Every rule of `over` must stand for a code that `base` knows.
void check_codes(const RuleSheet& base, const RuleSheet& over, Faults& faults);

}  // namespace noticekit
