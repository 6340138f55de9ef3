// substance.*: what the answers are worth as evidence, and what they say instead.
#include <algorithm>

#include "report/audit/check.hpp"

namespace noticekit::audit {
namespace {

/// Calls for each finding that was fed back and has an answer.
template <class Use>
bool each_answer(Audited& a, Use use) {
  if (!a.answers()) return false;
  for (std::size_t i = 0; i < a.n.findings.size(); ++i) {
    const Finding& f = a.n.findings[i];
    if (f.origin == Origin::inspection_feedback) use(f, static_cast<std::int32_t>(i));
  }
  return true;
}

/// The first hit of a code in an answer; raises with the hit's sentence as the quote.
bool raise_on_first(Audited& a, std::string_view code, const char* zh, const char* en) {
  return each_answer(a, [&](const Finding& f, std::int32_t i) {
    for (const Span part : a.answer_of(f)) {
      const auto hits = hits_of(a.rules.answers, code, a.n, part);
      if (hits.empty()) continue;
      a.raise(zh, en, {quoted(a.view(hits[0]))}, clause_at(a.n, part, hits[0].begin.value), i);
      return;
    }
  });
}

bool names_amount(const Money& m) { return m.kind != MoneyKind::involved; }

}  // namespace

bool boilerplate_only(Audited& a) {
  if (a.labels == nullptr) return false;
  return each_answer(a, [&](const Finding& f, std::int32_t i) {
    const Label* substance = a.substance_of(static_cast<std::size_t>(i));
    if (substance != nullptr && substance->id == "boilerplate")
      a.raise("整改内容只有原则表述，没有做法、机制或数据",
              "general statements only: no act, no mechanism, no figure", {}, f.problem, i);
  });
}

bool no_verifiable(Audited& a) {
  if (a.labels == nullptr) return false;
  return each_answer(a, [&](const Finding& f, std::int32_t i) {
    const Label* substance = a.substance_of(static_cast<std::size_t>(i));
    if (substance != nullptr && substance->id != "verifiable")
      a.raise("整改内容中没有可核实的数量、日期、文件或结果",
              "no quantity, date, document or result that can be verified", {}, f.problem, i);
  });
}

bool recovery_no_amount(Audited& a) {
  return each_answer(a, [&](const Finding& f, std::int32_t i) {
    const bool stated = std::any_of(a.n.money.begin(), a.n.money.end(), [&](const Money& m) {
      return names_amount(m) && f.extent.contains(m.span);
    });
    if (stated) return;
    Field claimed;
    for (const Span part : a.answer_of(f)) {
      for (const Span hit : hits_of(a.rules.answers, "recovered", a.n, part)) {
        const Span clause = clause_at(a.n, part, hit.begin.value);
        if (has_number(a.view(clause))) return;  // an amount, or the people concerned
        if (!claimed) claimed = clause;
      }
    }
    if (claimed)
      a.raise("称已追缴、清退或挽回，但未写明金额或人数",
              "recovery is claimed without an amount or a number of people", {}, claimed, i);
  });
}

bool accountability_no_number(Audited& a) {
  return each_answer(a, [&](const Finding& f, std::int32_t i) {
    for (const Span part : a.answer_of(f)) {
      Field claimed;
      each_sentence(a.n, part, [&](Span sentence) {
        const auto hits = hits_of(a.rules.answers, "held_to_account", a.n, sentence);
        if (!hits.empty() && !has_number(a.view(sentence)) && !claimed) claimed = sentence;
      });
      if (!claimed) continue;
      a.raise("称已问责、处分或批评教育，但未写明人数",
              "people are said to have been held to account, without a number", {}, claimed, i);
      return;
    }
  });
}

bool rebuttal(Audited& a) {
  return raise_on_first(a, "rebuttal", "整改内容中有辩解或归因于客观的表述：{}",
                        "the answer disputes or excuses the finding: {}");
}

bool backfilled_records(Audited& a) {
  return raise_on_first(a, "backfilled", "事后补办手续或补记资料：{}",
                        "records or formalities completed afterwards: {}");
}

bool future_only(Audited& a) {
  return each_answer(a, [&](const Finding& f, std::int32_t i) {
    if (f.measures.empty() || !f.outcomes.empty()) return;
    const bool all = std::all_of(f.measures.begin(), f.measures.end(), [&](const Measure& m) {
      return !hits_of(a.rules.answers, "future", a.n, m.text).empty() &&
             hits_of(a.rules.answers, "done", a.n, m.text).empty();
    });
    if (all)
      a.raise("各条措施都是今后打算，没有已经做的事", "every measure is still to come", {},
              f.measures[0].text, i);
  });
}

}  // namespace noticekit::audit
