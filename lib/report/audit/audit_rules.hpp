// What the audit is told: which checks there are, how grave each is, its limits, and the phrases it
// looks for, one JSON file a family in lib/rules/data/audit/. To add a family: a member, a row in
// `audit_slices`, a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/phrase.hpp"

namespace noticekit {

/// How grave an alarm is. **Source**: domain reference §5.
enum class Severity : std::uint8_t {
  info,  ///< context
  warn,  ///< what a reviewer would return
  error  ///< the text contradicts itself or exposes data
};
inline constexpr std::string_view severity_names[] = {"info", "warn", "error"};

/// One check of the catalogue.
struct CheckEntry {
  std::string id;
  Severity severity = Severity::info;
  bool judgement = false;  ///< rests on a word list where a reader would judge; else on a rule
  std::string scope;       ///< document, finding, group, pair or corpus
  std::string label, en;   ///< its name in both languages
  std::string about, about_en;
  std::vector<std::pair<std::string, double>> limits;

  /// The limit `name`; `otherwise` where the catalogue has none.
  [[nodiscard]] double limit(std::string_view name, double otherwise) const {
    for (const auto& [key, value] : limits) {
      if (key == name) return value;
    }
    return otherwise;
  }
};

struct AuditRules {
  std::vector<CheckEntry> checks;  ///< in the order of the catalogue
  PhraseSet answers;               ///< words of answers: recovered, held to account, later, excuses
  PhraseSet dates;                 ///< dates that lack a year, dates of plans
  PhraseSet elements;              ///< contacts, bodies in titles
  PhraseSet references;            ///< documents that need no number
  PhraseSet words;                 ///< confusable words, one office by two names
  PhraseSet stock;                 ///< set phrases that no comparison counts
  PhraseSet personal;              ///< house numbers, posts of officials
};

struct AuditSlice {
  const char* name;  ///< file name without ".json" under data/audit/
  PhraseSet AuditRules::*set;
};

inline constexpr AuditSlice audit_slices[] = {
    {"answers", &AuditRules::answers},   {"dates", &AuditRules::dates},
    {"elements", &AuditRules::elements}, {"references", &AuditRules::references},
    {"words", &AuditRules::words},       {"stock", &AuditRules::stock},
    {"personal", &AuditRules::personal},
};

}  // namespace noticekit
