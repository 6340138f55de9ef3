#include "extract/sections.hpp"

#include <optional>
#include <string_view>

#include "extract/answered_list.hpp"
#include "extract/finding_block.hpp"
#include "extract/finding_table.hpp"
#include "extract/numeral.hpp"
#include "extract/problem.hpp"

namespace noticekit {
namespace {

/// The first rule in file order that hits: the order of sections.json is the order of belief.
std::string_view first_rule(const Reading& r, Span heading) {
  const auto hit = r.rules.sections.first_rule(r.letters(heading));
  return hit ? code(r.rules.sections, *hit) : std::string_view{};
}

std::optional<SectionRole> role_from_code(std::string_view as) {
  if (as == "findings" || as == "focus") return SectionRole::findings;
  if (as == "problems") return SectionRole::problems;
  if (as == "organisation") return SectionRole::organisation;
  if (as == "remaining") return SectionRole::remaining;
  if (as == "next_steps") return SectionRole::next_steps;
  if (as == "other") return SectionRole::other;
  return std::nullopt;
}

struct Evidence {
  int leaves = 0;
  int answered = 0;  ///< leaves that name a problem in a wrapper, or carry 整改措施：-like labels
};

bool lists_its_answer(const Reading& r, std::uint32_t index) {
  return is_answer(label_above_items(r, index));
}

void weigh(const Reading& r, std::uint32_t index, Evidence& e) {
  const auto kids = r.children(index);
  if (lists_its_answer(r, index)) {
    ++e.leaves;
    ++e.answered;
    return;
  }
  if (!kids.empty()) {
    for (const std::uint32_t k : kids) weigh(r, k, e);
    return;
  }
  ++e.leaves;
  const Heading& h = r.heading(index);
  const auto end = r.body_end(index, static_cast<std::uint32_t>(r.text.size()));
  bool answered = unwrap(r, h.text).wrapped;
  if (!answered) {
    for (const LabelledPart& p : label_parts(r, {h.text.end.value, end})) {
      answered = answered || is_answer(p.part);
    }
  }
  e.answered += answered ? 1 : 0;
}

/// Whether a section without headings lists problems in lines of their own (问题一：…), each with
/// an answer under a label.
bool lists_answered_items(const Reading& r, std::uint32_t index) {
  const std::uint32_t end = r.body_end(index, static_cast<std::uint32_t>(r.text.size()));
  std::size_t items = 0;
  std::size_t answers = 0;
  for (std::size_t n = r.line_at(r.heading(index).line.begin.value) + 1;
       n < r.lines.size() && r.lines[n].span.begin.value < end; ++n) {
    if (after_item_label(r, r.lines[n].span)) {
      ++items;
    } else if (begins_with_label(r, r.lines[n].span)) {
      ++answers;
    }
  }
  return items >= 2 && answers >= items;
}

bool holds_answers(const Reading& r, std::uint32_t index) {
  const auto kids = r.children(index);
  if (kids.empty()) return lists_answered_items(r, index);
  const Span above{r.heading(index).text.end, r.heading(kids.front()).line.begin};
  if (begins_table(r, above)) return true;  // the headings below it stand between its rows
  Evidence e;
  weigh(r, index, e);
  return e.answered >= 2 && e.answered * 2 >= e.leaves;
}

class Roles {
 public:
  Roles(const Reading& r, bool self_report, bool about_rectification, const AnsweredList* answered)
      : r_(r), self_(self_report), rectification_(about_rectification), answered_(answered) {
    roles_.assign(r.outline.headings.size(), SectionRole::other);
  }

  std::vector<SectionRole> decide() {
    bool found = false;
    for (const std::uint32_t i : r_.top) {
      roles_[i] = own_role(i);
      found =
          found || roles_[i] == SectionRole::findings || roles_[i] == SectionRole::self_problems;
    }
    // One section lists the problems, another answers them by number, whatever the two are called.
    if (answered_ != nullptr) {
      roles_[answered_->list] = SectionRole::problems;
      roles_[answered_->answers] = SectionRole::findings;
      found = true;
    }
    if (!found && !self_ && rectification_) take_unnamed();
    if (!found && !self_ && rectification_) take_bare_problems();
    for (const std::uint32_t i : r_.top) descend(i);
    return std::move(roles_);
  }

 private:
  SectionRole own_role(std::uint32_t i) {
    const SectionRole role = in_part(i, called(i).value_or(SectionRole::other));
    if ((role == SectionRole::remaining || role == SectionRole::problems) && self_)
      return SectionRole::self_problems;
    // What stands in a section outweighs how it is called, unless it is called a plan or a
    // remainder.
    if (role == SectionRole::remaining && !self_ && !r_.children(i).empty()) {
      Evidence e;  // 尚未完成的问题, each with its answer: a group by status
      weigh(r_, i, e);
      if (e.answered == e.leaves) return SectionRole::findings;
    }
    if ((role == SectionRole::other || role == SectionRole::organisation) && !self_ &&
        holds_answers(r_, i)) {
      return SectionRole::findings;
    }
    return role;
  }

  /// What the part says that the section stands in (第三部分　下一步打算) outweighs its own name,
  /// but for answers: a part may tell of them and of the plan.
  SectionRole in_part(std::uint32_t i, SectionRole own) const {
    const auto part = r_.part_of(i);
    if (!part || own == SectionRole::findings) return own;
    const auto said = role_from_code(first_rule(r_, *part));
    return said.value_or(own == SectionRole::next_steps ? SectionRole::other : own);
  }

