// The findings told so far, in order: gives each its number and reads its block. Comes after
// finding_block.hpp; findings.cpp and its parts fill it. Source: gold rules R11-R15.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "extract/problem.hpp"
#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

using NamedBlocks = std::vector<std::pair<Span, Role>>;
using HeadingPath = std::vector<std::uint32_t>;

/// A problem told in one place and answered in another.
struct AnsweredProblem {
  HeadingPath path;
  ProblemWords words;
  Span told;     ///< its sentence
  Field detail;  ///< what follows it
  struct Answer {
    Span whole;  ///< with the words that name the problem's number
    Span words;
  };
  std::vector<Answer> answers;
};

/// The problem that an item of a list tells: its first sentence, and the rest as its detail.
AnsweredProblem problem_of_item(const Reading& r, const HeadingPath& path, Span item);

class FindingList {
 public:
  /// `blocks` receives what each stretch was taken for.
  FindingList(const Reading& r, NamedBlocks& blocks);

  /// A finding with its answer. `words`: of `heading`; `body`: everything printed after it.
  void add(const HeadingPath& path, ProblemWords words, Span heading, Span body);
  /// A finding whose answers stand elsewhere.
  void add(const AnsweredProblem& problem);
  /// A finding that was read already.
  void finish(Finding f, Span extent);
  void note(Span stretch, Role role) { blocks_.emplace_back(stretch, role); }

  [[nodiscard]] NamedBlocks& blocks() { return blocks_; }
  [[nodiscard]] bool empty() const { return told_.empty(); }
  [[nodiscard]] std::vector<Finding> take() { return std::move(told_); }

 private:
  [[nodiscard]] bool list_begins_in(Span lead, std::uint32_t end) const;
  void answer_from_lead(Span body, Finding& f) const;

  const Reading& r_;
  NamedBlocks& blocks_;
  std::vector<Finding> told_;
};

}  // namespace noticekit
