// A web page as a flat tree: elements and texts in document order, each with the end of its
// subtree, so that nothing needs recursion. Made by html_parse.cpp; article.hpp and page_lines.hpp
// read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/deadline.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

enum class Tag : std::uint8_t {
  text,       ///< no element: characters
  inlined,    ///< span, a, b and everything unknown
  block,      ///< p, h4, li, blockquote …: a line of its own
  container,  ///< div, article, section, main, center, form: may hold the article
  heading,    ///< h1, h2, h3
  link,       ///< a
  line_break,
  table,
  row,
  cell,
  pre,
  body,
  furniture,  ///< nav, footer, header, aside
  skipped     ///< script, style, form fields …: nobody reads them
};

struct Node {
  Tag tag = Tag::text;
  bool hidden = false;
  bool named_furniture = false;  ///< by class or id
  bool named_title = false;
  bool paragraph = false;     ///< p
  std::uint16_t columns = 1;  ///< of a cell
  std::uint16_t rows = 1;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;   ///< the node after the subtree
  std::uint32_t text = 0;  ///< where the characters of a text begin in Page::text
  std::uint32_t size = 0;
};

/// `nodes[0]` is the document.
struct Page {
  std::vector<Node> nodes;
  std::string text;
  std::string title;                                       ///< <title>
  std::vector<std::pair<std::string, std::string>> metas;  ///< lower-case name, content

  [[nodiscard]] std::string_view text_of(const Node& n) const {
    return std::string_view(text).substr(n.text, n.size);
  }
};

/// Parses as browsers do, broken markup included. **Errors**: too_large (nesting), timed_out.
std::optional<Error> parse_html(std::string_view utf8, const Source& source, const Limits& limits,
                                Deadline& deadline, Page& page);

/// The charset that a page declares in its first bytes; empty where it declares none.
std::string declared_charset(std::string_view bytes);

}  // namespace noticekit
