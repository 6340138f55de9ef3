// The closing plan and what the notice says remains undone. Comes after sections.hpp. Source: gold
// rule R29.
#pragma once

#include <vector>

#include "extract/reading.hpp"
#include "extract/sections.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Fills next_steps and remaining_problems: items without their markers, in order.
/// `stop`: byte where the closing contact or signature begins.
void read_next_steps(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
                     Notice& notice);

}  // namespace noticekit
