#include "extract/self_named.hpp"

#include <algorithm>

#include "extract/enumeration.hpp"

namespace noticekit {
namespace {

class SelfNamed {
 public:
  SelfNamed(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
            FindingList& out)
      : r_(r), roles_(roles), stop_(stop), out_(out) {}

  /// Reads the highest headings that name problems.
  void enter(std::uint32_t i) {
    if (roles_[i] == SectionRole::self_problems) {
      walk(i, {});
      return;
    }
    for (const std::uint32_t k : r_.children(i)) enter(k);
  }

 private:
  void walk(std::uint32_t i, const HeadingPath& path) {
    if (roles_[i] != SectionRole::self_problems) return;
    const Heading& h = r_.heading(i);
    auto below = path;
    below.push_back(i);
    const auto kids = r_.children(i);
    if (!kids.empty()) {
      for (const std::uint32_t k : kids) {
        if (causes_begin(h.line.end.value, r_.heading(k).line.begin.value)) return;
        walk(k, below);
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
      f.problem = unwrap(r_, h.text).problem;
      if (const Span rest = trimmed(r_.text, body); !rest.empty()) f.detail = rest;
      out_.note(h.text, Role::problem);
      out_.finish(std::move(f), {h.text.begin, body.end});
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
      out_.note(item.text, Role::problem);
      out_.finish(std::move(f), item.text);
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

  const Reading& r_;
  const std::vector<SectionRole>& roles_;
  std::uint32_t stop_;
  FindingList& out_;
};

}  // namespace

void find_self_named(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
                     FindingList& findings) {
  SelfNamed reader(r, roles, stop, findings);
  for (const std::uint32_t i : r.top) reader.enter(i);
}

}  // namespace noticekit
