// What a notice says: every field as a span of its text. Comes after outline.hpp; label.hpp names
// what it means. Boundaries of every field: gold rules R1-R30. Nothing is invented: what the text
// does not state is null.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/outline.hpp"
#include "noticekit/span.hpp"
#include "noticekit/text.hpp"
#include "noticekit/values.hpp"

namespace noticekit {

struct ExtractRules;

using Field = std::optional<Span>;  ///< null where the text is silent

enum class Origin : std::uint8_t { inspection_feedback, self_identified };
enum class StatusValue : std::uint8_t {
  completed,
  basically_completed,
  phased_long_term,
  in_progress,
  not_completed,
  unclear
};
enum class StatusBasis : std::uint8_t { stated, derived, unclear };
const char* origin_name(Origin);
const char* status_name(StatusValue);
const char* basis_name(StatusBasis);

/// State of one finding's rectification; `quote` is the words it rests on.
struct Status {
  StatusValue value = StatusValue::unclear;
  StatusBasis basis = StatusBasis::unclear;
  Field quote;
};

/// One thing done about a finding. `marker` (一是, 1., 首先) is null where none is printed.
struct Measure {
  Field marker;
  Span text;
};

/// Who answers for a finding, as printed.
struct Responsible {
  Field leader, department, person;
};

/// One problem and all that the notice says about it.
struct Finding {
  std::string id;  ///< "F01", in order of appearance
  Origin origin = Origin::inspection_feedback;
  std::vector<std::uint32_t> path;  ///< indexes of the headings above, top first
  Span problem;
  Field detail, lead;
  std::vector<Measure> measures;
  std::vector<Span> results, outcomes;
  Status status;
  Responsible responsible;
  std::optional<Date> deadline;  ///< words always; a value only where they name a date
  /// Everything printed about this finding; where its answer stands apart from its problem, the
  /// answer.
  Span extent;

  /// Whether these words are among what is printed about it.
  [[nodiscard]] bool tells(Span words) const {
    return extent.contains(words) || problem.contains(words) || (detail && detail->contains(words));
  }
};

enum class ClaimKind : std::uint8_t {
  aspects_total,
  findings_total,
  findings_completed,
  findings_basically_completed,
  findings_phased,
  findings_long_term,
  findings_in_progress,
  findings_not_completed,
  measures_total,
  measures_completed,
  completion_rate,
  rules_made,
  clues_transferred,
  clues_closed,
  sub_issues_total,
  sub_issues_completed,
  sub_issues_basically_completed,
  sub_issues_phased,
  sub_issues_long_term,
  sub_issues_in_progress,
  sub_issues_not_completed
};
const char* claim_name(ClaimKind);

/// A stated total. `scope` is "document", a finding id, "immediate" (立行立改), "previous_round" or
/// a unit's name.
struct Claim {
  ClaimKind kind{};
  Decimal value;
  std::string unit;
  std::string scope;
  Span span;
};

enum class AccountabilityKind : std::uint8_t {
  case_filed,
  party_discipline,
  administrative_discipline,
  organizational_handling,
  admonition,
  criticism_education,
  reminder_talk,
  interview,
  ordered_inspection,
  accountability_total
};
const char* accountability_name(AccountabilityKind);

/// A printed number of people or cases held to account; zero is a value.
struct Accountability {
  AccountabilityKind kind{};
  Decimal value;
  std::string unit;
  Span span;
  std::vector<AccountabilityKind> with;  ///< told under the same figure: 批评教育、提醒谈话8人
};

enum class MoneyKind : std::uint8_t { recovered, returned, loss_avoided, confiscated, involved };
const char* money_name(MoneyKind);

/// An amount in yuan, exact.
struct Money {
  MoneyKind kind = MoneyKind::involved;
  Decimal yuan;
  Span span;
};

/// A number with its unit, about the world. `finding`: index into Notice::findings, -1 outside.
struct Quantity {
  Decimal value;
  std::string unit;
  Modifier modifier = Modifier::none;
  Span span;
  std::int32_t finding = -1;
};

/// A cited document: 《title》 and its 文号, at least one of them.
struct Reference {
  Field title, number;
  Span span;
};

/// A printed name of somebody who is no public leader.
struct Person {
  Span name;
  Field role;
  Span span;
};

/// How the public can answer; values without their labels.
struct Contacts {
  std::vector<Span> phone, email, address, postcode;
};

/// One notice, parsed. Owns its text; every Span is into `text.utf8`.
struct Notice {
  Text text;
  Outline outline;
  std::string rules;  ///< digest of the rules in force
  Field title, document_number, issuer, addressee;
  std::vector<Span> inspected_bodies;
  Field inspection_group, round;
  std::optional<Date> inspection_start, inspection_end, feedback, published;
  std::vector<Finding> findings;
  std::vector<Claim> claims;
  std::vector<Accountability> accountability;
  std::vector<Money> money;
  std::vector<Quantity> quantities;
  std::vector<Reference> references;
  std::vector<Person> persons;
  Contacts contacts;
  std::vector<Span> remaining_problems, next_steps;
  std::vector<Defect> defects;

  [[nodiscard]] std::string_view view(Span span) const { return slice(text.utf8, span); }
};

/// Reads a notice out of a text. Never fails: a text of another genre has few fields and all its
/// blocks.
Notice extract(Text text, const ExtractRules& rules);

/// A block with the rule that speaks for its role.
struct BlockReason {
  Block block;
  std::string rule;  ///< id of the rule; empty where place alone decided
  Span words;        ///< what the rule matched; of the heading above for a section's paragraphs
};
/// Why each block of `notice` was taken for what it was, in order. `rules`: those it was read with.
std::vector<BlockReason> explain(const Notice& notice, const ExtractRules& rules);

}  // namespace noticekit
