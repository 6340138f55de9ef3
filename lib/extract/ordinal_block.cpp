#include "extract/ordinal_block.hpp"

#include <algorithm>
#include <utility>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/numbered_answers.hpp"

namespace noticekit {
namespace {

/// A problem with the number before it.
struct Item {
  std::int32_t number;
  Span text;
};

/// The problems listed in `list`: its numbered lines, else an enumeration that begins with 1. The
/// numbers of lines may run on from another group: 5、…↵6、….
std::vector<Item> items_of(const Reading& r, Span list) {
  std::vector<Item> items;
  for (std::size_t n = r.line_at(list.begin.value); n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.span.begin >= list.end) break;
    if (line.span.begin < list.begin || line.heading < 0) continue;
    const Heading& h = r.heading(static_cast<std::uint32_t>(line.heading));
    items.push_back({h.ordinal, trimmed(r.text, {h.text.begin, line.span.end})});
  }
  if (items.size() > 1) return items;
  items.clear();
  const Enumeration problems = enumerate(r.text, r.signs, list);
  if (problems.first != 1) return items;
  for (const Measure& m : problems.items)
    items.push_back({static_cast<std::int32_t>(items.size()) + 1, m.text});
  return items;
}

/// The item with that number; the end where there is none.
std::size_t numbered(const std::vector<Item>& items, std::int32_t number) {
  const auto at = std::find_if(items.begin(), items.end(),
                               [number](const Item& i) { return i.number == number; });
  return static_cast<std::size_t>(at - items.begin());
}

/// Whether the answers name every item once, in any order.
bool names_each_once(const std::vector<NumberedAnswer>& answers, const std::vector<Item>& items) {
  if (answers.size() != items.size()) return false;
  std::vector<bool> named(items.size());
  for (const NumberedAnswer& a : answers) {
    const std::size_t n = numbered(items, a.number);
    if (n == items.size() || named[n]) return false;
    named[n] = true;
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
  const std::vector<Item> items = items_of(r, list);
  if (!names_each_once(answers, items)) return out;
  for (const Item& item : items) out.push_back(problem_of_item(r, {}, item.text));
  for (const NumberedAnswer& a : answers)
    out[numbered(items, a.number)].answers.push_back({{a.begin, a.words.end.value}, a.words});
  return out;
}

}  // namespace noticekit
