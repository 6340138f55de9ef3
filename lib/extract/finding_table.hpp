// Findings that stand in a table, one a row, columns by their headings in any order. Comes after
// finding_block.hpp.
#pragma once

#include <optional>
#include <vector>

#include "extract/finding_block.hpp"
#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// One row: the finding it tells, and the whole row.
struct TableRow {
  Finding finding;
  Span row;
};

/// Whether the last line of `region` is the row of headings of such a table.
bool begins_table(const Reading& r, Span region);

/// The findings of the first table in `region` that has a column of problems and one of what was
/// done; empty where there is none. A row without a problem (a total) is no finding.
std::vector<TableRow> table_findings(const Reading& r, Span region);

}  // namespace noticekit
