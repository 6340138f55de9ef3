// Codes of labels as printed in records, and back.
#pragma once

#include <optional>
#include <string_view>

#include "noticekit/label.hpp"

namespace noticekit {

/// None where no source has this name.
std::optional<LabelSource> label_source_from_name(std::string_view name);

}  // namespace noticekit
