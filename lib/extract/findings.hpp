// Where each finding begins and ends, in every arrangement of the genre. Comes after
// finding_block.hpp and sections.hpp. Source: gold rules R8-R12.
#pragma once

#include <utility>
#include <vector>

#include "extract/reading.hpp"
#include "extract/sections.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

struct AnsweredList;

/// All findings of the sections that answer the feedback (or, in a self-report, name problems), in
/// order. Without headings only a text about rectification has findings; news list their problems.
/// `answered`: see find_answered_list(); null where there is none. `stop`: byte where the closing
/// contact or signature begins. `blocks` receives what each stretch was taken for.
std::vector<Finding> find_findings(const Reading& r, const std::vector<SectionRole>& roles,
                                   bool self_report, bool about_rectification,
                                   const AnsweredList* answered, std::uint32_t stop,
                                   std::vector<std::pair<Span, Role>>& blocks);

}  // namespace noticekit
