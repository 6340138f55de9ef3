// People and cases held to account, with their printed numbers. Comes after numeral.hpp.
// Source: domain reference §3, development notes on accountability: no number, no entry; zero is a
// value.
#pragma once

#include <string_view>
#include <vector>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

void find_accountability(const MarkedDocument& document, const ExtractRules& rules,
                         std::vector<Accountability>& out);

}  // namespace noticekit
