// Sentences that tell the status of items they name by number: 以上（一）、（三）项已完成整改,
// 第1、3项问题已整改完成，第2项正在推进. Comes after status.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Some numbers and what is said of them.
struct NamedItems {
  std::uint8_t rank = 0;  ///< of the markers named, as Heading::rank; 0: 第1项 tells none
  std::vector<std::int32_t> numbers;
  bool problems = false;  ///< 第1、3项问题: not those of the measures
  Status status;          ///< derived
};

/// What a sentence says of items; empty unless all of it does.
std::vector<NamedItems> named_items(const Reading& r, Span sentence);

/// `words` without the sentences at their end that name items: these are no part of an answer.
Span without_named_items(const Reading& r, Span words);

/// Gives the status told in such sentences, right below a group's heading or behind its last
/// finding, to the findings they name that have none of their own. A sentence of which a number
/// leads to no finding, or may be that of a measure, says nothing. Call once, after settle_status()
/// of each.
void settle_named_items(const Reading& r, std::vector<Finding>& findings);

}  // namespace noticekit
