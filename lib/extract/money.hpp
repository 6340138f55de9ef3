// Amounts of money in running text, exact. Comes after numeral.hpp. Source: domain reference §3.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// An amount that begins at a text's start.
struct YuanRead {
  Decimal yuan;
  std::uint32_t length = 0;  ///< **Units**: bytes
  bool more = false;
};
/// 1,286.4万元, 三万元, 叁万贰仟肆佰元整, 5元3角. Null for foreign money and for 元 as a part of
/// another word.
std::optional<YuanRead> read_amount(std::string_view text);

/// All amounts. A range (3至5万元) has no one value and is left out.
void find_money(const Reading& r, std::vector<Money>& out);

}  // namespace noticekit
