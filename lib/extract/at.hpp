// Two questions about the bytes at a place, which every reader of values asks.
#pragma once

#include <cstddef>
#include <string_view>

namespace noticekit {

/// Whether an ASCII digit stands at `i`; false past the end.
constexpr bool is_digit(std::string_view s, std::size_t i) {
  return i < s.size() && s[i] >= '0' && s[i] <= '9';
}

/// Whether `what` stands at `i`, at most the size of `s`.
constexpr bool stands(std::string_view s, std::size_t i, std::string_view what) {
  return s.substr(i, what.size()) == what;
}

}  // namespace noticekit
