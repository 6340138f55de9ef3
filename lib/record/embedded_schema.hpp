// schema/records.json, compiled in.
#pragma once

#include <string_view>

namespace noticekit {

std::string_view embedded_schema();

}  // namespace noticekit
