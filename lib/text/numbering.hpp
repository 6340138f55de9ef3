// Whether a line begins with a number of its own: 一、 （一） 1. 1、 1） （1） ① 第一， 一是 首先，
// Only for telling paragraphs apart; the outline layer reads markers for what they mean. Comes
// after utf8.hpp.
#pragma once

#include <string_view>

namespace noticekit {

/// Bytes of the marker at the start of `line`, its full stop or bracket included; 0 where there is
/// none.
std::size_t numbering_length(std::string_view line);

/// Bytes of 一是, 首先， 第一， at the start of `line`: an item inside a paragraph; 0 where there
/// is none.
std::size_t item_length(std::string_view line);

}  // namespace noticekit
