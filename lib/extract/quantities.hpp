// Numbers with their units, about the world. Comes after numeral.hpp. Source: gold rule R25.
#pragma once

#include <string_view>
#include <vector>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Not claims, dates, list numbers or set phrases: stretches in `taken` (sorted by begin) are
/// passed over.
void find_quantities(const MarkedDocument& document, const std::vector<Span>& taken,
                     const ExtractRules& rules, std::vector<Quantity>& out);

}  // namespace noticekit
