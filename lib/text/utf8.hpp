// Stepping over UTF-8 that is already valid, testing what stands there, writing a code point. No
// ICU, no tables beyond a switch.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace noticekit::utf8 {

/// Length in bytes of the code point whose first byte is `lead` (valid UTF-8 assumed).
constexpr std::size_t length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Whether a byte begins three bytes of U+4000 to U+9FFF: nearly all text is Han, and no
/// punctuation begins so. Such a byte never stands inside a code point.
constexpr bool is_han_lead(unsigned char lead) { return lead >= 0xE4 && lead <= 0xE9; }

/// The code point at `at`; 0 at or past the end.
constexpr char32_t at(std::string_view s, std::size_t at) {
  if (at >= s.size()) return 0;
  const auto b = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(s[at + i]));
  };
  const std::size_t n = length(static_cast<unsigned char>(s[at]));
  if (n == 1 || at + n > s.size()) return b(0);
  if (n == 2) return (b(0) & 0x1F) << 6 | (b(1) & 0x3F);
  if (n == 3) return (b(0) & 0x0F) << 12 | (b(1) & 0x3F) << 6 | (b(2) & 0x3F);
  return (b(0) & 0x07) << 18 | (b(1) & 0x3F) << 12 | (b(2) & 0x3F) << 6 | (b(3) & 0x3F);
}

/// Writes a code point, up to four bytes; returns how many.
constexpr std::size_t write(char32_t c, char* to) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    to[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    to[0] = static_cast<char>(0xC0 | c >> 6);
    to[1] = tail(0);
    return 2;
  }
  if (c < 0x10000) {
    to[0] = static_cast<char>(0xE0 | c >> 12);
    to[1] = tail(6);
    to[2] = tail(0);
    return 3;
  }
  to[0] = static_cast<char>(0xF0 | c >> 18);
  to[1] = tail(12);
  to[2] = tail(6);
  to[3] = tail(0);
  return 4;
}
inline void append(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, write(c, bytes));
}

/// Where the Han that begin at `at`, if any, end; see is_han_lead().
constexpr std::size_t skip_han(std::string_view s, std::size_t at) {
  while (at + 3 <= s.size() && is_han_lead(static_cast<unsigned char>(s[at]))) at += 3;
  return at;
}

/// Start of the code point before `at`; 0 at the beginning.
constexpr std::size_t before(std::string_view s, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80);
  return at;
}

/// Number of code points.
constexpr std::size_t count(std::string_view s) {
  std::size_t n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

constexpr bool is_boundary(std::string_view s, std::size_t at) {
  return at >= s.size() || (static_cast<unsigned char>(s[at]) & 0xC0) != 0x80;
}

constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

}  // namespace noticekit::utf8
