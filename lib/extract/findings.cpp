#include "extract/findings.hpp"

#include <algorithm>
#include <optional>

#include "extract/answered_list.hpp"
#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/finding_list.hpp"
#include "extract/finding_table.hpp"
#include "extract/merged_items.hpp"
#include "extract/ordinal_block.hpp"
#include "extract/paragraph_problems.hpp"
#include "extract/problem.hpp"
#include "extract/self_named.hpp"

namespace noticekit {
namespace {

class Finder {
 public:
  Finder(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
         FindingList& out)
      : r_(r), roles_(roles), stop_(stop), out_(out), unwrapped_(roles.size()) {}

  void feedback(bool about_rectification, const AnsweredList* answered) {
    for (const std::uint32_t i : r_.top) {
      if (answered != nullptr && i == answered->answers) {
        for (const AnsweredProblem& p : answered->problems) out_.add(p);
      } else if (answered == nullptr || i != answered->list) {
        enter(i, SectionRole::findings, [this](std::uint32_t k) { walk(k, {}); });
      }
    }
    if (r_.outline.headings.empty() && about_rectification) unnumbered();
    if (out_.empty()) {
      for (const std::uint32_t i : r_.top)
        enter(i, SectionRole::problems, [this](std::uint32_t k) { unanswered(k, {}); });
    }
    if (out_.empty() && about_rectification)  // 附件：整改情况一览表, below the signature
      table({}, {stop_, static_cast<std::uint32_t>(r_.text.size())});
    if (out_.empty() && r_.outline.headings.empty()) told_in_prose();
  }

 private:
  /// Calls `visit` on the highest headings that have `role`.
  template <class Visit>
  void enter(std::uint32_t i, SectionRole role, Visit visit) {
    if (roles_[i] == role) {
      visit(i);
      return;
    }
    for (const std::uint32_t k : r_.children(i)) enter(k, role, visit);
  }

  // ---- findings that answer a feedback

  void walk(std::uint32_t i, const HeadingPath& path) {
    if (roles_[i] != SectionRole::findings) return;
    const Heading& h = r_.heading(i);
    const auto kids = r_.children(i);
    // Cells that became lines may begin like headings: （1）….
    if (!kids.empty() && flattened_below(h)) {
      auto below = path;
      below.push_back(i);
      if (table(below, {next_line(h), r_.subtree_end(i, stop_)})) return;
    }
    if (!kids.empty() && own_items_listed(i)) {
      auto below = path;
      below.push_back(i);
      if (paragraphs(below, {next_line(h), r_.subtree_end(i, stop_)}, false)) return;
    }
    if (!kids.empty() && !is_problem(i) && all_leaves(kids)) {
      auto below = path;
      below.push_back(i);
      if (by_ordinal(below, {h.text.end.value, r_.subtree_end(i, stop_)}, kids.size())) return;
    }
    if (!kids.empty() && !answers_itself(i)) {
      auto below = path;
      below.push_back(i);
      // The headings stand between the rows of one table: each names those below it.
      if (h.line.end < r_.heading(kids.front()).line.begin &&
          begins_table(r_, {next_line(h), r_.heading(kids.front()).line.begin.value}) &&
          table(below, {next_line(h), r_.subtree_end(i, stop_)}))
        return;
      const std::uint32_t first = r_.heading(kids.front()).line.begin.value;
      paragraphs(below, {next_line(h), std::min(first, stop_)}, false);
      for (const std::uint32_t k : kids) walk(k, below);
      return;
    }
    const std::uint32_t end = kids.empty() ? r_.body_end(i, stop_) : r_.subtree_end(i, stop_);
    if (h.line.begin.value >= end) return;
    const bool whole_line = h.text.end == h.line.end;
    auto below = path;
    below.push_back(i);
    if (kids.empty() && table(below, {next_line(h), end})) return;
    if (!is_problem(i) && by_ordinal(below, {h.text.end.value, end})) return;
    if (kids.empty() && paragraphs(below, {next_line(h), end}, whole_line && is_group(i))) return;
    if (path.empty() && kids.empty() && !(only_items() && !is_group(i)) && !unwrapped(i).wrapped &&
        !names_deficiency(r_, h.text)) {
      // A whole section without numbered items: findings only where its paragraphs are some.
      paragraphs(below, {next_line(h), end}, true);
      return;
    }
    // The last finding may be followed by the plan without a heading: 下一步，我们将….
    const bool last = end >= stop_;
    const std::uint32_t stop = last || only_items() ? plan_begins(r_, {next_line(h), end}) : end;
    const std::vector<MergedItem> merged =
        kids.empty() ? merged_items(r_, h, {h.text.end.value, stop}) : std::vector<MergedItem>{};
    out_.add(path, unwrapped(i), h.text,
             {h.text.end.value, merged.empty() ? stop : merged.front().begin});
    for (std::size_t n = 0; n < merged.size(); ++n) {
      const Span problem = merged[n].problem;
      const std::uint32_t next = n + 1 < merged.size() ? merged[n + 1].begin : stop;
      out_.add(path, unwrap(r_, problem), problem, {problem.end.value, next});
    }
  }

