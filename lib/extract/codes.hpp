// Codes that records print, back to the library's own types. The other direction is declared with
// the types.
#pragma once

#include <optional>
#include <string_view>

#include "noticekit/notice.hpp"

namespace noticekit {

std::optional<Origin> origin_from_name(std::string_view name);
std::optional<StatusValue> status_from_name(std::string_view name);
std::optional<StatusBasis> basis_from_name(std::string_view name);
std::optional<ClaimKind> claim_from_name(std::string_view name);
std::optional<AccountabilityKind> accountability_from_name(std::string_view name);
std::optional<MoneyKind> money_from_name(std::string_view name);
std::optional<Modifier> modifier_from_name(std::string_view name);

}  // namespace noticekit
