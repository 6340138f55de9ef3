// cover.*: whether every finding is answered.
#include <algorithm>

#include "report/audit/check.hpp"
#include "report/audit/overlap.hpp"
#include "text/utf8.hpp"

namespace noticekit::audit {
namespace {

bool is_completed(const Finding& f) {
  return f.status.value == StatusValue::completed ||
         f.status.value == StatusValue::basically_completed;
}

/// Whether an outcome says what was done, and not only what something is done about: 对已经丢失的…
bool tells_outcome(const Audited& a, Span outcome) {
  return has_number(a.view(outcome)) ||
         hits_of(a.rules.answers, "no_outcome", a.n, outcome).empty();
}

/// Runs `wrong` over the findings that were fed back; raises where it says so.
template <class Wrong>
bool each_finding(Audited& a, const char* zh, const char* en, Wrong wrong) {
  if (!a.answers()) return false;
  for (std::size_t i = 0; i < a.n.findings.size(); ++i) {
    const Finding& f = a.n.findings[i];
    if (f.origin == Origin::inspection_feedback && wrong(f, i))
      a.raise(zh, en, {}, f.problem, static_cast<std::int32_t>(i));
  }
  return true;
}

}  // namespace

bool no_findings(Audited& a) {
  const std::string_view genre =
      a.labels != nullptr && a.labels->genre ? std::string_view(a.labels->genre->id) : "";
  if (genre != "rectification_notice" && genre != "rectification_report") return false;
  if (a.n.findings.empty()) {
    a.raise("没有读出任何反馈问题，请对照原文核对编号和版式",
            "no finding was read; compare the numbering and layout of the original");
  }
  return true;
}

bool no_measures(Audited& a) {
  return each_finding(a, "未写明整改措施", "no measure is given",
                      [](const Finding& f, std::size_t) { return f.measures.empty(); });
}

bool no_result(Audited& a) {
  return each_finding(a, "未写明整改成效、进展或完成状态", "no result, progress or status is given",
                      [&](const Finding& f, std::size_t) {
                        return f.results.empty() && f.status.value == StatusValue::unclear &&
                               std::none_of(f.outcomes.begin(), f.outcomes.end(),
                                            [&](Span s) { return tells_outcome(a, s); });
                      });
}

bool completed_no_evidence(Audited& a) {
  if (a.labels == nullptr) return false;
  return each_finding(a, "称已完成，但未写明措施，成效中也没有可核实的内容",
                      "said to be completed, with no measure and no verifiable result",
                      [&](const Finding& f, std::size_t i) {
                        const Label* substance = a.substance_of(i);
                        return is_completed(f) && f.measures.empty() &&
                               (substance == nullptr || substance->id != "verifiable");
                      });
}

bool group_facet_unanswered(Audited& a) {
  if (!a.answers()) return false;
  std::vector<std::uint32_t> groups;
  for (const Finding& f : a.n.findings) {
    if (f.path.size() > 1 && (groups.empty() || groups.back() != f.path[1]))
      groups.push_back(f.path[1]);
  }
  for (const std::uint32_t g : groups) {
    const Span heading = a.n.outline.headings[g].text;
    // A set phrase names a field of supervision, not what was found in it.
    if (!hits_of(a.rules.stock, "formula", a.n, heading).empty()) continue;
    std::string items;
    for (const Finding& f : a.n.findings) {
      if (f.path.size() > 1 && f.path[1] == g) items += a.view(f.extent);
    }
    const auto known = pairs_of(a.rules.stock, items);
    std::uint32_t at = heading.begin.value;
    while (at < heading.end.value) {
      const Span clause = clause_at(a.n, heading, at);
      at = clause.end.value + (a.n.text.utf8[clause.end.value] == ',' ? 1 : 3);
      if (clause == heading) break;
      const auto asked = pairs_of(a.rules.stock, a.view(clause));
      if (asked.size() >= 2 && shared(asked, known) == 0)
        a.raise("标题中的{}在其下各条中没有对应内容",
                "{} in the heading is taken up by no item under it", {quoted(a.view(clause))},
                clause);
    }
  }
  return true;
}

bool response_off_target(Audited& a) {
  const double least = a.check->limit("least_share", 0);
  return each_finding(
      a, "整改内容中没有出现问题所指的具体事项",
      "the answer names nothing of what the problem is about", [&](const Finding& f, std::size_t) {
        const auto answer = a.answer_of(f);
        if (answer.empty()) return false;
        std::string words;
        for (const Span s : answer) (words += a.view(s)) += '\n';
        const auto asked = pairs_of(a.rules.stock, a.view(f.detail ? *f.detail : f.problem));
        const auto given = pairs_of(a.rules.stock, words);
        const auto both = shared(asked, given);
        return !asked.empty() &&
               static_cast<double>(both) <= least * static_cast<double>(asked.size());
      });
}

}  // namespace noticekit::audit
