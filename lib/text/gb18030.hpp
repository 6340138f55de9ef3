// GB18030 (and so GBK and GB2312) one character at a time, from tables that ICU fills once.
#pragma once

#include <cstdint>
#include <string_view>

namespace noticekit {

/// A character, or a fault where `c` is U+FFFD and `bad` is set.
struct GbCharacter {
  char32_t c;
  std::uint8_t size;  ///< bytes taken; a fault leaves an ASCII byte behind it alone
  bool bad;
};

/// The character at `i`, which must be inside `s`.
GbCharacter gb18030_at(std::string_view s, std::size_t i);

/// What two-byte codes mean, by (first - 0x81) * 256 + second; 0 where there is none, or where the
/// code is longer.
const char16_t* gb18030_pairs();

}  // namespace noticekit
