#include "extract/next_steps.hpp"

#include <algorithm>

#include "extract/enumeration.hpp"

namespace noticekit {
namespace {

class Plan {
 public:
  Plan(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop, Notice& n)
      : r_(r), roles_(roles), stop_(stop), n_(n) {}

  void read() {
    bool found = false;
    for (std::uint32_t i = 0; i < r_.outline.headings.size(); ++i) {
      const std::int32_t parent = r_.heading(i).parent;
      const bool highest = parent < 0 || roles_[static_cast<std::size_t>(parent)] != roles_[i];
      if (!highest || (!is_plan(i) && !is_remainder(i))) continue;
      if (parent >= 0 && (is_plan(static_cast<std::uint32_t>(parent)) ||
                          is_remainder(static_cast<std::uint32_t>(parent)))) {
        continue;  // reached from its parent
      }
      section(i);
      found = found || is_plan(i);
    }
    if (!found && n_.next_steps.empty()) plain_parts();
    if (!found && n_.next_steps.empty()) unnumbered();
  }

 private:
  /// 第三部分　下一步打算, with no numbered section below it.
  void plain_parts() {
    for (std::size_t p = 0; p < r_.parts.size(); ++p) {
      const Span part = r_.parts[p];
      const std::uint32_t next = p + 1 < r_.parts.size() ? r_.parts[p + 1].begin.value : stop_;
      const std::uint32_t end = std::min(next, stop_);
      if (part.end.value >= end || !has(r_, &ExtractRules::sections, part, "next_steps")) continue;
      for (std::size_t n = r_.line_at(part.begin.value); n < r_.lines.size(); ++n) {
        if (r_.lines[n].span.begin.value >= end) break;
        if (r_.lines[n].heading >= 0) return;
      }
      list_or_paragraphs({part.end.value, end}, n_.next_steps);
    }
  }

  bool is_plan(std::uint32_t i) const { return roles_[i] == SectionRole::next_steps; }
  bool is_remainder(std::uint32_t i) const { return roles_[i] == SectionRole::remaining; }

  void section(std::uint32_t i) {
    const auto kids = r_.children(i);
    auto& goal = is_remainder(i) ? n_.remaining_problems : n_.next_steps;
    if (kids.empty()) {
      // 第三部分　下一步打算↵一、…: the sections of that part are the items.
      if (r_.part_of(i) && !has(r_, &ExtractRules::sections, r_.heading(i).text, "next_steps") &&
          !has(r_, &ExtractRules::sections, r_.heading(i).text, "remaining"))
        item(i, goal);
      else
        body(i, goal);
      return;
    }
    // 三、存在的差距和下一步打算: what is left stands before the numbered plan.
    Span before{r_.heading(i).text.end, r_.heading(kids.front()).line.begin};
    // …仍有不足：一是…；二是…。下一步，重点做好：（一）…: the plan begins inside the paragraph.
    if (const auto plan = r_.rules.sections.find_as(r_.letters(before), "plan_inside"))
      before = {before.begin.value, before.begin.value + plan->begin};
    if (!is_remainder(i) && has(r_, &ExtractRules::sections, before, "remaining_told") &&
        !enumerate(r_.text, r_.signs, before).items.empty())
      list_or_paragraphs(before, n_.remaining_problems);
    for (const std::uint32_t k : kids) {
      auto& to = is_remainder(k) ? n_.remaining_problems : n_.next_steps;
      const auto grandkids = r_.children(k);
      if (grandkids.empty()) {
        const Heading& h = r_.heading(k);
        // 下步安排 alone on its line is a section of its own; 持续抓好整改。… is an item.
        const bool named =
            h.text.end == h.line.end && (has(r_, &ExtractRules::sections, h.text, "next_steps") ||
                                         has(r_, &ExtractRules::sections, h.text, "remaining"));
        if (roles_[k] != roles_[i] || named) {
          body(k, to);
        } else {
          item(k, to);
        }
      }
      for (const std::uint32_t g : grandkids) item(g, to);
    }
  }

  /// One numbered item: its whole line, else the paragraphs below it, else its heading.
  void item(std::uint32_t i, std::vector<Span>& to) {
    const Heading& h = r_.heading(i);
    if (h.line.begin.value >= stop_) return;
    const std::uint32_t end = r_.body_end(i, stop_);
    const Span rest = trimmed(r_.text, {h.text.end, h.line.end});
    const Span below =
        h.line.end.value + 1 < end ? trimmed(r_.text, {h.line.end.value + 1, end}) : Span{end, end};
    if (!rest.empty()) {
      to.push_back(trimmed(r_.text, {h.text.begin, h.line.end}));
    } else if (!below.empty()) {
      to.push_back(below);
    } else {
      to.push_back(trimmed(r_.text, h.text));
    }
  }

