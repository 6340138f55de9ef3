// How far the rectification of one finding has come. Comes after reading.hpp.
// Source: domain reference §4e, gold rule R20: stated, derived with its quote, otherwise unclear.
#pragma once

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Status from words that are known to state it (a label, a bracket); of several the weakest wins.
Status stated_status(const Reading& r, Span words);

/// Settles the status of `f` where no label stated it: words about the finding itself in its
/// answer, a heading above that groups by status, `all_done` (the total that says everything is
/// completed), the defect said to be gone, the matter said to be under way; else unclear.
void settle_status(const Reading& r, Finding& f, Field all_done);

/// A sentence that is a status, or says one of the finding itself (该问题正在整改); null otherwise.
std::optional<Status> speaks_of_status(const Reading& r, Span sentence);

/// A sentence that is a status and little else (已完成整改；基本完成，其余…): its status, else
/// null.
std::optional<Status> plain_status(const Reading& r, Span sentence);

}  // namespace noticekit
