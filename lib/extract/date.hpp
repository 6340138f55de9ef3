// Dates in running text: full, partial, Chinese, damaged. Comes after numeral.hpp; lead.cpp and the
// facts use it. find_dates() is public.
#pragma once

#include <string_view>
#include <vector>

#include "noticekit/values.hpp"

namespace noticekit {

/// Bytes of a word that joins the ends of a period at `i`; 0 where there is none.
std::size_t joiner(std::string_view s, std::size_t i);

/// The first date in `region`; precision none and an empty span where there is none.
Date first_date(std::string_view text, Span region);

/// Gives a date that printed no year the year of an earlier one; a month before that one's lies in
/// the next year.
void inherit_year(Date& date, const Date& earlier);

/// Whether nothing but 至, 到, a dash or 止 stands between two dates.
bool joins_dates(std::string_view text, const Date& first, const Date& second);

}  // namespace noticekit
