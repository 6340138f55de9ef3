// Where each finding begins and ends, in every arrangement of the genre. Comes after
// finding_block.hpp and sections.hpp. Source: gold rules R8-R12.
#pragma once

#include <utility>
#include <vector>

#include "extract/reading.hpp"
#include "extract/sections.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// All findings of the sections that answer the feedback (or, in a self-report, name problems), in
/// order. Without headings only a text about rectification has findings; news list their problems.
/// `stop`: byte where the closing contact or signature begins. `blocks` receives what each
/// stretch was taken for.
std::vector<Finding> find_findings(const Reading& r, const std::vector<SectionRole>& roles,
                                   bool self_report, bool about_rectification, std::uint32_t stop,
                                   std::vector<std::pair<Span, Role>>& blocks);

}  // namespace noticekit
