// A row as a JSON object: what jsonl and json share. Keys are those of the columns, in their order,
// after "row", which tells totals and errors from entries, and "table" in tables after the first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

void append_row(std::string& out, const Row& row, const std::vector<Column>& columns,
                std::string_view table = {});

}  // namespace noticekit
