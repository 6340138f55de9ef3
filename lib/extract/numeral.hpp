// Numerals as prose writes them. The public part is in noticekit/values.hpp; this adds what other
// readers need.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "noticekit/values.hpp"

namespace noticekit {

/// 0-9 for 〇零一二两三…九, ○ and the forms of banknotes and of Traditional text; -1 for any other
/// character.
int chinese_digit(char32_t c);

/// Power of ten of 十百千万亿 and their other forms; 0 for any other character.
int chinese_power(char32_t c);

/// 余, 多, 几: somewhat more than the number before it.
bool says_more(char32_t c);

/// `value` times 10^power, exactly; false on overflow.
bool scale(Decimal& value, int power);

/// `value` divided by 10^power, exactly; false where that needs more than 18 places.
bool divide(Decimal& value, int power);

/// The sum, exactly; null on overflow.
std::optional<Decimal> add(Decimal a, Decimal b);

/// A numeral without a trailing 万 or 亿, at `text`'s start: Arabic with commas and decimals, or
/// Chinese.
std::optional<Numeral> read_plain_numeral(std::string_view text);

/// Whether the number at `at` names an item, alone or in a list: 第1、3项 are no three.
bool names_item(std::string_view text, std::size_t at);

}  // namespace noticekit
