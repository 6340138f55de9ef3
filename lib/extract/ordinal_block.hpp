// Several problems in one block, each answered by its number: 存在问题：一是…。二是…。 整改情况：
// 针对第一个问题，…。针对第二个问题，…. Comes after numbered_answers.hpp and finding_list.hpp.
// Source: gold rules R8, R11.
#pragma once

#include <vector>

#include "extract/finding_list.hpp"
#include "extract/reading.hpp"

namespace noticekit {

/// The problems of `region`, without a path. None unless it lists two or more, and the answers name
/// every one of them once.
std::vector<AnsweredProblem> problems_by_ordinal(const Reading& r, Span region);

}  // namespace noticekit
