// Which finding of an earlier text is which of the present one. Comes after snapshot.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "report/changes/snapshot.hpp"

namespace noticekit::changes {

/// For each finding now the index of the earlier one, -1 where it is new: the same problem first,
/// then the one most alike, if half of its letter pairs are the same.
std::vector<std::int32_t> match_findings(const std::vector<FindingState>& before,
                                         const std::vector<FindingState>& now);

}  // namespace noticekit::changes
