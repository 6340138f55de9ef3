#include "extract/finding_list.hpp"

#include <algorithm>
#include <string>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/status.hpp"

namespace noticekit {

AnsweredProblem problem_of_item(const Reading& r, const HeadingPath& path, Span item) {
  const Span sentence = first_sentence(r, item);
  AnsweredProblem out{path, unwrap(r, sentence), sentence, {}, {}};
  if (const Span rest = trimmed(r.text, {sentence.end, item.end}); !rest.empty()) out.detail = rest;
  return out;
}

FindingList::FindingList(const Reading& r, NamedBlocks& blocks) : r_(r), blocks_(blocks) {
  told_.reserve(r.outline.headings.size() / 2);
}

void FindingList::add(const HeadingPath& path, ProblemWords words, Span heading, Span body) {
  Finding f;
  f.path = path;
  f.problem = words.problem;
  if (words.lead && list_begins_in(*words.lead, body.end.value)) {
    body.begin = words.lead->begin;  // 针对…问题，一是…；二是…: one sentence holds it all
    words.lead.reset();
  }
  f.lead = words.lead;
  if (words.status) f.status = stated_status(r_, *words.status);
  blocks_.emplace_back(heading, Role::problem);
  read_block(r_, body, words.wrapped, f, blocks_);
  answer_from_lead(body, f);
  finish(std::move(f), {heading.begin, body.end});
}

void FindingList::add(const AnsweredProblem& problem) {
  Finding f;
  f.path = problem.path;
  f.problem = problem.words.problem;
  if (problem.words.status) f.status = stated_status(r_, *problem.words.status);
  blocks_.emplace_back(problem.told, Role::problem);
  for (const AnsweredProblem::Answer& answer : problem.answers)
    read_block(r_, answer.words, true, f, blocks_);
  if (problem.detail) {
    f.detail = problem.detail;
    blocks_.emplace_back(*problem.detail, Role::detail);
  }
  // Other findings' words stand between problem and answer: the extent is one of the two.
  const Span told{problem.told.begin, problem.detail ? problem.detail->end : problem.told.end};
  finish(std::move(f), problem.answers.empty() ? told : problem.answers.front().whole);
}

bool FindingList::list_begins_in(Span lead, std::uint32_t end) const {
  const Enumeration list = enumerate(r_.text, r_.signs, {lead.begin.value, end});
  return !list.items.empty() && list.items.front().marker->begin < lead.end;
}

/// 针对“…”的问题，做了某事。另做某事。: what follows the comma sums up a list, or, without a
/// list, is the answer (R15).
void FindingList::answer_from_lead(Span body, Finding& f) const {
  const bool listed = std::any_of(f.measures.begin(), f.measures.end(),
                                  [](const Measure& m) { return m.marker.has_value(); });
  if (!f.lead || listed || !f.results.empty() || f.measures.size() > 1 ||
      f.lead->begin > body.begin)
    return;
  if (!f.measures.empty() && f.detail) return;
  const Span end = f.measures.empty() ? *f.lead : f.measures.front().text;
  f.measures.assign(1, {std::nullopt, {f.lead->begin, end.end}});
  f.lead.reset();
}

void FindingList::finish(Finding f, Span extent) {
  const std::string number = std::to_string(told_.size() + 1);
  f.id = (number.size() < 2 ? "F0" : "F") + number;
  f.extent = trimmed(r_.text, extent);
  told_.push_back(std::move(f));
}

}  // namespace noticekit
