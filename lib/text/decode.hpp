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
  std::vector<std::uint32_t>
      malformed;  ///< input bytes where something became U+FFFD; at most 1,000 are listed
  std::uint32_t malformed_count = 0;

  Decoded() = default;
  Decoded(Decoded&&) = delete;  // `utf8` may view `owned`
};

void decode(std::string_view bytes, Detected detected, Decoded& out);

}  // namespace noticekit
