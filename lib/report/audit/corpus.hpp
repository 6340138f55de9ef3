// Checks that need all notices of a folder: corpus.* and dup.inter. Keeps a few facts of each
// notice, and its letters for comparing: about fourteen bytes a letter.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/audit/check.hpp"
#include "report/audit/passages.hpp"

namespace noticekit::audit {

/// An alarm about a notice that is no longer at hand.
struct CorpusAlarm {
  std::string id;  ///< of the notice; empty where it is about one that is missing
  std::string body;
  std::string message;
  std::string quote;
};

class Corpus {
 public:
  Corpus(const AuditRules& rules, Language lang, std::vector<std::string> roster);

  /// Whether any check of this kind is to be made at all.
  void add(const Audited& notice);

  struct Result {
    std::vector<CorpusAlarm> alarms;
    std::vector<std::pair<std::string, Verdict>> verdicts;  ///< by notice, in their order
  };
  /// Runs the check `id`; nothing where the corpus has no such check.
  [[nodiscard]] Result run(std::string_view id) const;
  static bool has(std::string_view id);

 private:
  struct Kept {
    std::string id, body, round, group, title;
    std::string start, end, feedback;
    std::string all_findings_total;  // as stated; empty where unstated or differing
    bool counts = false, answers = false, is_summary = false, has_status = false;
    std::size_t findings = 0, completed = 0, verifiable = 0, bodies = 0;
    std::vector<std::pair<std::string, std::string>> topics;  // id, name; primary ones
  };
  Result duplicate_document() const;
  Result round_conflict() const;
  Result repeat_finding() const;
  Result completion_outlier() const;
  Result roster_missing() const;
  Result sum_vs_round() const;
  Result dup_inter() const;
  [[nodiscard]] Result all(Verdict verdict) const;
  [[nodiscard]] std::string phrase(std::string_view zh, std::string_view en,
                                   std::initializer_list<std::string> with) const {
    return phrased(lang_, zh, en, with);
  }

  const AuditRules& rules_;
  Language lang_;
  std::vector<std::string> roster_;
  std::vector<Kept> kept_;
  std::unordered_map<std::string, std::size_t> texts_;  // letters' digest → first notice
  std::map<std::size_t, std::size_t> copies_;           // notice → the one it is a copy of
  SharedRuns runs_;
  std::map<std::size_t, std::vector<SharedRuns::Found>> shared_;
  std::vector<std::size_t> lengths_;
};

}  // namespace noticekit::audit
