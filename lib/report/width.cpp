#include "report/width.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

struct Interval {
  char32_t first, last;
};

template <std::size_t N>
bool contains(const Interval (&ranges)[N], char32_t c) {
  const auto* r = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                   [](const Interval& i, char32_t v) { return i.last < v; });
  return r != std::end(ranges) && r->first <= c;
}

constexpr Interval zero[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
    {0x202A, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x206F}, {0x20D0, 0x20FF}, {0x302A, 0x302D},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};

constexpr Interval wide[] = {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},
                             {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},
                             {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                             {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
                             {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF}, {0x1AFF0, 0x1B2FB},
                             {0x1F004, 0x1F004}, {0x1F200, 0x1F2FF}, {0x1F300, 0x1F64F},
                             {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

/// Those that occur in notices: punctuation, Greek, signs, circled numbers, boxes, shapes.
constexpr Interval ambiguous[] = {
    {0xA1, 0xA1},     {0xA4, 0xA4},     {0xA7, 0xA8},     {0xAD, 0xAE},     {0xB0, 0xB4},
    {0xB6, 0xBA},     {0xBC, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x391, 0x3C9},
    {0x401, 0x451},   {0x2010, 0x2010}, {0x2013, 0x2016}, {0x2018, 0x2019}, {0x201C, 0x201D},
    {0x2020, 0x2022}, {0x2024, 0x2027}, {0x2030, 0x2030}, {0x2032, 0x2033}, {0x2035, 0x2035},
    {0x203B, 0x203B}, {0x2103, 0x2103}, {0x2109, 0x2109}, {0x2116, 0x2116}, {0x2121, 0x2122},
    {0x2153, 0x2154}, {0x2160, 0x216B}, {0x2170, 0x2179}, {0x2190, 0x2199}, {0x2200, 0x22BF},
    {0x2460, 0x24E9}, {0x24EB, 0x254B}, {0x2550, 0x2573}, {0x2580, 0x258F}, {0x25A0, 0x25CF},
    {0x2605, 0x2606}, {0x2640, 0x2642}, {0xFFFD, 0xFFFD}};

bool closes(char32_t c) {
  return std::u32string_view(U"，。、；：！？）】》〉」』’”％…,.;:!?)]%").find(c) !=
         std::u32string_view::npos;
}

bool opens(char32_t c) {
  return std::u32string_view(U"（【《〈「『‘“").find(c) != std::u32string_view::npos;
}

bool controls(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

std::size_t step(std::string_view s, std::size_t at) {
  return std::min(utf8::length(static_cast<unsigned char>(s[at])), s.size() - at);
}

/// A Latin word or a number, or one character, with the punctuation that belongs to it.
std::size_t unit_length(std::string_view s) {
  std::size_t n = 0;
  while (n < s.size() && opens(utf8::at(s, n))) n += step(s, n);
  if (n == s.size()) return n;
  const auto plain = [&](std::size_t i) { return i < s.size() && s[i] > ' ' && s[i] < 0x7F; };
  if (plain(n)) {
    while (plain(n)) ++n;
  } else if (!controls(utf8::at(s, n))) {
    n += step(s, n);
  }
  while (n < s.size() && closes(utf8::at(s, n))) n += step(s, n);
  return n;
}

}  // namespace

std::uint32_t width_of(char32_t c, bool wide_ambiguous) {
  if (controls(c)) return 0;
  if (c < 0x7F) return 1;
  if (contains(wide, c)) return contains(zero, c) ? 0 : 2;
  if (contains(zero, c)) return 0;
  return wide_ambiguous && contains(ambiguous, c) ? 2 : 1;
}

std::uint32_t width_of(std::string_view s, bool wide_ambiguous) {
  std::uint32_t w = 0;
  for (std::size_t i = 0; i < s.size(); i += step(s, i))
    w += width_of(utf8::at(s, i), wide_ambiguous);
  return w;
}

std::vector<std::string> wrap(std::string_view s, std::uint32_t width, bool wide_ambiguous) {
  std::vector<std::string> lines(1);
  std::uint32_t used = 0;
  const auto put = [&](std::string_view words, std::uint32_t w) {
    if (width != 0 && used != 0 && used + w > width) {
      while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
      lines.emplace_back();
      used = 0;
      if (words == " ") return;
    }
    lines.back() += words;
    used += w;
  };
  for (std::size_t i = 0; i < s.size();) {
    if (s[i] == '\n') {
      lines.emplace_back();
      used = 0;
      ++i;
      continue;
    }
    if (const char32_t c = utf8::at(s, i); controls(c)) {
      if (c != '\r') put(" ", 1);
      i += step(s, i);
      continue;
    }
    const std::size_t n = unit_length(s.substr(i));
    const std::string_view unit = s.substr(i, n);
    const std::uint32_t w = width_of(unit, wide_ambiguous);
    if (width == 0 || w <= width) {
      put(unit, w);
    } else {
      for (std::size_t k = 0; k < unit.size();) {
        const std::size_t m = step(unit, k);
        put(unit.substr(k, m), width_of(utf8::at(unit, k), wide_ambiguous));
        k += m;
      }
    }
    i += n;
  }
  return lines;
}

}  // namespace noticekit
