// Numbers of automatic lists as Word prints them. Source: ECMA-376 part 1, 17.18.59
// ST_NumberFormat.
#pragma once

#include <string>
#include <string_view>

namespace noticekit {

/// `number` in the format called `name` ("decimal", "chineseCounting" …); decimal where the name is
/// unknown; empty for "none" and "bullet".
std::string format_number(unsigned number, std::string_view name);

}  // namespace noticekit
