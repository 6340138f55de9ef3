// Lists inside prose: 一是…二是…, 首先…其次…, 第一，…, 1.…, （1）…, ①…. Comes after reading.hpp.
// Source: gold rules R14-R17. The section decides what the items are; this only cuts them.
#pragma once

#include <string_view>
#include <vector>

#include "noticekit/notice.hpp"
#include "noticekit/span.hpp"
#include "outline/signs.hpp"

namespace noticekit {

/// A list found in a block: its items, and the words before the first marker.
struct Enumeration {
  std::vector<Measure> items;
  Span before;             ///< from the block's start to the first marker, trimmed
  std::int32_t first = 0;  ///< the number of the first marker printed: 2 where 一是 was lost
};

/// Cuts `block` at the markers of its outermost list. No items where there is no list.
/// Markers inside quotation marks, brackets and titles do not count. `signs`: those of `text`.
Enumeration enumerate(std::string_view text, const Signs& signs, Span block);

/// The bytes of the list marker at `at` (一是, ①, 1.); 0 where none stands there.
std::uint32_t list_marker_length(std::string_view text, std::size_t at);

}  // namespace noticekit
