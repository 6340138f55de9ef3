#include "extract/answered_list.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/numbered_answers.hpp"
#include "extract/problem.hpp"
#include "extract/sections.hpp"

namespace noticekit {
namespace {

/// A problem of the list with the number printed before it.
struct Listed {
  AnsweredProblem problem;
  std::int32_t number = 0;
  std::size_t group = 0;  ///< those under one heading are a group
};

class ProblemList {
 public:
  ProblemList(const Reading& r, std::uint32_t stop) : r_(r), stop_(stop) {}

  std::vector<Listed> read(std::uint32_t section) {
    if (!below(section, {section})) listed_.clear();
    return std::move(listed_);
  }

 private:
  /// Reads what hangs under the last heading of `path`; false where some of it is answered on the
  /// spot.
  bool below(std::uint32_t i, const HeadingPath& path) {
    const auto kids = r_.children(i);
    if (kids.empty()) return in_prose(i, path);
    ++group_;
    for (const std::uint32_t k : kids) {
      const Heading& h = r_.heading(k);
      HeadingPath under = path;
      under.push_back(k);
      if (!r_.children(k).empty()) {
        if (!below(k, under)) return false;
        ++group_;
        continue;
      }
      const Span body{h.text.end.value, r_.body_end(k, stop_)};
      if (body.begin > body.end || label_parts(r_, body).size() > 1) return false;
      // （一）制度方面↵一是…；二是…: a group whose problems are a list in prose.
      if (h.text.end == h.line.end && in_prose(k, under)) {
        ++group_;
        continue;
      }
      Listed item{{path, unwrap(r_, h.text), h.text, {}, {}}, h.ordinal, group_};
      item.problem.detail = detail_of(h, body);
      listed_.push_back(std::move(item));
    }
    return true;
  }

  /// The rest of the problem's paragraph, else the paragraph below it (R12).
  Field detail_of(const Heading& h, Span body) const {
    const Span beside = trimmed(r_.text, {h.text.end, h.line.end});
    if (!beside.empty()) return beside;
    const Span more = trimmed(r_.text, body);
    if (more.empty()) return std::nullopt;
    return trimmed(r_.text, {more.begin.value,
                             r_.signs.next(more.begin.value, Sign::line_end, more.end.value)});
  }

  /// 问题1：…↵问题2：…
  bool in_lines(Span body, const HeadingPath& path) {
    std::vector<Listed> listed;
    for (std::size_t n = r_.line_at(body.begin.value); n < r_.lines.size(); ++n) {
      const Paragraph& line = r_.lines[n];
      if (line.span.begin >= body.end) break;
      if (line.span.begin < body.begin || line.heading >= 0) continue;
      const Field item = after_item_label(r_, line.span);
      if (!item) continue;
      const auto number = static_cast<std::int32_t>(listed.size() + 1);
      listed.push_back({problem_of_item(r_, path, *item), number, group_ + 1});
    }
    if (listed.size() < 2) return false;
    ++group_;
    listed_.insert(listed_.end(), listed.begin(), listed.end());
    return true;
  }

  bool in_prose(std::uint32_t i, const HeadingPath& path) {
    const Span body{r_.heading(i).text.end.value, r_.body_end(i, stop_)};
    if (body.begin > body.end) return false;
    if (in_lines(body, path)) return true;
    const Enumeration list = enumerate(r_.text, r_.signs, body);
    if (list.items.size() < 2) return false;
    ++group_;
    std::int32_t number = 0;
    for (const Measure& m : list.items)
      listed_.push_back({problem_of_item(r_, path, m.text), ++number, group_});
    return true;
  }

