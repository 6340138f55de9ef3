#include "report/audit/audit.hpp"

#include <algorithm>
#include <utility>

namespace noticekit::audit {
namespace {

constexpr std::pair<std::string_view, Check> made_by[] = {
    {"count.findings_mismatch", findings_mismatch},
    {"count.aspects_mismatch", aspects_mismatch},
    {"count.measures_mismatch", measures_mismatch},
    {"count.status_sum", status_sum},
    {"count.rate", rate},
    {"count.part_over_whole", part_over_whole},
    {"count.claims_conflict", claims_conflict},
    {"count.no_totals", no_totals},
    {"count.residual_unidentified", residual_unidentified},
    {"cover.no_findings", no_findings},
    {"cover.no_measures", no_measures},
    {"cover.no_result", no_result},
    {"cover.completed_no_evidence", completed_no_evidence},
    {"cover.group_facet_unanswered", group_facet_unanswered},
    {"cover.response_off_target", response_off_target},
    {"substance.boilerplate_only", boilerplate_only},
    {"substance.no_verifiable", no_verifiable},
    {"substance.recovery_no_amount", recovery_no_amount},
    {"substance.accountability_no_number", accountability_no_number},
    {"substance.rebuttal", rebuttal},
    {"substance.backfilled_records", backfilled_records},
    {"substance.future_only", future_only},
    {"date.order", date_order},
    {"date.overdue_publication", overdue_publication},
    {"date.feedback_lag", feedback_lag},
    {"date.action_before_inspection", action_before_inspection},
    {"date.damaged", damaged_date},
    {"date.yearless", yearless_date},
    {"element.missing_title", missing_title},
    {"element.missing_signature", missing_signature},
    {"element.missing_date", missing_date},
    {"element.missing_contact", missing_contact},
    {"element.contact_form", contact_form},
    {"element.round_type_unknown", round_type_unknown},
    {"element.body_mismatch", body_mismatch},
    {"structure.level_skip", level_skip},
    {"structure.numbering_restart", numbering_restart},
    {"structure.enumerator_gap", enumerator_gap},
    {"structure.single_child", single_child},
    {"dup.intra", dup_intra},
    {"dup.inter", nullptr},
    {"ref.no_number", ref_no_number},
    {"ref.number_form", ref_number_form},
    {"ref.none", ref_none},
    {"pii.named_negative", named_negative},
    {"pii.named_private", named_private},
    {"pii.id_phone_bank", id_phone_bank},
    {"pii.personal_mailbox", personal_mailbox},
    {"text.typo", typo},
    {"text.halfwidth", halfwidth},
    {"text.layout_damage", layout_damage},
    {"text.term_inconsistent", term_inconsistent},
    {"corpus.roster_missing", nullptr},
    {"corpus.duplicate_document", nullptr},
    {"corpus.round_conflict", nullptr},
    {"corpus.repeat_finding", nullptr},
    {"corpus.completion_outlier", nullptr},
    {"corpus.sum_vs_round", nullptr},
};

}  // namespace

const std::vector<std::string_view>& all_ids() {
  static const std::vector<std::string_view> ids = [] {
    std::vector<std::string_view> out;
    for (const auto& [id, function] : made_by) out.push_back(id);
    return out;
  }();
  return ids;
}

Check check_named(std::string_view id) {
  for (const auto& [name, function] : made_by) {
    if (name == id) return function;
  }
  return nullptr;
}

namespace {

/// Whether `name` is the check's id or its family: count, count. or count.* for count.rate.
bool names_check(std::string_view name, std::string_view id) {
  if (name.ends_with(".*")) name.remove_suffix(2);
  return id == name || (id.starts_with(name) && id.substr(name.size()).starts_with('.'));
}

Result<std::monostate> check_name(const std::vector<CheckEntry>& checks, std::string_view name) {
  const bool known = std::any_of(checks.begin(), checks.end(),
                                 [&](const CheckEntry& c) { return names_check(name, c.id); });
  if (known) return std::monostate{};
  return Error{Errc::bad_usage,
               "there is no check or family \"" + std::string(name) + "\"; see --list-checks",
               {}};
}

}  // namespace

Result<std::vector<CheckEntry>> chosen_checks(const ReportOptions& options) {
  const std::vector<CheckEntry>& all = options.rules->audit().checks;
  const auto named = [](const std::vector<std::string>& names, const CheckEntry& c) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return names_check(name, c.id); });
  };
  const AuditOptions& o = options.audit;
  std::vector<std::string> names = o.enable;
  names.insert(names.end(), o.disable.begin(), o.disable.end());
  std::vector<std::pair<std::string, Severity>> severities;
  for (const std::string& s : o.severity) {
    const std::size_t equals = std::min(s.find('='), s.size());
    const std::string level = equals < s.size() ? s.substr(equals + 1) : std::string();
    const auto* const at = std::find(std::begin(severity_names), std::end(severity_names), level);
    if (at == std::end(severity_names))
      return Error{
          Errc::bad_usage, "\"" + s + "\" gives no severity; write CHECK=error, warn or info", {}};
    names.push_back(s.substr(0, equals));
    severities.emplace_back(names.back(), static_cast<Severity>(at - std::begin(severity_names)));
  }
  for (const std::string& name : names) {
    if (auto known = check_name(all, name); !known) return std::move(known).take_error();
  }
  std::vector<CheckEntry> out;
  for (const CheckEntry& c : all) {
    if ((!o.enable.empty() && !named(o.enable, c)) || named(o.disable, c)) continue;
    out.push_back(c);
    for (const auto& [name, severity] : severities) {
      if (names_check(name, c.id)) out.back().severity = severity;
    }
  }
  return out;
}

bool is_known(std::string_view id) {
  return std::find(all_ids().begin(), all_ids().end(), id) != all_ids().end();
}

}  // namespace noticekit::audit

namespace noticekit {

Table audit_catalogue(const Rules& rules, Language lang) {
  const bool en = lang == Language::en;
  Table out;
  out.title = en ? "Checks" : "检查项目录";
  out.columns = {{"check", "检查项", "check", Align::left, 34},
                 {"severity", "程度", "severity", Align::left, 8},
                 {"basis", "依据", "basis", Align::left, 10},
                 {"scope", "范围", "scope", Align::left, 10},
                 {"name", "名称", "name", Align::left, 20},
                 {"definition", "定义", "definition", Align::left, 60},
                 {"limits", "界限", "limits", Align::left, 24}};
  for (const CheckEntry& c : rules.audit().checks) {
    std::string limits;
    for (const auto& [name, value] : c.limits) {
      std::string number = std::to_string(value);
      number.erase(number.find_last_not_of('0') + 1);
      if (number.back() == '.') number.pop_back();
      if (!limits.empty()) limits += ", ";
      limits.append(name).append("=").append(number);
    }
    Row row;
    row.cells = {c.id,
                 std::string(severity_names[static_cast<std::size_t>(c.severity)]),
                 std::string(c.judgement ? "judgement" : "rule"),
                 c.scope,
                 en ? c.en : c.label,
                 en ? c.about_en : c.about,
                 limits.empty() ? Cell() : Cell(limits)};
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace noticekit
