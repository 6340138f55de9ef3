// From the words of a heading to the problem it names: 针对“…”的问题 and its relatives. Comes after
// reading.hpp. Source: gold rules R6, R11.
#pragma once

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// A heading taken apart.
struct ProblemWords {
  Span problem;  ///< without wrapper, outer quotes, numbering and status
  Field lead;    ///< what follows “的问题，” in the heading
  Field status;  ///< words of a bracket at the end: （已完成）
  bool wrapped = false;
};

/// Takes `heading` apart. A heading without a wrapper is the problem itself.
ProblemWords unwrap(const Reading& r, Span heading);

/// The words after 反馈问题一： / 问题1： at the start of `line`; null where there is no such
/// label.
Field after_item_label(const Reading& r, Span line);

/// The problem statement at the start of `paragraph`: its first sentence, quoted sentences kept
/// whole.
Span first_sentence(const Reading& r, Span paragraph);

/// Whether `words` name a deficiency (…不到位, …的问题), not an act.
bool names_deficiency(const Reading& r, Span words);

}  // namespace noticekit
