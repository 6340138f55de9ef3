// One notice under audit: what every check reads and how it raises an alarm. Comes after
// audit_rules.hpp; each family of checks is a file here, audit.cpp lists them all.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/label.hpp"
#include "noticekit/report.hpp"
#include "report/audit/audit_rules.hpp"

namespace noticekit::audit {

/// What one check found in one place. A sentence about the text, never a verdict on conduct.
struct Alarm {
  std::int32_t finding = -1;  ///< index into Notice::findings; -1: the whole notice
  std::string message;
  Field quote;  ///< the words it rests on; none where the alarm is that words are missing
};

/// What a check came to.
enum class Verdict : std::uint8_t { clear, fires, not_applicable };

/// `zh` or `en` with each {} replaced by the next of `with`.
std::string phrased(Language lang, std::string_view zh, std::string_view en,
                    std::initializer_list<std::string> with = {});

/// A notice, and the alarms of the check that is being made.
class Audited {
 public:
  Audited(const Notice& notice, const Labels* notice_labels, const AuditRules& audit_rules,
          Language language);

  const Notice& n;
  const Labels* labels;
  const AuditRules& rules;
  const Language lang;
  const CheckEntry* check = nullptr;  ///< the one being made
  std::vector<Alarm> alarms;          ///< of this check
  std::string note;                   ///< of this check: why it is clear, where that says something

  /// Whether the notice answers findings that were fed back to it: then its answers are checked.
  [[nodiscard]] bool answers() const { return answers_; }
  /// Whether it counts as a notice, report or summary of an inspection (domain reference §4a).
  [[nodiscard]] bool counts() const { return counts_; }
  /// Whether it has to do with an inspection at all: not so an audit's rectification report.
  [[nodiscard]] bool of_inspection() const { return of_inspection_; }

  void raise(std::string_view zh, std::string_view en, std::initializer_list<std::string> with = {},
             Field quote = std::nullopt, std::int32_t finding = -1);

  /// Measures and results of a finding: what answers it.
  [[nodiscard]] std::vector<Span> answer_of(const Finding& f) const;
  [[nodiscard]] const Label* substance_of(std::size_t finding) const;
  /// Claims of the whole document of one kind.
  [[nodiscard]] std::vector<const Claim*> claims(ClaimKind kind) const;
  [[nodiscard]] std::string_view view(Span span) const { return n.view(span); }

 private:
  bool answers_ = false, counts_ = false, of_inspection_ = false;
};

/// Hits of `set` that stand for `as` in `span`, as spans of the notice.
std::vector<Span> hits_of(const PhraseSet& set, std::string_view as, const Notice& n, Span span);
/// Calls for every sentence of `span`: parted by 。；; and line ends.
void each_sentence(const Notice& n, Span span, const std::function<void(Span)>& use);
/// The clause around `at`: parted by ，, too.
Span clause_at(const Notice& n, Span within, std::uint32_t at);
/// Whether a number stands in the words.
bool has_number(std::string_view words);
/// The words, at most some of them, in quotation marks.
std::string quoted(std::string_view words);

/// A check: false where it does not apply to this notice.
using Check = bool (*)(Audited&);

bool findings_mismatch(Audited&);
bool aspects_mismatch(Audited&);
bool measures_mismatch(Audited&);
bool status_sum(Audited&);
bool rate(Audited&);
bool part_over_whole(Audited&);
bool claims_conflict(Audited&);
bool no_totals(Audited&);
bool residual_unidentified(Audited&);
bool no_findings(Audited&);
bool no_measures(Audited&);
bool no_result(Audited&);
bool completed_no_evidence(Audited&);
bool group_facet_unanswered(Audited&);
bool response_off_target(Audited&);
bool boilerplate_only(Audited&);
bool no_verifiable(Audited&);
bool recovery_no_amount(Audited&);
bool accountability_no_number(Audited&);
bool rebuttal(Audited&);
bool backfilled_records(Audited&);
bool future_only(Audited&);
bool date_order(Audited&);
bool overdue_publication(Audited&);
bool feedback_lag(Audited&);
bool action_before_inspection(Audited&);
bool damaged_date(Audited&);
bool yearless_date(Audited&);
bool missing_title(Audited&);
bool missing_signature(Audited&);
bool missing_date(Audited&);
bool missing_contact(Audited&);
bool contact_form(Audited&);
bool round_type_unknown(Audited&);
bool body_mismatch(Audited&);
bool level_skip(Audited&);
bool numbering_restart(Audited&);
bool enumerator_gap(Audited&);
bool single_child(Audited&);
bool dup_intra(Audited&);
bool ref_no_number(Audited&);
bool ref_number_form(Audited&);
bool ref_none(Audited&);
bool named_negative(Audited&);
bool named_private(Audited&);
bool id_phone_bank(Audited&);
bool personal_mailbox(Audited&);
bool typo(Audited&);
bool halfwidth(Audited&);
bool layout_damage(Audited&);
bool term_inconsistent(Audited&);

}  // namespace noticekit::audit
