// The rules in force: phrases, cues and taxonomy as data. Comes after error.hpp; every layer is
// given these. Built in from lib/rules/data, overlaid by --rules DIR: same id replaces, "off": true
// removes, a new id adds.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/error.hpp"

namespace noticekit {

struct ExtractRules;  // what extract() needs
struct Taxonomy;      // what classify() needs
struct AuditRules;    // what reports need
struct SimilarRules;  // what the view `similar` masks
struct RuleTables;    // all slices together; private to the library

/// All rules in force. Immutable, cheap to share between threads by reference.
class Rules {
 public:
  explicit Rules(std::shared_ptr<const RuleTables> tables);
  [[nodiscard]] const ExtractRules& extract() const;
  [[nodiscard]] const Taxonomy& taxonomy() const;
  [[nodiscard]] const AuditRules& audit() const;
  [[nodiscard]] const SimilarRules& similar() const;
  [[nodiscard]] const RuleTables& tables() const { return *tables_; }
  /// Twelve hexadecimal digits that change whenever a rule does; printed in every notice record.
  [[nodiscard]] const std::string& digest() const;

 private:
  std::shared_ptr<const RuleTables> tables_;
};

/// The compiled-in rules. **Errors**: none in a tested build; a fault in the data is bad_rule.
Result<Rules> builtin_rules();

/// The compiled-in rules overlaid by each folder in turn.
/// **Errors**: bad_rule; `faults` receives every fault, not only the first.
Result<Rules> load_rules(const std::vector<std::string>& folders, std::vector<Error>& faults);

/// The rules in force as the JSON files they would be loaded from: pairs of file name and contents.
/// Each says "replace": true, so that laid over the built-in ones they are the same rules again.
struct RuleFile {
  std::string name;
  std::string json;
};
std::vector<RuleFile> print_rules(const Rules& rules);

enum class CodebookFormat : std::uint8_t { markdown, csv };

/// The taxonomy in force for people who code texts: every kind of label with id, label, definition,
/// words that speak for it, words that do not, examples; version and digest.
std::string codebook(const Rules& rules, CodebookFormat format);

}  // namespace noticekit
