// Numbered items that lost their line breaks: （1）P。整改情况：…。（2）Q。整改情况：…. Comes after
// finding_block.hpp. Source: gold rule R8.
#pragma once

#include <vector>

#include "extract/reading.hpp"

namespace noticekit {

/// An item inside the body of the one before.
struct MergedItem {
  std::uint32_t begin = 0;  ///< of its marker
  Span problem;             ///< its first sentence
};

/// The items after `heading`'s own in `body`, what is printed below and beside it. An item counts
/// on from the one before, and is a problem answered under a label right after it, as the heading
/// itself is; so a list of measures is none.
std::vector<MergedItem> merged_items(const Reading& r, const Heading& heading, Span body);

}  // namespace noticekit
