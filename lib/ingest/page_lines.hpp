// A page as people see it: lines, with rows of tables as cells between tabs. Comes after page.hpp;
// article.hpp chooses among them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/page.hpp"

namespace noticekit {

struct PageLine {
  std::uint32_t begin = 0;  ///< in PageLines::text
  std::uint32_t end = 0;
  std::uint32_t node = 0;  ///< the first text of it
  std::uint32_t characters = 0;
  std::uint32_t linked = 0;  ///< of these, in links
  bool sentence = false;     ///< holds a mark that sentences have
};

struct PageLines {
  std::string text;
  std::vector<PageLine> lines;
  [[nodiscard]] std::string_view view(const PageLine& l) const {
    return std::string_view(text).substr(l.begin, l.end - l.begin);
  }
};

/// What is not hidden, in document order. Blanks are folded as browsers do; tabs stand between the
/// cells of tables of data, empty ones included, and nowhere else.
PageLines page_lines(const Page& page);

/// For every node, whether it is a table of data; a table that only places things is none.
std::vector<bool> data_tables(const Page& page);

}  // namespace noticekit
