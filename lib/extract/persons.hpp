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

}  // namespace noticekit
