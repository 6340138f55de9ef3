// How the public can answer: telephone, e-mail, address, postcode of the closing. Source: gold rule
// R28.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// Reads one stretch, as a rule the closing. Values without labels; numbers of a site or inside
/// measures are none.
void find_contacts(const Reading& r, Span region, Contacts& out);

/// Where the first sentence of `paragraph` begins that asks the public to answer and says how: a
/// telephone number, a mail address or a postal one. Null where none does.
std::optional<std::uint32_t> contact_sentence(const Reading& r, Span paragraph);

}  // namespace noticekit
