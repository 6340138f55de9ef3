// The problems that a body names itself in a self-report. Comes after finding_list.hpp and
// sections.hpp. Source: gold rules R8, R11, R12.
#pragma once

#include <vector>

#include "extract/finding_list.hpp"
#include "extract/sections.hpp"

namespace noticekit {

/// Adds the problems of the sections that name some. `stop`: byte where the closing begins.
void find_self_named(const Reading& r, const std::vector<SectionRole>& roles, std::uint32_t stop,
                     FindingList& findings);

}  // namespace noticekit
