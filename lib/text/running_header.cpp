// Lines that a paper prints on every page beside its number: 某公司党委文件. Part of reflow.hpp.
#include <algorithm>
#include <set>
#include <string_view>

#include "text/numbering.hpp"
#include "text/reflow.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Nothing but a name or a short title: no number of its own, no label, no cell, no sentence.
bool may_run(std::string_view s) {
  if (s.size() > 120 || numbering_length(s) != 0 || item_length(s) != 0) return false;
  const std::size_t characters = utf8::count(s);
  if (characters < 4 || characters > 40) return false;
  for (const std::string_view mark : {"。", "；", "：", ":", "\t"}) {
    if (s.find(mark) != std::string_view::npos) return false;
  }
  return page_number(s) == PageNumber::no;
}

/// A line beside a page number, and on which side of it.
struct Neighbour {
  std::string_view words;
  bool below;
  std::size_t line;
  auto operator<=>(const Neighbour&) const = default;
};

}  // namespace

void find_running_headers(std::string_view text, const std::vector<Line>& lines,
                          std::vector<Fate>& fates) {
  const auto at = [&](std::size_t i) {
    return text.substr(lines[i].begin, lines[i].end - lines[i].begin);
  };
  // A bare number counts pages beyond doubt only at a form feed: rows of a table have numbers too.
  const auto counts_pages = [&](std::size_t i) {
    if (lines[i].end - lines[i].begin > 40) return false;
    const PageNumber is = page_number(at(i));
    const bool feed = lines[i].page || (i + 1 < lines.size() && lines[i + 1].page);
    return is == PageNumber::sure || (is == PageNumber::perhaps && feed);
  };
  std::size_t pages = 0;
  std::set<Neighbour> beside;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!counts_pages(i)) continue;
    ++pages;
    if (i > 0 && may_run(at(i - 1))) beside.insert({at(i - 1), false, i - 1});
    if (i + 1 < lines.size() && may_run(at(i + 1))) beside.insert({at(i + 1), true, i + 1});
  }
  for (auto first = beside.begin(); first != beside.end();) {
    const auto last = std::find_if(first, beside.end(), [&](const Neighbour& n) {
      return n.words != first->words || n.below != first->below;
    });
    const auto count = static_cast<std::size_t>(std::distance(first, last));
    // A label or status that twice came to stand at a page's top stands elsewhere as well.
    if (count >= 2 && count * 3 >= pages) {
      std::size_t all = 0;
      for (std::size_t i = 0; i < lines.size(); ++i) all += at(i) == first->words ? 1 : 0;
      if (all < 2 * count) {
        for (auto n = first; n != last; ++n) fates[n->line] = Fate::furniture;
      }
    }
    first = last;
  }
}

}  // namespace noticekit
