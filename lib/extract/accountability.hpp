// People and cases held to account, with their printed numbers. Comes after numeral.hpp.
// Source: domain reference §3, development notes on accountability: no number, no entry; zero is a
// value.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

void find_accountability(const Reading& r, std::vector<Accountability>& out);

}  // namespace noticekit
