// Where a number may begin in a sentence, and the sign before it. Comes after numeral.hpp; the
// readers of numbers, shares and money use it.
#pragma once

#include <string_view>

namespace noticekit {

/// A digit, 一 to 九, 十, 廿 or 卅: what a numeral can begin with.
bool begins_figure(char32_t c);

/// Whether the character before `i` makes the figure there a part of something longer: another
/// figure, a Latin word, an address of the Web.
bool within_figure(std::string_view s, std::size_t i);

/// Where the minus sign or 负 of the figure at `i` begins; `i` where it has none. The dash of 5-10
/// is no sign.
std::size_t sign_begin(std::string_view s, std::size_t i);

}  // namespace noticekit