  /// A section without numbered items: its 一是-list, else its paragraphs.
  void body(std::uint32_t i, std::vector<Span>& to) {
    const Heading& h = r_.heading(i);
    const std::uint32_t end = r_.body_end(i, stop_);
    if (h.text.end.value >= end) return;
    const Span all{h.text.end.value, end};
    // …仍存在差距：一是…。下一步，一是…: one paragraph holds what is left and the plan.
    const auto plan = r_.rules.sections.find_as(r_.letters(all), "plan_inside");
    if (plan && has(r_, &ExtractRules::sections, {all.begin.value, all.begin.value + plan->begin},
                    "remaining_told")) {
      list_or_paragraphs({all.begin.value, all.begin.value + plan->begin}, n_.remaining_problems);
      list_or_paragraphs({all.begin.value + plan->end, end}, n_.next_steps);
      return;
    }
    // 存在不足和下一步安排 over a paragraph of each.
    if (has(r_, &ExtractRules::sections, h.text, "remaining_and_plan")) {
      const std::uint32_t cut = plan_begins(r_, all);
      if (!trimmed(r_.text, {all.begin.value, cut}).empty() && cut < end) {
        list_or_paragraphs({all.begin.value, cut}, n_.remaining_problems);
        list_or_paragraphs({cut, end}, n_.next_steps);
        return;
      }
    }
    list_or_paragraphs(all, to);
  }

  void list_or_paragraphs(Span region, std::vector<Span>& to) {
    const Enumeration list = enumerate(r_.text, r_.signs, region);
    for (const Measure& m : list.items) to.push_back(first_line(m.text));
    if (!list.items.empty()) return;
    const std::size_t first = to.size();
    for (std::uint32_t b = region.begin.value; b < region.end.value;) {
      const auto nl = r_.text.find('\n', b);
      const auto e = static_cast<std::uint32_t>(std::min<std::size_t>(nl, region.end.value));
      if (const Span p = trimmed(r_.text, {b, e}); !p.empty()) to.push_back(p);
      b = e + 1;
    }
    // 院党委将做好三件事。: announces the paragraphs after it.
    if (to.size() > first + 1 && has(r_, &ExtractRules::sections, to[first], "announces"))
      to.erase(to.begin() + static_cast<std::ptrdiff_t>(first));
  }

  /// The last item of a list ends with its paragraph; what follows belongs to no item.
  Span first_line(Span item) const {
    const auto nl = r_.view(item).find('\n');
    return nl == std::string_view::npos
               ? item
               : trimmed(r_.text, {item.begin.value, item.begin.value + nl});
  }

  /// Without a section of its own a plan is a late paragraph that says 下一步.
  void unnumbered() {
    bool last = true;  // nothing but the closing stands below
    for (std::size_t n = r_.lines.size(); n-- > 0;) {
      const Paragraph& line = r_.lines[n];
      if (line.span.begin.value >= stop_) continue;
      if (line.heading >= 0) return;
      if (line.span.empty()) continue;
      const bool promises =
          last && !inside_finding(line.span) &&
          r_.rules.sections.match_as(r_.letters(line), 0, "plan_last").has_value();
      last = false;
      // 以上6个问题中，已完成5个。下一步，…: the plan follows in the paragraph that sums up.
      if (r_.rules.sections.match_as(r_.letters(line), 0, "sums_up")) {
        const auto plan = r_.rules.sections.find_as(r_.letters(line), "plan_inside");
        if (plan) list_or_paragraphs({line.span.begin.value + plan->end, stop_}, n_.next_steps);
        return;
      }
      if (!promises && !r_.rules.sections.match_as(r_.letters(line), 0, "plan_paragraph")) continue;
      const auto opening = r_.rules.sections.match_as(r_.letters(line), 0, "plan_opening");
      const std::uint32_t from =
          line.span.begin.value + (opening ? static_cast<std::uint32_t>(opening->end) : 0);
      list_or_paragraphs({from, stop_}, n_.next_steps);
      return;
    }
  }

  bool inside_finding(Span line) const {
    return std::any_of(n_.findings.begin(), n_.findings.end(),
                       [&](const Finding& f) { return f.extent.overlaps(line); });
  }

  const Reading& r_;
  const std::vector<SectionRole>& roles_;
  std::uint32_t stop_;
  Notice& n_;
};

}  // namespace

void read_next_steps(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
                     Notice& n) {
  Plan(r, roles, stop, n).read();
}

}  // namespace noticekit
