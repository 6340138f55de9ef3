#include "text/gb18030.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <string>
#include <vector>

namespace noticekit {
namespace {

constexpr std::size_t leads = 126;            // 81..FE
constexpr std::size_t four_bytes = 39420;     // 81308130..8431A439, the rest of the BMP
constexpr std::uint32_t replacement = 39417;  // linear value of 8431A437, U+FFFD itself
constexpr std::uint32_t supplement = 189000;  // linear value of 90308130, which is U+10000

struct Tables {
  std::array<char16_t, leads * 256> two{};
  std::vector<char16_t> four;
};

/// Decodes `bytes`, a row of codes of `width` bytes each, into `to`; what ICU cannot read is
/// U+FFFD.
void fill(UConverter* converter, const std::string& bytes, std::size_t width, char16_t* to,
          std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] = 0xFFFD;
  std::array<UChar, 4096> units;
  std::array<int32_t, 4096> offsets;
  const std::size_t step = 1024 * width;
  for (std::size_t begin = 0; begin < bytes.size(); begin += step) {
    const char* from = bytes.data() + begin;
    const char* const end = from + (bytes.size() - begin < step ? bytes.size() - begin : step);
    UChar* unit = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetToUnicode(converter);
    ucnv_toUnicode(converter, &unit, units.data() + units.size(), &from, end, offsets.data(), true,
                   &status);
    for (std::size_t k = 0; k < static_cast<std::size_t>(unit - units.data()); ++k) {
      const bool surrogate = units[k] >= 0xD800 && units[k] < 0xE000;
      const std::size_t index = (begin + static_cast<std::size_t>(offsets[k])) / width;
      if (!surrogate && index < count) to[index] = units[k];
    }
  }
}

const Tables& tables() {
  static const Tables made = [] {
    Tables t;
    t.four.resize(four_bytes, 0xFFFD);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("gb18030", &status);
    if (U_FAILURE(status)) return t;
    std::string bytes;
    for (int a = 0x81; a <= 0xFE; ++a) {
      for (int b = 0x40; b <= 0xFE; ++b) {
        if (b == 0x7F) continue;
        bytes += static_cast<char>(a);
        bytes += static_cast<char>(b);
      }
    }
    std::vector<char16_t> pairs(bytes.size() / 2);
    fill(converter, bytes, 2, pairs.data(), pairs.size());
    for (std::size_t n = 0; n < pairs.size(); ++n) {
      const auto a = static_cast<unsigned char>(bytes[2 * n]);
      const auto b = static_cast<unsigned char>(bytes[2 * n + 1]);
      if (pairs[n] != 0xFFFD) t.two[(a - 0x81U) * 256 + b] = pairs[n];
    }
    bytes.clear();
    for (std::size_t n = 0; n < four_bytes; ++n) {
      bytes += static_cast<char>(0x81 + n / 12600);
      bytes += static_cast<char>(0x30 + n / 1260 % 10);
      bytes += static_cast<char>(0x81 + n / 10 % 126);
      bytes += static_cast<char>(0x30 + n % 10);
    }
    fill(converter, bytes, 4, t.four.data(), four_bytes);
    ucnv_close(converter);
    return t;
  }();
  return made;
}

constexpr GbCharacter fault(std::uint8_t size) { return {0xFFFD, size, true}; }

}  // namespace

const char16_t* gb18030_pairs() { return tables().two.data(); }

GbCharacter gb18030_at(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[i + k]); };
  const unsigned char a = byte(0);
  if (a < 0x80) return {a, 1, false};
  if (a == 0x80) return {0x20AC, 1, false};  // the euro of code page 936
  if (a == 0xFF || i + 1 >= s.size()) return fault(1);
  const unsigned char b = byte(1);
  static const Tables& t = tables();
  if (b >= 0x40 && b <= 0xFE && b != 0x7F) {
    const char16_t c = t.two[(a - 0x81U) * 256 + b];
    return c != 0 ? GbCharacter{c, 2, false} : fault(2);
  }
  if (b < 0x30 || b > 0x39) return fault(b < 0x80 ? 1 : 2);
  if (i + 3 >= s.size()) {
    // Cut: all that is left belongs to the character, unless it could not.
    const bool plausible = i + 2 >= s.size() || byte(2) >= 0x81;
    return fault(plausible ? static_cast<std::uint8_t>(s.size() - i) : 1);
  }
  const unsigned char c = byte(2);
  const unsigned char d = byte(3);
  if (c < 0x81 || c == 0xFF || d < 0x30 || d > 0x39) return fault(1);
  const std::uint32_t linear =
      ((a - 0x81U) * 10 + (b - 0x30U)) * 1260 + (c - 0x81U) * 10U + (d - 0x30U);
  if (linear < four_bytes) {
    const char16_t u = t.four[linear];
    return {u, 4, u == 0xFFFD && linear != replacement};
  }
  if (linear >= supplement && linear - supplement < 0x100000) {
    return {static_cast<char32_t>(0x10000 + linear - supplement), 4, false};
  }
  return fault(4);
}

}  // namespace noticekit
