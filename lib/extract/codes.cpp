#include "extract/codes.hpp"

#include <array>

namespace noticekit {
namespace {

constexpr std::array origins = {"inspection_feedback", "self_identified"};
constexpr std::array statuses = {"completed",   "basically_completed", "phased_long_term",
                                 "in_progress", "not_completed",       "unclear"};
constexpr std::array bases = {"stated", "derived", "unclear"};
constexpr std::array claims = {"aspects_total",
                               "findings_total",
                               "findings_completed",
                               "findings_basically_completed",
                               "findings_phased",
                               "findings_long_term",
                               "findings_in_progress",
                               "findings_not_completed",
                               "measures_total",
                               "measures_completed",
                               "completion_rate",
                               "rules_made",
                               "clues_transferred",
                               "clues_closed",
                               "sub_issues_total",
                               "sub_issues_completed",
                               "sub_issues_basically_completed",
                               "sub_issues_phased",
                               "sub_issues_long_term",
                               "sub_issues_in_progress",
                               "sub_issues_not_completed"};
static_assert(claims.size() == static_cast<std::size_t>(ClaimKind::sub_issues_not_completed) + 1);
constexpr std::array accountabilities = {"case_filed",
                                         "party_discipline",
                                         "administrative_discipline",
                                         "organizational_handling",
                                         "admonition",
                                         "criticism_education",
                                         "reminder_talk",
                                         "interview",
                                         "ordered_inspection",
                                         "accountability_total"};
static_assert(accountabilities.size() ==
              static_cast<std::size_t>(AccountabilityKind::accountability_total) + 1);
constexpr std::array monies = {"recovered", "returned", "loss_avoided", "confiscated", "involved"};
constexpr std::array modifiers = {"", "more_than", "at_least", "about"};

template <class Code, std::size_t N>
std::optional<Code> find(const std::array<const char*, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (name == names[i]) return static_cast<Code>(i);
  }
  return std::nullopt;
}

template <class Code, std::size_t N>
const char* name_of(const std::array<const char*, N>& names, Code code) {
  return names[static_cast<std::size_t>(code)];
}

}  // namespace

const char* origin_name(Origin v) { return name_of(origins, v); }
const char* status_name(StatusValue v) { return name_of(statuses, v); }
const char* basis_name(StatusBasis v) { return name_of(bases, v); }
const char* claim_name(ClaimKind v) { return name_of(claims, v); }
const char* accountability_name(AccountabilityKind v) { return name_of(accountabilities, v); }
const char* money_name(MoneyKind v) { return name_of(monies, v); }
const char* modifier_name(Modifier v) { return name_of(modifiers, v); }

std::optional<Origin> origin_from_name(std::string_view n) { return find<Origin>(origins, n); }
std::optional<StatusValue> status_from_name(std::string_view n) {
  return find<StatusValue>(statuses, n);
}
std::optional<StatusBasis> basis_from_name(std::string_view n) {
  return find<StatusBasis>(bases, n);
}
std::optional<ClaimKind> claim_from_name(std::string_view n) { return find<ClaimKind>(claims, n); }
std::optional<AccountabilityKind> accountability_from_name(std::string_view n) {
  return find<AccountabilityKind>(accountabilities, n);
}
std::optional<MoneyKind> money_from_name(std::string_view n) { return find<MoneyKind>(monies, n); }
std::optional<Modifier> modifier_from_name(std::string_view n) {
  return find<Modifier>(modifiers, n);
}

}  // namespace noticekit
