// The numbered items that hold findings, level by level: what totals are compared with.
#pragma once

#include <cstdint>
#include <vector>

#include "noticekit/notice.hpp"

namespace noticekit::audit {

/// The headings from the top down to a finding, its own heading last where it has one; a finding
/// without a heading of its own ends with -1.
std::vector<std::int32_t> chain_of(const Notice& n, const Finding& f);

/// How many items stand at each depth under the section that holds the findings; a finding that
/// lies higher counts at every depth below it too. The last entry is the number of findings.
std::vector<std::size_t> items_by_depth(const Notice& n);

/// How many groups the findings fall into: 0 where they are not grouped.
std::size_t groups_of(const Notice& n);

}  // namespace noticekit::audit
