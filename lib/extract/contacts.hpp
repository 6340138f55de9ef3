// How the public can answer: telephone, e-mail, address, postcode of the closing. Source: gold rule
// R28.
#pragma once

#include <string_view>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Reads one stretch, as a rule the closing. Values without labels; numbers of a site or inside
/// measures are none.
void find_contacts(std::string_view text, Span region, const ExtractRules& rules, Contacts& out);

}  // namespace noticekit
