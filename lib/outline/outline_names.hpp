// Block roles by the names that records print.
#pragma once

#include <optional>
#include <string_view>

#include "noticekit/outline.hpp"

namespace noticekit {

/// The inverse of role_name(); none for an unknown name.
std::optional<Role> role_from_name(std::string_view name);

}  // namespace noticekit
