// Which lines of a page are the article, and what the page says about it. Comes after
// page_lines.hpp.
#pragma once

#include <string>

#include "ingest/page_lines.hpp"

namespace noticekit {

struct Article {
  std::string text;    ///< one line each; the headline that is seen above it first
  bool found = false;  ///< false: the text is the whole page
  Meta meta;
};

/// The article is the smallest part of the page that holds nearly all sentences outside links and
/// outside what is named navigation, footer, share bar.
Article find_article(const Page& page, const PageLines& lines);

}  // namespace noticekit
