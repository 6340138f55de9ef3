// How far the rectification of one finding has come. Comes after reading.hpp.
// Source: domain reference §4e, gold rule R20: stated, derived with its quote, otherwise unclear.
#pragma once

#include <optional>
#include <vector>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Status from words that are known to state it (a label, a bracket); of several the weakest wins.
Status stated_status(const Reading& r, Span words);

/// The status that a heading such as 需长期坚持的事项 gives to the items below it. Every heading is
/// read once, however many findings stand under it.
class StatusGroups {
 public:
  explicit StatusGroups(const Reading& r) : r_(r), known_(r.outline.headings.size()) {}
  /// Unclear where the heading gives none.
  StatusValue of(std::uint32_t heading);

 private:
  const Reading& r_;
  std::vector<std::optional<StatusValue>> known_;
};

/// Settles the status of `f` where no label stated it: words about the finding itself in its
/// answer, a heading above that groups by status, `all_done` (the total that says everything is
/// completed), the defect said to be gone, the matter said to be under way; else unclear.
void settle_status(const Reading& r, StatusGroups& groups, Finding& f, Field all_done);

/// 上述问题均已整改完毕 below the last finding of a group is the status of all in it that have none
/// of their own. Call once, after settle_status() of each.
void spread_group_status(const Reading& r, std::vector<Finding>& findings);

/// A sentence that is a status, or says one of the finding itself (该问题正在整改); null otherwise.
std::optional<Status> speaks_of_status(const Reading& r, Span sentence);

/// A sentence that is a status and little else (已完成整改；基本完成，其余…): its status, else
/// null.
std::optional<Status> plain_status(const Reading& r, Span sentence);

}  // namespace noticekit
