// How the public can answer: telephone, e-mail, address, postcode of the closing. Source: gold rule
// R28.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Reads one stretch, as a rule the closing. Values without labels; numbers of a site or inside
/// measures are none.
void find_contacts(std::string_view text, Span region, const ExtractRules& rules, Contacts& out);

/// Where the first sentence of `paragraph` begins that asks the public to answer and says how: a
/// telephone number, a mail address or a postal one. Null where none does.
std::optional<std::uint32_t> contact_sentence(std::string_view text, Span paragraph,
                                              const ExtractRules& rules);

}  // namespace noticekit
