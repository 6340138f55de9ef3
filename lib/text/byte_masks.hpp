// Sixty-four bytes of UTF-8 at a time as bits: which of them begin a code point, which of them JSON
// escapes. With these, positions are counted instead of walked to.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace noticekit {

/// How many bits are set. Without the processor's own count, which not every one has: the
/// compiler's would be a call.
constexpr std::uint32_t ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101U >> 56);
}

/// Bit i speaks of byte i.
struct ByteMasks {
  static constexpr std::size_t bytes = 64;
  std::uint64_t starts = 0;   ///< not a continuation byte
  std::uint64_t escapes = 0;  ///< a quotation mark, a backslash or a control character
  bool operator==(const ByteMasks&) const = default;
};

/// Of the 64 bytes at `at`, one by one.
inline ByteMasks plain_byte_masks(const char* at) {
  ByteMasks out;
  for (std::size_t i = 0; i < ByteMasks::bytes; ++i) {
    const auto c = static_cast<unsigned char>(at[i]);
    const std::uint64_t bit = std::uint64_t{1} << i;
    out.starts |= (c & 0xC0) != 0x80 ? bit : 0;
    out.escapes |= c < 0x20 || c == '"' || c == '\\' ? bit : 0;
  }
  return out;
}

#if defined(__SSE2__)
/// The same, sixteen bytes a step; every 64-bit x86 machine can.
inline ByteMasks byte_masks(const char* at) {
  const auto bits = [](__m128i v) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(v)));
  };
  ByteMasks out;
  for (int k = 0; k < 64; k += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + k));
    // As signed numbers the continuation bytes are the lowest 64.
    const __m128i start = _mm_cmpgt_epi8(v, _mm_set1_epi8(-65));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
    const __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
    const __m128i backslash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
    out.starts |= bits(start) << k;
    out.escapes |= bits(_mm_or_si128(control, _mm_or_si128(quote, backslash))) << k;
  }
  return out;
}
#else
inline ByteMasks byte_masks(const char* at) { return plain_byte_masks(at); }
#endif

/// Of fewer than 64 bytes; the bits past them are zero.
inline ByteMasks byte_masks_of_end(std::string_view rest) {
  std::array<char, ByteMasks::bytes> padded;
  padded.fill('\x80');  // neither begins a code point nor is escaped
  if (!rest.empty()) std::memcpy(padded.data(), rest.data(), rest.size());
  return byte_masks(padded.data());
}

}  // namespace noticekit
