// The skeleton of a document: numbered headings and the paragraphs that hang under them.
// Comes after text.hpp; notice.hpp reads what this makes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "noticekit/span.hpp"
#include "noticekit/text.hpp"

namespace noticekit {

/// One numbered heading. **Source**: gold rules R5-R7, GB/T 9704-2012.
struct Heading {
  std::uint8_t level = 1;    ///< depth in this document's own nesting, 1-based
  std::uint8_t rank = 1;     ///< class of the marker: 1 一、 2 （一） 3 1. 4 （1）
  std::int32_t ordinal = 0;  ///< the number the marker prints
  Span marker;               ///< as printed
  Span text;  ///< after the marker up to the first 。 outside quotes, or the line's end
  Span line;  ///< the whole paragraph that begins with the marker, without '\n'
  std::int32_t parent = -1;  ///< index of the heading above, -1 at the top
};

/// What a block was taken for.
enum class Role : std::uint8_t {
  title,
  document_number,
  addressee,
  lead,
  heading,
  organisation,
  totals,
  problem,
  detail,
  measures,
  results,
  status,
  responsible,
  next_steps,
  remaining_problems,
  contact,
  signature,
  date,
  furniture,
  table,
  other
};
const char* role_name(Role role);

/// A stretch of text with the heading it hangs under. Blocks tile the text: in order, no gap, no
/// overlap.
struct Block {
  std::int32_t heading = -1;  ///< index into Outline::headings, -1 above the first
  Span span;                  ///< includes the paragraph's '\n' where it ends one
  Role role = Role::other;
};

/// Something damaged or ambiguous, and what was done about it.
struct Defect {
  std::string kind;  ///< e.g. "numbering_gap", "numbering_restart", "damaged_date"
  Span span;
  std::string hint;
};

/// Headings in order of appearance and the blocks between them.
struct Outline {
  std::vector<Heading> headings;
  std::vector<Block> blocks;
  std::vector<Defect> defects;
};

/// Finds the headings of `text` and hangs its paragraphs under them. Never fails: a text without
/// headings has blocks only.
Outline outline(const Text& text);

}  // namespace noticekit