  bool all_leaves(std::span<const std::uint32_t> headings) const {
    return std::all_of(headings.begin(), headings.end(),
                       [&](std::uint32_t k) { return r_.children(k).empty(); });
  }

  /// 问题一：…↵整改措施：↵1.…: the problem stands in a line of its own right below the heading, so
  /// that the numbered lines are its measures.
  bool own_items_listed(std::uint32_t i) const {
    const std::size_t n = r_.line_at(r_.heading(i).line.begin.value) + 1;
    return n < r_.lines.size() && r_.lines[n].heading < 0 &&
           after_item_label(r_, r_.lines[n].span).has_value() && all_leaves(r_.children(i));
  }

  /// Whether the line below a heading is the first column's heading of a flattened table.
  bool flattened_below(const Heading& h) const {
    const std::size_t n = r_.line_at(h.line.begin.value) + 1;
    return n < r_.lines.size() && r_.view(r_.lines[n]) == "序号";
  }

  /// No sections at all: the numbered lines are the findings.
  bool only_items() {
    return !r_.top.empty() && std::all_of(r_.top.begin(), r_.top.end(), [&](std::uint32_t i) {
      return roles_[i] == SectionRole::findings && (r_.children(i).empty() || answers_itself(i)) &&
             (r_.top.size() >= 3 || r_.heading(i).rank >= 2);  // 一、 may be a section
    });
  }

  /// News without headings: …存在一些问题，主要是：一是…；二是…
  void told_in_prose() {
    for (const Paragraph& line : r_.lines) {
      const auto cue = r_.rules.sections.find_as(r_.letters(line), "problems_told");
      if (!cue) continue;
      const Span list{line.span.begin.value + cue->end, line.span.end.value};
      for (const Measure& item : enumerate(r_.text, r_.signs, list).items) {
        Finding f;
        const Span sentence = first_sentence(r_, item.text);
        f.problem = unwrap(r_, sentence).problem;
        out_.note(item.text, Role::problem);
        out_.finish(std::move(f), sentence);
      }
      return;
    }
  }

  /// Problems told without an answer: what follows the first sentence tells more of each.
  void unanswered(std::uint32_t i, HeadingPath path) {
    const Heading& h = r_.heading(i);
    const auto kids = r_.children(i);
    if (kids.empty() && !path.empty()) {
      Finding f;
      f.problem = unwrapped(i).problem;
      f.path = path;
      const Span body{h.text.end, h.line.end};
      if (const Span rest = trimmed(r_.text, body); !rest.empty()) f.detail = rest;
      out_.note(h.text, Role::problem);
      out_.finish(std::move(f), {h.text.begin, body.end});
      return;
    }
    path.push_back(i);
    for (const std::uint32_t k : kids) unanswered(k, path);
  }

  /// Whether the numbered lines under a heading are its measures or labelled blocks, not findings
  /// of their own.
  bool answers_itself(std::uint32_t i) {
    const auto kids = r_.children(i);
    if (label_above_items(r_, i) == Part::measures) return true;
    std::size_t labels = 0;
    std::size_t answers = 0;
    std::size_t problems = 0;
    std::size_t labelled = 0;
    bool answerless = true;
    for (const std::uint32_t k : kids) {
      const Heading& kid = r_.heading(k);
      if (!r_.children(k).empty()) {  // 1.整改措施↵（1）…: a label over its items
        if (!begins_with_label(r_, kid.text)) return false;
        ++labels;
        if (is_answer(part_named(r_, kid.text))) ++answers;
        continue;
      }
      const Span line{kid.text.begin, kid.line.end};
      if (begins_with_label(r_, kid.text) || begins_with_label(r_, line)) {
        ++labels;
        const auto inside = label_parts(r_, line);
        if (inside.size() > 1 && is_answer(inside[1].part)) ++answers;
      }
      const Span words = first_sentence(r_, kid.text);
      const bool wrapped = words == kid.text ? unwrapped(k).wrapped : unwrap(r_, words).wrapped;
      if (wrapped || names_deficiency(r_, words)) ++problems;
      const Span body{kid.text.end.value, r_.body_end(k, stop_)};
      answerless = answerless && trimmed(r_.text, body).empty();
      const auto kid_parts = label_parts(r_, body);
      if (kid_parts.size() > 1) ++labelled;
    }
    // （1）存在问题： （2）整改措施：, but not （1）反馈问题： （2）反馈问题：
    if (answers > 0 && labels * 2 >= kids.size()) return true;
    if (labelled > 0 || is_group(i)) return false;
    // 1、台账不全。↵（1）补记。↵（2）专人管。: none of them is answered, so they are the answer.
    // Measures too hold words of deficiency (补记).
    const bool listed = answerless && kids.size() > 1;
    if (problems > 0 && !(listed && problems * 2 <= kids.size())) return false;
    return unwrapped(i).wrapped || (listed && r_.heading(i).level > 1 && ends_sentence(i));
  }

