// All slices of the rules in force, typed and compiled. Private to the library: a layer is given
// its slice.
#pragma once

#include <string>
#include <vector>

#include "classify/taxonomy.hpp"
#include "extract/extract_rules.hpp"
#include "noticekit/rules.hpp"
#include "report/audit/audit_rules.hpp"
#include "report/similar/similar_rules.hpp"

namespace noticekit {

struct RuleTables {
  ExtractRules extract;
  Taxonomy taxonomy;
  AuditRules audit;
  SimilarRules similar;
  std::vector<RuleFile> files;  ///< canonical JSON of every file, for print_rules() and the digest
  std::string digest;
};

}  // namespace noticekit
