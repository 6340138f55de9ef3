#include "report/audit/items.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace noticekit::audit {

std::vector<std::int32_t> chain_of(const Notice& n, const Finding& f) {
  std::vector<std::int32_t> out(f.path.begin(), f.path.end());
  std::int32_t own = -1;
  for (std::size_t i = 0; i < n.outline.headings.size(); ++i) {
    const Span line = n.outline.headings[i].line;
    if (line.contains(f.problem) &&
        std::find(out.begin(), out.end(), static_cast<std::int32_t>(i)) == out.end())
      own = static_cast<std::int32_t>(i);
  }
  out.push_back(own);
  return out;
}

std::vector<std::size_t> items_by_depth(const Notice& n) {
  std::vector<std::vector<std::int32_t>> chains;
  std::size_t deepest = 0;
  for (const Finding& f : n.findings) {
    chains.push_back(chain_of(n, f));
    deepest = std::max(deepest, chains.back().size());
  }
  std::vector<std::size_t> out;
  for (std::size_t d = 0; d < deepest; ++d) {
    // One item a heading; findings that share a heading, or have none, count one by one.
    std::set<std::pair<std::int32_t, std::size_t>> items;
    for (std::size_t i = 0; i < chains.size(); ++i) {
      const bool below = d + 1 < chains[i].size();
      items.insert({below ? chains[i][d] : -1, below ? 0 : i});
    }
    if (items.size() > 1 || deepest == 1) out.push_back(items.size());
  }
  return out;
}

std::size_t groups_of(const Notice& n) {
  std::set<std::uint32_t> tops, seconds;
  for (const Finding& f : n.findings) {
    if (!f.path.empty()) tops.insert(f.path[0]);
    if (f.path.size() > 1) seconds.insert(f.path[1]);
  }
  return tops.size() > 1 ? tops.size() : seconds.size();
}

}  // namespace noticekit::audit
