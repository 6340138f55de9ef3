// outline() over a text whose signs are known. Comes after signs.hpp and marker.hpp.
#pragma once

#include <string_view>

#include "noticekit/outline.hpp"
#include "outline/signs.hpp"

namespace noticekit {

/// As outline() of noticekit/outline.hpp. `signs`: those of `text`.
Outline read_outline(std::string_view text, const Signs& signs);

}  // namespace noticekit
