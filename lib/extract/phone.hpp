// Telephone numbers: where one ends. Comes after utf8.hpp; contacts.cpp reads what follows a label,
// find_phones() looks through a whole text.
#pragma once

#include <cstdint>
#include <string_view>

namespace noticekit {

/// Any dash that joins groups of digits.
bool is_dash(char32_t c);

/// End of the telephone number at `at`: digits in groups joined by dashes, at least seven digits; 0
/// where there is none.
std::size_t phone_end(std::string_view s, std::size_t at);

/// Whether the digits at `at` can be nothing but a telephone number: a mobile, fixed or service
/// number, or seven or eight digits that are no date.
bool is_phone(std::string_view s, std::size_t at);

}  // namespace noticekit
