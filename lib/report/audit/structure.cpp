// structure.*: numbering of headings and of measures.
#include <algorithm>

#include "report/audit/check.hpp"

namespace noticekit::audit {
namespace {

/// The number of a marker like 三是; 0 for any other.
std::int32_t enumerator(std::string_view marker) {
  constexpr std::string_view is = "是";
  if (!marker.ends_with(is)) return 0;
  return read_ordinal(marker.substr(0, marker.size() - is.size()));
}

}  // namespace

bool level_skip(Audited& a) {
  const auto& headings = a.n.outline.headings;
  std::vector<std::pair<int, int>> seen;
  for (const Heading& h : headings) {
    if (h.parent < 0) continue;
    const int above = headings[static_cast<std::size_t>(h.parent)].rank, below = h.rank;
    const bool allowed = below <= above + 1 || (above == 1 && below == 3);
    const std::pair<int, int> skip{above, below};
    if (allowed || std::find(seen.begin(), seen.end(), skip) != seen.end()) continue;
    seen.push_back(skip);
    const std::string over = quoted(a.view(headings[static_cast<std::size_t>(h.parent)].marker));
    const std::string under = quoted(a.view(h.marker));
    a.raise("序号层级跳跃：{}之下直接用{}", "a level of numbering is skipped: under {} comes {}",
            {over, under}, h.marker);
  }
  return true;
}

bool numbering_restart(Audited& a) {
  for (const Defect& d : a.n.defects) {
    if (d.kind == "numbering_restart")
      a.raise("同一标题下序号重新起头：{}", "numbering starts again under one heading: {}",
              {quoted(a.view(d.span))}, d.span);
    if (d.kind == "numbering_gap")
      a.raise("序号不连续：{}之前缺号", "a number is missing before {}", {quoted(a.view(d.span))},
              d.span);
  }
  return true;
}

bool enumerator_gap(Audited& a) {
  if (a.n.findings.empty()) return false;
  for (std::size_t i = 0; i < a.n.findings.size(); ++i) {
    const Finding& f = a.n.findings[i];
    std::int32_t last = 0, missing = 0, count = 0;
    for (const Measure& m : f.measures) {
      const std::int32_t number = m.marker ? enumerator(a.view(*m.marker)) : 0;
      if (number == 0) continue;
      if (number != last + 1 && missing == 0) missing = last + 1;
      last = number;
      ++count;
    }
    if (count == 1 && last == 1) missing = 2;
    if (missing == 0) continue;
    a.raise("列举序号不全：缺第{}项的“…是”", "the enumeration lacks its item {}",
            {std::to_string(missing)}, f.measures[0].text, static_cast<std::int32_t>(i));
  }
  return true;
}

bool single_child(Audited& a) {
  const auto& headings = a.n.outline.headings;
  if (headings.empty()) return false;
  std::vector<std::size_t> children(headings.size()), findings(headings.size());
  for (const Heading& h : headings) {
    if (h.parent >= 0) ++children[static_cast<std::size_t>(h.parent)];
  }
  for (const Finding& f : a.n.findings) {
    if (!f.path.empty()) ++findings[f.path.back()];
  }
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool lone =
        children[i] == 1 || (children[i] == 0 && findings[i] == 1 && headings[i].parent >= 0);
    if (lone)
      a.raise("{}之下只有一项", "{} holds a single item", {quoted(a.view(headings[i].text))},
              headings[i].marker);
  }
  return true;
}

}  // namespace noticekit::audit
