#include "extract/ordinal_block.hpp"

#include <algorithm>
#include <utility>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/numbered_answers.hpp"

namespace noticekit {
namespace {

/// Whether the answers are numbered 1, 2, … `count`, in any order.
bool names_each_once(const std::vector<NumberedAnswer>& answers, std::size_t count) {
  if (answers.size() != count) return false;
  std::vector<bool> named(count);
  for (const NumberedAnswer& a : answers) {
    const auto n = static_cast<std::size_t>(a.number);
    if (n > count || named[n - 1]) return false;
    named[n - 1] = true;
  }
  return true;
}

/// The stretch that lists the problems: up to the label of the answers (2.整改情况：), or the first
/// of them; after the label 存在问题：, where there is one. Empty where other labels
/// come between, or another problem's label follows.
Span list_before(const Reading& r, Span region, std::uint32_t first_answer) {
  Span list{region.begin.value, first_answer};
  bool answers_begun = false;
  for (const LabelledPart& p : label_parts(r, region)) {
    const bool tells = p.part == Part::problem || p.part == Part::detail;
    if (p.label.begin.value >= first_answer) {
      if (tells) return {list.begin, list.begin};  // another block begins
      continue;
    }
    if (p.part == Part::none || answers_begun) continue;
    if (tells) {
      list.begin = p.words.begin;
    } else if (p.part == Part::measures || p.part == Part::progress) {
      list.end = p.label.begin;
      answers_begun = true;
    } else {
      return {list.begin, list.begin};
    }
  }
  if (list.begin >= list.end) return {list.begin, list.begin};
  const Paragraph& last = r.lines[r.line_at(list.end.value)];
  if (last.heading >= 0 && last.span.begin > list.begin) list.end = last.span.begin;
  return list;
}

}  // namespace

std::vector<AnsweredProblem> problems_by_ordinal(const Reading& r, Span region) {
  std::vector<AnsweredProblem> out;
  if (region.empty()) return out;
  const std::vector<NumberedAnswer> answers = numbered_answers(r, region, false);
  if (answers.size() < 2) return out;
  const Span list = list_before(r, region, answers.front().begin);
  const Enumeration problems = enumerate(r.text, r.signs, list);
  if (problems.first != 1 || !names_each_once(answers, problems.items.size())) return out;
  for (const Measure& item : problems.items) out.push_back(problem_of_item(r, {}, item.text));
  for (const NumberedAnswer& a : answers) {
    out[static_cast<std::size_t>(a.number) - 1].answers.push_back(
        {{a.begin, a.words.end.value}, a.words});
  }
  return out;
}

}  // namespace noticekit
