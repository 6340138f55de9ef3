// Answers that name their problem by a number: 针对第一个问题，…; 问题2：…. Comes after
// enumeration.hpp. The reader of findings decides which problems the numbers count.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/reading.hpp"

namespace noticekit {

/// One answer to one problem. 针对第1、2项问题，… is two of the same words.
struct NumberedAnswer {
  std::int32_t number = 0;
  std::uint32_t begin = 0;  ///< of the words that name the number, and of a marker before them
  Span words;               ///< of the answer, without those
};

/// The answers of `region`, in order. They may begin a line, a heading's text, a sentence, what
/// follows a label, or an item of a list (一是针对第一个问题，…). `plain`: 问题1： names an answer
/// too; elsewhere it opens a problem.
std::vector<NumberedAnswer> numbered_answers(const Reading& r, Span region, bool plain);

}  // namespace noticekit
