#include "text/big5.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <array>

namespace noticekit {
namespace {

constexpr std::size_t leads = 126;  // 81..FE

using Table = std::array<char32_t, leads * 256>;

/// Fills what is still empty in `table` from the converter called `name`.
void fill(const char* name, Table& table) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return;
  for (std::size_t a = 0x81; a <= 0xFE; ++a) {
    for (std::size_t b = 0x40; b <= 0xFE; ++b) {
      char32_t& to = table[(a - 0x81) * 256 + b];
      if (to != 0 || (b > 0x7E && b < 0xA1)) continue;
      const std::array<char, 2> bytes = {static_cast<char>(a), static_cast<char>(b)};
      std::array<UChar, 4> units{};
      status = U_ZERO_ERROR;
      const int32_t n = ucnv_toUChars(converter, units.data(), 4, bytes.data(), 2, &status);
      if (U_FAILURE(status) || n < 1) continue;
      char32_t c = units[0];
      if (n == 2 && U16_IS_LEAD(units[0])) {
        c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(units[0], units[1]));
      } else if (n != 1) {
        continue;
      }
      const bool is_private = c >= 0xE000 && c <= 0xF8FF;
      if (c != 0xFFFD && c != 0x1A && !is_private) to = c;
    }
  }
  ucnv_close(converter);
}

}  // namespace

const char32_t* big5_pairs() {
  static const Table table = [] {
    Table t{};
    fill("windows-950", t);  // first: its punctuation is what mainland text uses
    fill("Big5-HKSCS", t);
    return t;
  }();
  return table.data();
}

}  // namespace noticekit
