// One finding's words taken apart: detail, lead, measures, results, who and when. Comes after
// enumeration.hpp and problem.hpp; findings.cpp decides where such a block begins and ends. Source:
// gold rules R12-R18.
#pragma once

#include "extract/problem.hpp"
#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// What a label such as 整改措施： opens.
enum class Part : std::uint8_t {
  none,
  problem,
  detail,
  measures,
  results,
  progress,  ///< a status where the words are one, else what was done since
  status,
  leader,
  department,
  person,
  deadline,
  other
};

/// What was done, came of it or stands of it.
constexpr bool is_answer(Part part) {
  return part == Part::measures || part == Part::results || part == Part::progress;
}

/// A labelled (or, first, unlabelled) stretch of a block; `words` exclude the label.
struct LabelledPart {
  Part part = Part::none;
  Span label;  ///< empty for the part before the first label
  Span words;
};

/// Cuts `block` at its labels.
std::vector<LabelledPart> label_parts(const Reading& r, Span block);

/// Whether a label stands at the very start of `line`.
bool begins_with_label(const Reading& r, Span line);

/// The part whose label opens right above the numbered lines below a heading (整改措施：↵1.…↵2.…);
/// none where other words stand between, or no lines.
Part label_above_items(const Reading& r, std::uint32_t heading);

/// The part a table's column heading or a bare label word names.
Part part_named(const Reading& r, Span words);

/// Fills detail, lead, measures, results, responsible, deadline and a stated status of `finding`
/// from `body`, everything printed after its problem. `blocks` receives what each stretch was taken
/// for.
void read_block(const Reading& r, Span body, bool wrapped, Finding& finding,
                std::vector<std::pair<Span, Role>>& blocks);

}  // namespace noticekit
