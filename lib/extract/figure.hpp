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

/// Bytes of one blank of any width at `i`; 0 where there is none.
std::size_t figure_gap(std::string_view s, std::size_t i);

/// Whether the digit at `i` goes on a figure that could not be read as one from its beginning:
/// 1.2.3, 12,34, 12345678901234567890, and 3 456, which may be thousands or two figures.
bool continues_figure(std::string_view s, std::size_t i);

/// Whether the figure that ends at `end` goes on there so.
bool figure_continues(std::string_view s, std::size_t end);

/// Where the minus sign or 负 of the figure at `i` begins; `i` where it has none. The dash of 5-10
/// is no sign.
std::size_t sign_begin(std::string_view s, std::size_t i);

}  // namespace noticekit
