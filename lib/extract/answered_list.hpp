// Two sections that belong together: one lists the problems, a later one answers each by its
// number. Comes after numbered_answers.hpp and finding_list.hpp; extract.cpp asks once, for the
// roles of the two sections and for their findings. Source: gold rules R8, R10.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/finding_list.hpp"
#include "extract/reading.hpp"

namespace noticekit {

struct AnsweredList {
  std::uint32_t list = 0;     ///< heading of the section that tells the problems
  std::uint32_t answers = 0;  ///< heading of the section that answers them
  std::vector<AnsweredProblem> problems;
};

/// The first such pair among `siblings`, headings of one level in order. Every answer must name a
/// problem of the list, and at least half of the problems must be answered. Numbers run through
/// the list, or restart in each group. `stop`: byte where the closing begins.
std::optional<AnsweredList> find_answered_list(const Reading& r,
                                               std::span<const std::uint32_t> siblings,
                                               std::uint32_t stop);

}  // namespace noticekit
