// All slices of the rules in force, typed and compiled. Private to the library: a layer is given
// its slice.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "classify/taxonomy.hpp"
#include "extract/extract_rules.hpp"
#include "noticekit/rules.hpp"
#include "report/audit/audit_rules.hpp"
#include "report/similar/similar_rules.hpp"
#include "rules/parse.hpp"

namespace noticekit {

/// A slice that is compiled when it is first asked for: a program pays for the slices it uses.
template <class Rules>
struct Slice {
  std::once_flag made;
  Rules rules;
};

struct RuleTables {
  std::vector<RuleSheet> sheets;  ///< of every file, in a fixed order
  std::string digest;             ///< of all sheets
  mutable Slice<ExtractRules> extract;
  mutable Slice<Taxonomy> taxonomy;
  mutable Slice<AuditRules> audit;
  mutable Slice<SimilarRules> similar;
};

}  // namespace noticekit
