// Numerals as prose writes them. The public part is in noticekit/values.hpp; this adds what other
// readers need.
#pragma once

#include <cstdint>
#include <string_view>

#include "noticekit/values.hpp"

namespace noticekit {

/// 0-9 for 〇零一二两三…九 and ○; -1 for any other character.
int chinese_digit(char32_t c);

/// `value` times 10^power, exactly; false on overflow.
bool scale(Decimal& value, int power);

/// A numeral without a trailing 万 or 亿, at `text`'s start: Arabic with commas and decimals, or
/// Chinese.
std::optional<Numeral> read_plain_numeral(std::string_view text);

}  // namespace noticekit
