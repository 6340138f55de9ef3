// Numbers and names that belong to private people: found for the audit, masked for print. Comes
// before audit/pii.cpp and mask.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "noticekit/notice.hpp"

namespace noticekit {

struct PersonalNumber {
  enum class Kind : std::uint8_t { mobile, landline, id, bank };
  Kind kind;
  Span span;
  bool official = false;  ///< given as a contact of the office, or a hotline
};

/// Mobile numbers (11 digits from 13 on), identity numbers (18, the last may be X) and bank cards
/// (16 to 19 digits), in order, whole or in groups that blanks or hyphens part; landlines with
/// their area code parted from the rest, and after a word such as 电话 also those without one or
/// with it unparted. Identity numbers must hold a date of birth; cards must pass the check of their
/// last digit or follow a word such as 卡号. **Source**: GB 11643, ISO/IEC 7812.
std::vector<PersonalNumber> personal_numbers(const Notice& notice);

/// Whether `span` is one of `contacts`, which the office gives as its own: what an answer to a
/// finding tells is none.
bool is_own_contact(const Notice& notice, const std::vector<Span>& contacts, Span span);

}  // namespace noticekit
