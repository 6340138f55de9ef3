// Bytes to UTF-8, with the byte each character came from. Comes after encoding.hpp; normalize.hpp
// goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/encoding.hpp"

namespace noticekit {

/// Decoded text. `utf8` views the input where that was UTF-8 already, else `owned`.
struct Decoded {
  std::string_view utf8;
  std::string owned;
  /// For every byte of `utf8`, and its end, the byte of the input; empty: the same place plus
  /// `shift`.
  std::vector<std::uint32_t> origin;
  std::uint32_t shift = 0;  ///< bytes of byte order mark before `utf8` in the input
  /// Input bytes where something became U+FFFD; at most 1,000 are listed.
  std::vector<std::uint32_t> malformed;
  std::uint32_t malformed_count = 0;
  bool truncated = false;  ///< the last of them is a character that the end of the input cuts

  Decoded() = default;
  Decoded(Decoded&&) = delete;  // `utf8` may view `owned`
};

/// `bytes` as `detected` says. Malformed sequences become U+FFFD, one each.
void decode(std::string_view bytes, Detected detected, Decoded& out);

}  // namespace noticekit
