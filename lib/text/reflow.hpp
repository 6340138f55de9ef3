// Which physical lines belong together: page numbers and running headers dropped, sentences that a
// page or line end cut rejoined. Decides only; normalize.cpp does it.
// Two kinds of evidence. The words alone, which normalized text still has: what they decide must be
// the same when it is normalized again. And layout (page breaks, indents, equal line widths), which
// is gone by then: it may only add joins, never forbid one. Comes after numbering.hpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace noticekit {

/// A physical line, its blanks trimmed and its characters folded.
struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;     ///< without the line end
  std::uint16_t indent = 0;  ///< columns of blanks that stood before it
  bool gap = false;          ///< blank lines stood before it
  bool page = false;         ///< a form feed stood before it
};

enum class Fate : std::uint8_t {
  keep,       ///< a paragraph begins here
  join,       ///< goes on with the paragraph before
  furniture,  ///< a page number or what is printed beside each
};

/// One fate for each line of `text`. `layout`: whether the lines' layout may be believed. Returns
/// whether any is not Fate::keep.
bool reflow(std::string_view text, const std::vector<Line>& lines, bool layout,
            std::vector<Fate>& fates);

/// Whether a line is a page number: sure (— 2 —, 第3页 共9页), perhaps (12, 3/9), or no.
enum class PageNumber : std::uint8_t { no, perhaps, sure };
PageNumber page_number(std::string_view line);

/// Marks as furniture the short lines that repeat directly beside page numbers, always above or
/// always below them, and seldom stand elsewhere.
void find_running_headers(std::string_view text, const std::vector<Line>& lines,
                          std::vector<Fate>& fates);

/// Whether a telephone number or mail address ends `words` unfinished and goes on with `next`, told
/// by their characters alone.
bool cuts_value(std::string_view words, std::string_view next);

}  // namespace noticekit