  /// No section is called the answer: sections that are themselves the focuses (二、强化政治引领…).
  void take_unnamed() {
    for (std::size_t n = 0; n < r_.top.size(); ++n) {
      const std::uint32_t i = r_.top[n];
      if (roles_[i] != SectionRole::other || r_.children(i).empty()) continue;
      if (n == 0 && r_.top.size() > 1)
        continue;  // the first section tells how the work was organised
      if (called(i) == SectionRole::other) continue;
      roles_[i] = SectionRole::findings;
    }
  }

  /// No sections at all: numbered lines are the findings where most name a problem, are answered,
  /// or where there are as many as the lead says.
  void take_bare_problems() {
    std::size_t problems = 0;
    Evidence e;
    for (const std::uint32_t i : r_.top) {
      if (!r_.children(i).empty() && !lists_its_answer(r_, i)) return;
      problems += names_deficiency(r_, r_.heading(i).text) ? 1 : 0;
      weigh(r_, i, e);
    }
    const bool named = problems >= 3 && problems * 3 >= r_.top.size() * 2;
    const bool answered = e.answered >= 2 && e.answered * 2 >= e.leaves;
    if (!named && !answered && !as_many_as_told()) return;
    for (const std::uint32_t i : r_.top) roles_[i] = SectionRole::findings;
  }

  /// 反馈的6个问题 above six numbered lines, each with an answer of its own. One or two may as well
  /// be sections (一、); below that they are items.
  bool as_many_as_told() const {
    if (r_.top.empty()) return false;
    for (const std::uint32_t i : r_.top) {
      if (r_.top.size() < 3 && r_.heading(i).rank < 2) return false;
      const Span body{r_.heading(i).text.end.value,
                      r_.body_end(i, static_cast<std::uint32_t>(r_.text.size()))};
      if (trimmed(r_.text, body).empty()) return false;
    }
    const Span lead{0, r_.heading(r_.top.front()).line.begin.value};
    std::vector<PhraseHit> hits;
    r_.rules.sections.scan_as(r_.letters(lead), "told_total", hits);
    for (const PhraseHit& hit : hits) {
      const auto n = read_plain_numeral(
          slice(r_.text, Span{hit.slots[0].begin.value, hit.slots[0].end.value}));
      if (n && n->value.places == 0 && n->value.units == static_cast<std::int64_t>(r_.top.size()))
        return true;
    }
    return false;
  }

  /// Children take their parent's role, except where a plan or a remainder stands below.
  void descend(std::uint32_t i) {
    for (const std::uint32_t k : r_.children(i)) {
      roles_[k] = role_below(roles_[i], k);
      descend(k);
    }
  }

  /// The role of a heading under one of the role `above`. What it is called is asked last: that
  /// takes longest.
  SectionRole role_below(SectionRole above, std::uint32_t k) const {
    const Heading& h = r_.heading(k);
    switch (above) {
      case SectionRole::next_steps:
      case SectionRole::remaining: {
        const auto own = called(k);
        return own == SectionRole::remaining || own == SectionRole::next_steps ? *own : above;
      }
      case SectionRole::findings: {
        if (h.level != 2 || names_deficiency(r_, h.text) || holds_answers(r_, k)) return above;
        const auto own = called(k);
        if (!own || *own == SectionRole::findings || unwrap(r_, h.text).status) return above;
        // 组织 and the like are words of groups of findings too.
        const bool group = (*own == SectionRole::organisation || *own == SectionRole::next_steps) &&
                           !r_.children(k).empty();
        return group || is_focus(h) ? above : *own;
      }
      case SectionRole::other:
        return holds_answers(r_, k) ? SectionRole::findings : above;
      default:
        return above;
    }
  }

  [[nodiscard]] std::optional<SectionRole> called(std::uint32_t i) const {
    return role_from_code(first_rule(r_, r_.heading(i).text));
  }

  /// 关于…方面, 聚焦…: a group of findings, whatever other words it holds.
  [[nodiscard]] bool is_focus(const Heading& h) const {
    return has(r_, &ExtractRules::sections, h.text, "focus");
  }

  const Reading& r_;
  bool self_;
  bool rectification_;
  const AnsweredList* answered_;
  std::vector<SectionRole> roles_;
};

}  // namespace

std::vector<SectionRole> section_roles(const Reading& r, bool self_report, bool about_rectification,
                                       const AnsweredList* answered) {
  return Roles(r, self_report, about_rectification, answered).decide();
}

std::uint32_t plan_begins(const Reading& r, Span region) {
  const Paragraph* last = nullptr;  // but the first
  bool first = true;
  for (std::size_t n = r.line_at(region.begin.value); n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.span.begin >= region.end) break;
    if (line.span.begin < region.begin || line.span.empty()) continue;
    if (r.rules.sections.match_as(r.letters(line), 0, "plan_paragraph") ||
        r.rules.sections.match_as(r.letters(line), 0, "sums_up"))
      return line.span.begin.value;
    last = first ? nullptr : &line;
    first = false;
  }
  if (last != nullptr && r.rules.sections.match_as(r.letters(*last), 0, "plan_last"))
    return last->span.begin.value;
  return region.end.value;
}

}  // namespace noticekit
