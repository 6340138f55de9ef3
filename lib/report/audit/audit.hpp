// All checks, in the order of the catalogue, over one notice and then over the folder. Comes after
// the families; views/audit.cpp makes rows of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "noticekit/report.hpp"
#include "report/audit/check.hpp"
#include "report/audit/corpus.hpp"

namespace noticekit::audit {

/// The function of a check; null where the corpus makes it, or where there is no such check.
Check check_named(std::string_view id);
bool is_known(std::string_view id);
/// The checks that the options choose, with the severity they give. **Errors**: bad_usage for a
/// name that is no check and no family, or a severity that is none.
Result<std::vector<CheckEntry>> chosen_checks(const ReportOptions& options);
/// Every check there is code for.
const std::vector<std::string_view>& all_ids();

}  // namespace noticekit::audit
