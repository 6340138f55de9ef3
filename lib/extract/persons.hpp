// Printed names of people who are no public leaders. Comes after reading.hpp. Source: gold rule
// R27. A name is a surname and given-name characters right after or before a post; where in doubt,
// it is none.
#pragma once

#include <string_view>
#include <vector>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

void find_persons(const MarkedDocument& document, const ExtractRules& rules,
                  std::vector<Person>& out);

/// Bytes of the surname of a name: two characters in 欧阳明远, one in others.
std::size_t surname_size(std::string_view name);

/// Names in a field that holds nothing but those who answer for something, with or without their
/// posts: 赵某强、副局长王某, 李某某（主任）.
std::vector<Span> names_listed(std::string_view text, Span field, const ExtractRules& rules);

}  // namespace noticekit
