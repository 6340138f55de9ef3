// Clauses that state a finished act or state, inside measures and results. Source: gold rule R18.
#pragma once

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Fills Finding::outcomes from its measures and results. Purposes (确保…) and evaluations are
/// none.
void find_outcomes(const Reading& r, Finding& finding);

}  // namespace noticekit
