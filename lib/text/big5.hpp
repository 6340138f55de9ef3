// Big5 with the characters of Hong Kong (HKSCS), from a table that ICU fills once.
#pragma once

#include <string_view>

namespace noticekit {

/// What two-byte codes mean, by (first - 0x81) * 256 + second, second from 0x40 on; 0 where there
/// is none.
const char32_t* big5_pairs();

}  // namespace noticekit
