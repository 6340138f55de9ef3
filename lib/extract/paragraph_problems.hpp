// Findings that no heading numbers: paragraphs that open with a problem. Comes after problem.hpp
// and finding_block.hpp. Source: gold rule R8.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/problem.hpp"
#include "extract/reading.hpp"

namespace noticekit {

/// A paragraph that opens a finding.
struct ProblemParagraph {
  std::uint32_t begin = 0;
  Span sentence;  ///< that tells the problem
  ProblemWords words;
  bool labelled = false;  ///< 存在问题：
};

/// The paragraphs of `region` that open a finding each: 反馈问题一：…, 针对“…”的问题…, and, under a
/// group without items (`bare`), sentences that name a deficiency.
std::vector<ProblemParagraph> problem_paragraphs(const Reading& r, Span region, bool bare);

}  // namespace noticekit
