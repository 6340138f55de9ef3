// A status in brackets at the end of a heading or an answer: …（已完成）. Comes after reading.hpp.
#pragma once

#include <cstdint>

#include "extract/reading.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// The words of the bracket that ends `words`, where a status word is among them; `end`: where the
/// bracket begins.
Field closing_bracket(const Reading& r, Span words, std::uint32_t& end);

}  // namespace noticekit
