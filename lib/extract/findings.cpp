#include "extract/findings.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "extract/finding_table.hpp"
#include "extract/problem.hpp"
#include "extract/status.hpp"

namespace noticekit {
namespace {

using Blocks = std::vector<std::pair<Span, Role>>;

class Finder {
 public:
  Finder(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
         Blocks& blocks)
      : r_(r), roles_(roles), stop_(stop), blocks_(blocks), unwrapped_(roles.size()) {
    out_.reserve(roles.size() / 2);
  }

  std::vector<Finding> feedback(bool about_rectification) {
    for (const std::uint32_t i : r_.top)
      enter(i, SectionRole::findings, [this](std::uint32_t k) { walk(k, {}); });
    if (r_.outline.headings.empty() && about_rectification) unnumbered();
    if (out_.empty()) {
      for (const std::uint32_t i : r_.top)
        enter(i, SectionRole::problems, [this](std::uint32_t k) { unanswered(k, {}); });
    }
    if (out_.empty() && r_.outline.headings.empty()) told_in_prose();
    return std::move(out_);
  }

  std::vector<Finding> self_named() {
    for (const std::uint32_t i : r_.top) {
      enter(i, SectionRole::self_problems, [this](std::uint32_t k) { walk_self(k, {}); });
    }
    return std::move(out_);
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

  void walk(std::uint32_t i, const std::vector<std::uint32_t>& path) {
    if (roles_[i] != SectionRole::findings) return;
    const Heading& h = r_.heading(i);
    const auto kids = r_.children(i);
    // Cells that became lines may begin like headings: （1）….
    if (!kids.empty() && flattened_below(h)) {
      auto below = path;
      below.push_back(i);
      if (table(below, {next_line(h), r_.subtree_end(i, stop_)})) return;
    }
    if (!kids.empty() && !answers_itself(i)) {
      auto below = path;
      below.push_back(i);
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
    if (kids.empty() && paragraphs(below, {next_line(h), end}, whole_line && is_group(i))) return;
    if (path.empty() && kids.empty() && !(only_items() && !is_group(i)) && !unwrapped(i).wrapped &&
        !names_deficiency(r_, h.text)) {
      // A whole section without numbered items: findings only where its paragraphs are some.
      paragraphs(below, {next_line(h), end}, true);
      return;
    }
    const std::uint32_t stop = only_items() ? plan_begins(r_, {next_line(h), end}) : end;
    add(path, unwrapped(i), h.text, {h.text.end.value, stop});
  }

  /// Whether the line below a heading is the first column's heading of a flattened table.
  bool flattened_below(const Heading& h) const {
    const std::size_t n = r_.line_at(h.line.begin.value) + 1;
    return n < r_.lines.size() && r_.view(r_.lines[n]) == "序号";
  }

  /// No sections at all: the numbered lines are the findings.
  bool only_items() const {
    return !r_.top.empty() && std::all_of(r_.top.begin(), r_.top.end(), [&](std::uint32_t i) {
      return roles_[i] == SectionRole::findings && r_.children(i).empty() &&
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
        blocks_.emplace_back(item.text, Role::problem);
        finish(std::move(f), sentence);
      }
      return;
    }
  }

  /// Problems told without an answer: what follows the first sentence tells more of each.
  void unanswered(std::uint32_t i, std::vector<std::uint32_t> path) {
    const Heading& h = r_.heading(i);
    const auto kids = r_.children(i);
    if (kids.empty() && !path.empty()) {
      Finding f;
      f.problem = unwrapped(i).problem;
      f.path = path;
      const Span body{h.text.end, h.line.end};
      if (const Span rest = trimmed(r_.text, body); !rest.empty()) f.detail = rest;
      blocks_.emplace_back(h.text, Role::problem);
      finish(std::move(f), {h.text.begin, body.end});
      return;
    }
    path.push_back(i);
    for (const std::uint32_t k : kids) unanswered(k, path);
  }

  /// Whether the numbered lines under a heading are its measures or labelled blocks, not findings
  /// of their own.
  bool answers_itself(std::uint32_t i) {
    const auto kids = r_.children(i);
    const Heading& h = r_.heading(i);
    const Span before{h.text.end.value, r_.heading(kids.front()).line.begin.value};
    const auto parts = label_parts(r_, before);
    if (parts.back().part == Part::measures && trimmed(r_.text, parts.back().words).empty())
      return true;  // 整改措施：↵1.…
    std::size_t labels = 0;
    std::size_t problems = 0;
    std::size_t labelled = 0;
    for (const std::uint32_t k : kids) {
      const Heading& kid = r_.heading(k);
      if (!r_.children(k).empty()) return false;
      if (begins_with_label(r_, kid.text) || begins_with_label(r_, {kid.text.begin, kid.line.end}))
        ++labels;
      const Span words = first_sentence(r_, kid.text);
      const bool wrapped = words == kid.text ? unwrapped(k).wrapped : unwrap(r_, words).wrapped;
      if (wrapped || names_deficiency(r_, words)) ++problems;
      const auto kid_parts = label_parts(r_, {kid.text.end.value, r_.body_end(k, stop_)});
      if (kid_parts.size() > 1) ++labelled;
    }
    if (labels * 2 >= kids.size()) return true;  // （1）存在问题： （2）整改措施：
    if (problems > 0 || labelled > 0) return false;
    return unwrapped(i).wrapped && !is_group(i);
  }

  /// A heading over several findings: 聚焦…, 关于…方面. 关于…的问题 is a finding by itself.
  bool is_group(std::uint32_t i) {
    const Heading& h = r_.heading(i);
    if (unwrapped(i).wrapped && r_.view(h.text).find("方面") == std::string_view::npos)
      return false;
    return has(r_, &ExtractRules::sections, h.text, "focus") ||
           has(r_, &ExtractRules::sections, h.text, "findings");
  }

  /// Findings that are unnumbered paragraphs of `region`: 反馈问题一：…, 针对“…”的问题…, and, under
  /// a group without items (`bare`), sentences that name a deficiency. Returns whether there were
  /// any.
  bool paragraphs(const std::vector<std::uint32_t>& path, Span region, bool bare) {
    struct Start {
      std::uint32_t begin;
      Span sentence;
      ProblemWords words;
    };
    std::vector<Start> starts;
    if (region.begin >= region.end) return false;
    for (std::size_t n = r_.line_at(region.begin.value); n < r_.lines.size(); ++n) {
      const Paragraph& line = r_.lines[n];
      if (line.span.begin >= region.end) break;
      if (line.span.begin < region.begin || line.heading >= 0 || line.span.empty()) continue;
      if (const Field item = after_item_label(r_, line.span)) {
        const Span sentence = first_sentence(r_, *item);
        starts.push_back({line.span.begin.value, sentence, unwrap(r_, sentence)});
        continue;
      }
      if (const auto label = r_.rules.wrappers.match_as(r_.letters(line), 0, "unnumbered");
          label && (bare || !starts.empty() || labelled_again(n, region))) {
        const Span words{line.span.begin.value + label->end, line.span.end.value};
        const Span told = first_sentence(r_, words);
        starts.push_back({line.span.begin.value, told, unwrap(r_, told)});
        continue;
      }
      const Span sentence = first_sentence(r_, line.span);
      if (begins_with_label(r_, line.span)) continue;
      const auto words = unwrap(r_, sentence);
      const bool quoted = r_.view(line).substr(0, 3) == "“";
      if (words.wrapped && (!quoted || r_.view(sentence).ends_with("问题"))) {
        starts.push_back({line.span.begin.value, sentence, words});
      } else if (bare && answered_below(n, region)) {
        starts.push_back({line.span.begin.value, sentence, words});
      } else if (bare && names_deficiency(r_, sentence) && sentence.size() < 240 &&
                 enumerate(r_.text, r_.signs, sentence).items.empty()) {
        starts.push_back({line.span.begin.value, sentence, words});
      }
    }
    if (starts.empty() && bare) {
      const auto first = bare_problem(region);
      if (first) starts.push_back({first->begin.value, *first, unwrap(r_, *first)});
    }
    for (std::size_t n = 0; n < starts.size(); ++n) {
      const std::uint32_t end = n + 1 < starts.size() ? starts[n + 1].begin : region.end.value;
      const Start& start = starts[n];
      add(path, start.words, start.sentence, {start.sentence.end.value, end});
    }
    return !starts.empty();
  }

  /// Whether a paragraph after line `n` carries the label of a problem (【问题】) too.
  bool labelled_again(std::size_t n, Span region) const {
    while (++n < r_.lines.size() && r_.lines[n].span.begin < region.end) {
      if (r_.rules.wrappers.match_as(r_.letters(r_.lines[n]), 0, "unnumbered")) return true;
    }
    return false;
  }

  /// Whether the next paragraph answers under a label (整改情况：): this one then tells a problem.
  bool answered_below(std::size_t n, Span region) const {
    if (n + 1 >= r_.lines.size()) return false;
    const Paragraph& next = r_.lines[n + 1];
    if (next.heading >= 0 || next.span.begin >= region.end || !begins_with_label(r_, next.span))
      return false;
    const Part part = label_parts(r_, next.span)[1].part;
    return part == Part::measures || part == Part::results || part == Part::progress;
  }

  /// The first paragraph under a group heading when an answer follows it under a label.
  std::optional<Span> bare_problem(Span region) const {
    const std::size_t n = r_.line_at(region.begin.value);
    if (n >= r_.lines.size()) return std::nullopt;
    const Paragraph& line = r_.lines[n];
    if (line.heading >= 0 || begins_with_label(r_, line.span)) return std::nullopt;
    if (!enumerate(r_.text, r_.signs, line.span).items.empty()) return std::nullopt;
    for (const auto& p : label_parts(r_, region)) {
      if (p.part == Part::measures || p.part == Part::progress || p.part == Part::results)
        return first_sentence(r_, line.span);
    }
    return std::nullopt;
  }

  /// Findings that stand in a table, one a row. Returns whether there were any.
  bool table(const std::vector<std::uint32_t>& path, Span region) {
    if (region.begin >= region.end) return false;
    std::vector<TableRow> rows = table_findings(r_, region);
    for (TableRow& row : rows) {
      row.finding.path = path;
      finish(std::move(row.finding), row.row);
    }
    return !rows.empty();
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

  /// `words`: of `heading`.
  void add(const std::vector<std::uint32_t>& path, ProblemWords words, Span heading, Span body) {
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

  bool list_begins_in(Span lead, std::uint32_t end) const {
    const Enumeration list = enumerate(r_.text, r_.signs, {lead.begin.value, end});
    return !list.items.empty() && list.items.front().marker->begin < lead.end;
  }

  /// 针对“…”的问题，做了某事。另做某事。: what follows the comma sums up a list, or, without a
  /// list, is the answer (R15).
  void answer_from_lead(Span body, Finding& f) {
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

  void finish(Finding f, Span extent) {
    const std::string number = std::to_string(out_.size() + 1);
    f.id = (number.size() < 2 ? "F0" : "F") + number;
    f.extent = trimmed(r_.text, extent);
    out_.push_back(std::move(f));
  }

  // ---- problems that a body names itself

  void walk_self(std::uint32_t i, const std::vector<std::uint32_t>& path) {
    if (roles_[i] != SectionRole::self_problems) return;
    const Heading& h = r_.heading(i);
    auto below = path;
    below.push_back(i);
    const auto kids = r_.children(i);
    if (!kids.empty()) {
      for (const std::uint32_t k : kids) {
        if (causes_begin(h.line.end.value, r_.heading(k).line.begin.value)) return;
        walk_self(k, below);
      }
      return;
    }
    const std::uint32_t end =
        std::min(r_.body_end(i, stop_), cause_line(h.line.end.value, r_.body_end(i, stop_)));
    const Span body{h.text.end.value, end};
    const Enumeration list = enumerate(r_.text, r_.signs, body);
    if (list.items.empty()) {
      Finding f;
      f.origin = Origin::self_identified;
      f.path = path;
      f.problem = unwrapped(i).problem;
      if (const Span rest = trimmed(r_.text, body); !rest.empty()) f.detail = rest;
      blocks_.emplace_back(h.text, Role::problem);
      finish(std::move(f), {h.text.begin, body.end});
      return;
    }
    for (const Measure& item : list.items) {
      const Span sentence = first_sentence(r_, item.text);
      Finding f;
      f.origin = Origin::self_identified;
      f.path = below;
      f.problem = unwrap(r_, sentence).problem;
      if (const Span rest = trimmed(r_.text, {sentence.end, item.text.end}); !rest.empty())
        f.detail = rest;
      blocks_.emplace_back(item.text, Role::problem);
      finish(std::move(f), item.text);
    }
  }

  /// An unnumbered line that opens the causes (分析上述问题，其主要根源在于：) ends the list of
  /// problems.
  std::uint32_t cause_line(std::uint32_t from, std::uint32_t to) const {
    for (std::size_t n = r_.line_at(from); n < r_.lines.size(); ++n) {
      const Paragraph& line = r_.lines[n];
      if (line.span.begin.value >= to) break;
      if (line.heading < 0 && line.span.size() < 120 &&
          has(r_, &ExtractRules::sections, line.span, "causes")) {
        return line.span.begin.value;
      }
    }
    return to;
  }
  bool causes_begin(std::uint32_t from, std::uint32_t to) const {
    return cause_line(from, to) < to;
  }

  static std::uint32_t next_line(const Heading& h) { return h.line.end.value + 1; }

  const Reading& r_;
  const std::vector<SectionRole>& roles_;
  std::uint32_t stop_;
  Blocks& blocks_;
  std::vector<std::optional<ProblemWords>> unwrapped_;  ///< by heading: those taken apart so far
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> find_findings(const Reading& r, const std::vector<SectionRole>& roles,
                                   bool self_report, bool about_rectification, std::uint32_t stop,
                                   Blocks& blocks) {
  Finder finder(r, roles, stop, blocks);
  return self_report ? finder.self_named() : finder.feedback(about_rectification);
}

}  // namespace noticekit
