#include "extract/reading.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace noticekit {

namespace {

void list_children(const std::vector<Heading>& headings, Reading& r) {
  r.child_begin.resize(headings.size() + 2);
  for (const Heading& h : headings) {
    if (h.parent >= 0) ++r.child_begin[static_cast<std::size_t>(h.parent) + 2];
  }
  for (std::size_t i = 2; i < r.child_begin.size(); ++i) r.child_begin[i] += r.child_begin[i - 1];
  r.child_list.resize(r.child_begin.back());
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    if (headings[i].parent < 0) {
      r.top.push_back(i);
    } else {  // moves the end of the row so far, which is then the beginning of the next one
      r.child_list[r.child_begin[static_cast<std::size_t>(headings[i].parent) + 1]++] = i;
    }
  }
}

/// 第二部分　反馈问题整改落实情况, and no sentence that begins so.
bool begins_part(const Reading& r, const Paragraph& line) {
  constexpr std::uint32_t longest = 150;  // bytes
  const std::string_view s = r.view(line);
  return s.size() <= longest && s.starts_with("第") && s.find("。") == std::string_view::npos &&
         r.rules.sections.match_as(r.letters(line), 0, "part").has_value();
}

/// Where the first part after `offset` begins; `stop` where none does.
std::uint32_t next_part(const Reading& r, std::uint32_t offset, std::uint32_t stop) {
  for (const Span part : r.parts) {
    if (part.begin.value > offset) return std::min(stop, part.begin.value);
  }
  return stop;
}

}  // namespace

Reading make_reading(std::string_view text, const Signs& signs, const Outline& outline,
                     const ExtractRules& rules) {
  Reading r{text, signs, outline, rules, {text, Letters(text), {}}, {}, {}, {}, {}, {}};
  rules.gate.mark(r.marked.letters, r.marked.marks);
  r.lines.reserve(outline.blocks.size());
  const Sign* sign = signs.first();
  std::size_t next_heading = 0;
  const auto& headings = outline.headings;
  for (std::size_t begin = 0; begin < text.size();) {
    while (!sign->is(Sign::line_end)) ++sign;
    const std::size_t end = sign++->at;
    Paragraph line{{begin, end}, -1, static_cast<std::int32_t>(next_heading) - 1};
    if (next_heading < headings.size() && headings[next_heading].line.begin.value == begin) {
      line.heading = line.owner = static_cast<std::int32_t>(next_heading++);
    }
    r.lines.push_back(line);
    if (line.heading < 0 && begins_part(r, line)) r.parts.push_back(line.span);
    begin = end + 1;
  }
  list_children(headings, r);
  return r;
}

std::uint32_t Reading::subtree_end(std::uint32_t index, std::uint32_t stop) const {
  const auto& hs = outline.headings;
  stop = next_part(*this, hs[index].line.begin.value, stop);
  for (std::size_t i = index + 1; i < hs.size(); ++i) {
    if (hs[i].level <= hs[index].level) return std::min(stop, hs[i].line.begin.value);
  }
  return stop;
}

std::uint32_t Reading::body_end(std::uint32_t index, std::uint32_t stop) const {
  const auto& hs = outline.headings;
  stop = next_part(*this, hs[index].line.begin.value, stop);
  if (index + 1 < hs.size()) return std::min(stop, hs[index + 1].line.begin.value);
  return stop;
}

std::optional<Span> Reading::part_of(std::uint32_t index) const {
  std::optional<Span> found;
  for (const Span part : parts) {
    if (part.begin < heading(index).line.begin) found = part;
  }
  return found;
}

std::size_t Reading::line_at(std::uint32_t offset) const {
  const auto it =
      std::upper_bound(lines.begin(), lines.end(), offset,
                       [](std::uint32_t o, const Paragraph& l) { return o < l.span.begin.value; });
  return it == lines.begin() ? 0 : static_cast<std::size_t>(it - lines.begin()) - 1;
}

namespace {

bool is_separator(char32_t c) {
  switch (c) {
    case U'。':
    case U'；':
    case U';':
    case U'，':
    case U',':
    case U'、':
    case U'：':
    case U':':
    case U' ':
    case U'\u3000':
    case U'\n':
    case U'\t':
      return true;
    default:
      return false;
  }
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
  std::uint32_t b = span.begin.value;
  std::uint32_t e = span.end.value;
  while (b < e && !utf8::is_han_lead(static_cast<unsigned char>(text[b])) &&
         is_separator(utf8::at(text, b))) {
    b += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[b])));
  }
  while (e > b) {
    if (e >= b + 3 && utf8::is_han_lead(static_cast<unsigned char>(text[e - 3]))) break;
    const auto p = static_cast<std::uint32_t>(utf8::before(text, e));
    // A narrow full stop: behind a letter or a digit it may belong to them.
    const bool stop =
        text[p] == '.' && p >= b + 3 && utf8::is_han_lead(static_cast<unsigned char>(text[p - 3]));
    if (!stop && !is_separator(utf8::at(text, p))) break;
    e = p;
  }
  return {b, e};
}

std::string_view code(const PhraseSet& set, const PhraseHit& hit) {
  return set.rules()[hit.rule].as;
}

bool has(const Reading& r, PhraseSet ExtractRules::*set, Span words, std::string_view as) {
  return (r.rules.*set).find_as(r.letters(words), as).has_value();
}

}  // namespace noticekit
