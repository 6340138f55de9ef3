// What each part of a notice holds: the answer to the feedback, the organisation, the next steps.
// Comes after reading.hpp. Source: domain reference §2 "de facto contents", §3.
#pragma once

#include <vector>

#include "extract/reading.hpp"

namespace noticekit {

struct AnsweredList;

enum class SectionRole : std::uint8_t {
  other,
  organisation,
  findings,
  problems,  ///< what was found, told without an answer
  self_problems,
  remaining,
  next_steps
};

/// The role of every heading: its own where its words or its content decide, else its parent's.
/// `about_rectification`: title or lead speak of 整改; only then may sections without a name hold
/// the answer. `answered`: see find_answered_list(); null where there is none.
std::vector<SectionRole> section_roles(const Reading& r, bool self_report, bool about_rectification,
                                       const AnsweredList* answered);

/// Where the first paragraph of `region` begins that says 下一步 or sums up the findings, else the
/// last one, if it is not the first and promises to go on; the end where none does.
std::uint32_t plan_begins(const Reading& r, Span region);

}  // namespace noticekit
