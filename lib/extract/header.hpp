// The frame of a notice: title, addressee, lead, who inspected whom and when, signature and date of
// issue. Comes after reading.hpp and date.hpp. Source: domain reference §3, gold rules in NOTES.md
// section 2.
#pragma once

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// The frame as lines: what stands above the first heading and after the last answer.
struct Frame {
  Field title, document_number, addressee;
  Span lead;  ///< the paragraphs between the title and the first heading; may be empty
  std::uint32_t closing =
      0;         ///< where the closing contact, signature or date begins; the text's size if none
  Field issuer;  ///< the signature, else the organisation in the title or alone below it
  std::optional<Date> published;
  std::vector<std::pair<Span, Role>> blocks;
};

Frame read_frame(const Reading& r);

/// Fills inspected_bodies, inspection_group, round and the three inspection dates of `notice` from
/// the frame.
void read_lead(const Reading& r, const Frame& frame, Notice& notice);

}  // namespace noticekit