  const Reading& r_;
  std::uint32_t stop_;
  std::vector<Listed> listed_;
  std::size_t group_ = 0;
};

bool distinct(const std::vector<NumberedAnswer>& answers) {
  std::set<std::int32_t> seen;
  return std::all_of(answers.begin(), answers.end(),
                     [&](const NumberedAnswer& a) { return seen.insert(a.number).second; });
}

/// By answer: the problem it names. Empty where one of them names none.
std::vector<std::size_t> named(const std::vector<Listed>& list,
                               const std::vector<NumberedAnswer>& answers) {
  std::vector<std::size_t> out;
  std::vector<std::size_t> groups;  // where each begins
  for (std::size_t n = 0; n < list.size(); ++n) {
    if (n == 0 || list[n].group != list[n - 1].group) groups.push_back(n);
  }
  groups.push_back(list.size());
  std::set<std::int32_t> printed;
  for (const Listed& l : list) printed.insert(l.number);
  const bool running = distinct(answers);
  std::size_t group = 0;
  for (std::size_t a = 0; a < answers.size(); ++a) {
    const auto number = static_cast<std::size_t>(answers[a].number);
    std::size_t at = 0;
    if (running && printed.size() == list.size()) {
      at = static_cast<std::size_t>(
          std::find_if(list.begin(), list.end(),
                       [&](const Listed& l) { return l.number == answers[a].number; }) -
          list.begin());
    } else if (running) {
      at = number - 1;
    } else {
      if (a > 0 && answers[a].number <= answers[a - 1].number) ++group;
      if (group + 1 >= groups.size()) return {};
      at = groups[group] + number - 1;
      if (at >= groups[group + 1]) return {};
    }
    if (at >= list.size()) return {};
    out.push_back(at);
  }
  if (!running && group + 2 != groups.size()) return {};
  return out;
}

/// Whether an answer tells its problem once more: it is then a finding by itself.
bool tells_again(const Reading& r, const Listed& item, Span answer) {
  const std::string_view problem = r.view(item.problem.words.problem);
  const std::string_view first = r.view(first_sentence(r, trimmed(r.text, answer)));
  if (first.find(problem) != std::string_view::npos) return true;
  if (first.size() >= 12 && problem.find(first) != std::string_view::npos) return true;
  const auto parts = label_parts(r, answer);
  return parts.size() > 1 && !trimmed(r.text, parts[0].words).empty() &&
         (parts[1].part == Part::measures || parts[1].part == Part::detail);
}

bool is_list_of_problems(const Reading& r, std::uint32_t i) {
  const std::string_view s = r.view(r.heading(i).text);
  if (s.find("问题") == std::string_view::npos && s.find("意见") == std::string_view::npos)
    return false;
  return !has(r, &ExtractRules::sections, r.heading(i).text, "next_steps");
}

}  // namespace

std::optional<AnsweredList> find_answered_list(const Reading& r,
                                               std::span<const std::uint32_t> siblings,
                                               std::uint32_t stop) {
  for (std::size_t a = 0; a + 1 < siblings.size(); ++a) {
    if (!is_list_of_problems(r, siblings[a])) continue;
    std::vector<Listed> list;
    for (std::size_t b = a + 1; b < siblings.size(); ++b) {
      const std::uint32_t end = r.subtree_end(siblings[b], stop);
      const Heading& h = r.heading(siblings[b]);
      if (h.text.end.value >= end) break;
      const Span region{h.text.end.value,
                        end >= stop ? plan_begins(r, {h.text.end.value, end}) : end};
      const std::vector<NumberedAnswer> answers = numbered_answers(r, region, true);
      if (answers.size() < 2) continue;
      if (list.empty()) list = ProblemList(r, stop).read(siblings[a]);
      if (list.size() < 2) break;
      const std::vector<std::size_t> at = named(list, answers);
      if (at.size() != answers.size()) continue;
      if (std::set<std::size_t>(at.begin(), at.end()).size() * 2 < list.size()) continue;
      std::size_t again = 0;
      for (std::size_t n = 0; n < at.size(); ++n)
        again += tells_again(r, list[at[n]], answers[n].words) ? 1 : 0;
      if (again * 2 >= at.size()) continue;
      for (std::size_t n = 0; n < at.size(); ++n) {
        list[at[n]].problem.answers.push_back(
            {{answers[n].begin, answers[n].words.end.value}, answers[n].words});
      }
      AnsweredList out{siblings[a], siblings[b], {}};
      for (Listed& l : list) out.problems.push_back(std::move(l.problem));
      return out;
    }
  }
  return std::nullopt;
}

}  // namespace noticekit