  /// Whether a heading is a sentence (台账不全。) and not a title.
  bool ends_sentence(std::uint32_t i) const {
    const Heading& h = r_.heading(i);
    return h.text.end < h.line.end;
  }

  /// A heading over several findings: 聚焦…, 关于…方面. 关于…的问题 is a finding by itself.
  bool is_group(std::uint32_t i) {
    const Heading& h = r_.heading(i);
    if (unwrapped(i).wrapped && r_.view(h.text).find("方面") == std::string_view::npos)
      return false;
    return has(r_, &ExtractRules::sections, h.text, "focus") ||
           has(r_, &ExtractRules::sections, h.text, "findings");
  }

  /// A heading that tells one problem, however many parts that has (R9).
  bool is_problem(std::uint32_t i) {
    return !is_group(i) && (unwrapped(i).wrapped || names_deficiency(r_, r_.heading(i).text));
  }

  /// Problems listed in one block, each answered by its number; `lines`: as many as that, where
  /// numbered lines list them. Returns whether there were any.
  bool by_ordinal(const HeadingPath& path, Span region, std::size_t lines = 0) {
    std::vector<AnsweredProblem> problems = problems_by_ordinal(r_, region);
    if (lines != 0 && problems.size() != lines) return false;
    for (AnsweredProblem& p : problems) {
      p.path = path;
      out_.add(p);
    }
    return !problems.empty();
  }

  /// Findings that are unnumbered paragraphs of `region`. Returns whether there were any.
  bool paragraphs(const HeadingPath& path, Span region, bool bare) {
    const std::vector<ProblemParagraph> starts = problem_paragraphs(r_, region, bare);
    for (std::size_t n = 0; n < starts.size(); ++n) {
      const ProblemParagraph& start = starts[n];
      const std::uint32_t end = n + 1 < starts.size() ? starts[n + 1].begin
                                : region.end.value < stop_
                                    ? region.end.value
                                    : plan_begins(r_, {start.sentence.end.value, stop_});
      if (start.labelled && by_ordinal(path, {start.begin, end})) continue;
      out_.add(path, start.words, start.sentence, {start.sentence.end.value, end});
    }
    return !starts.empty();
  }

  /// Findings that stand in a table, one a row. Returns whether there were any.
  bool table(const HeadingPath& path, Span region) {
    if (region.begin >= region.end) return false;
    std::vector<TableRow> rows = table_findings(r_, region);
    for (TableRow& row : rows) {
      row.finding.path = path;
      if (!path.empty()) add_headings_above(path.back(), row.row, row.finding.path);
      out_.finish(std::move(row.finding), row.row);
    }
    return !rows.empty();
  }

  /// Adds to a row's path the headings below `top` that it stands under.
  void add_headings_above(std::uint32_t top, Span row, HeadingPath& path) const {
    for (const std::uint32_t k : r_.children(top)) {
      if (r_.heading(k).line.end <= row.begin && row.begin.value < r_.subtree_end(k, stop_)) {
        path.push_back(k);
        add_headings_above(k, row, path);
      }
    }
  }

  /// A notice without any heading: its paragraphs are all there is.
  void unnumbered() {
    if (r_.lines.empty()) return;
    const std::uint32_t begin = r_.lines.front().span.begin.value;
    const Span all{begin, plan_begins(r_, {begin, stop_})};
    if (!table({}, all)) paragraphs({}, all, false);
  }

  /// The words of a heading taken apart; each is asked for several times.
  const ProblemWords& unwrapped(std::uint32_t i) {
    if (!unwrapped_[i]) unwrapped_[i] = unwrap(r_, r_.heading(i).text);
    return *unwrapped_[i];
  }

  static std::uint32_t next_line(const Heading& h) { return h.line.end.value + 1; }

  const Reading& r_;
  const std::vector<SectionRole>& roles_;
  std::uint32_t stop_;
  FindingList& out_;
  std::vector<std::optional<ProblemWords>> unwrapped_;  ///< by heading: those taken apart so far
};

}  // namespace

std::vector<Finding> find_findings(const Reading& r, const std::vector<SectionRole>& roles,
                                   bool self_report, bool about_rectification,
                                   const AnsweredList* answered, std::uint32_t stop,
                                   NamedBlocks& blocks) {
  FindingList found(r, blocks);
  if (self_report) {
    find_self_named(r, roles, stop, found);
  } else {
    Finder(r, roles, stop, found).feedback(about_rectification, answered);
  }
  return found.take();
}

}  // namespace noticekit
