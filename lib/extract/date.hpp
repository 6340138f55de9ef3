// Dates in running text: full, partial, Chinese, damaged. Comes after numeral.hpp; lead.cpp and the
// facts use it. find_dates() is public.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract_rules.hpp"
#include "noticekit/values.hpp"

namespace noticekit {

/// Bytes of a word that joins the ends of a period at `i`; 0 where there is none.
std::size_t joiner(std::string_view s, std::size_t i);

/// As find_dates() of values.hpp, over a text whose numbers are marked: all dates in order. A date
/// without a year takes none here: see inherit_year(). Damaged dates (201年9月日, 2024717日) are
/// there too, with precision none.
std::vector<Date> find_dates(const MarkedDocument& document, Span region);

/// The first date in `region`; precision none and an empty span where there is none.
Date first_date(const MarkedDocument& document, Span region);

/// Gives a date that printed no year the year of an earlier one; a month before that one's lies in
/// the next year.
void inherit_year(Date& date, const Date& earlier);

/// Whether nothing but 至, 到, a dash or 止 stands between two dates.
bool joins_dates(std::string_view text, const Date& first, const Date& second);

}  // namespace noticekit
