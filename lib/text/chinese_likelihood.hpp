// How much bytes look like Chinese text, read in one encoding or another. The same bytes weighed
// several times: what they are not reads as rare characters, symbols, private use. Comes before
// encoding.hpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace noticekit {

/// What a sample is in one encoding; counts of characters.
struct Likelihood {
  double per_byte = -100;  ///< logarithm of the likelihood, for each byte of the sample
  std::size_t characters = 0;
  std::size_t han = 0;
  std::size_t common = 0;  ///< Han that make up most of official prose
  std::size_t marks = 0;   ///< 。，、《》 and such
  std::size_t ascii = 0;
  std::size_t faults = 0;
  std::size_t controls = 0;
};

Likelihood as_gb18030(std::string_view sample);
Likelihood as_big5(std::string_view sample);
/// A byte left over at the end is no evidence.
Likelihood as_utf16(std::string_view sample, bool little);

}  // namespace noticekit
