#include "outline/signs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

#include "text/byte_masks.hpp"

namespace noticekit {
namespace {

struct Known {
  char32_t character;
  std::uint32_t kinds;
};

constexpr Known known[] = {
    {U'\n', Sign::line_end},    {U'。', Sign::full_stop},    {U'；', Sign::semicolon},
    {U';', Sign::semicolon},    {U'，', Sign::comma},        {U',', Sign::comma},
    {U'：', Sign::colon},       {U':', Sign::colon},         {U'、', Sign::pause},
    {U' ', Sign::blank},        {U'\u3000', Sign::blank},    {U'\t', Sign::tab},
    {U'.', Sign::dot},          {U'“', Sign::open_quote},    {U'”', Sign::close_quote},
    {U'《', Sign::open_title},  {U'》', Sign::close_title},  {U'（', Sign::open_round},
    {U'）', Sign::close_round}, {U'(', Sign::open_narrow},   {U')', Sign::close_narrow},
    {U'【', Sign::open_square}, {U'】', Sign::close_square}, {U'[', Sign::open_square},
    {U']', Sign::close_square}, {U'［', Sign::open_square},  {U'］', Sign::close_square},
    {U'〔', Sign::open_square}, {U'〕', Sign::close_square}, {U'@', Sign::mail},
    {U'＠', Sign::mail},
};

/// All wide signs are in the first 64 characters of three pages: U+2000, U+3000 and U+FF00. Of each
/// the first byte (by which a page is found) and the second; page 0 is for all else, and empty.
constexpr std::array<std::uint8_t, 4> first_byte = {0, 0xE2, 0xE3, 0xEF};
constexpr std::array<std::uint8_t, 4> second_byte = {0, 0x80, 0x80, 0xBC};

constexpr auto page_of = [] {
  std::array<std::uint8_t, 256> t{};
  for (std::uint8_t page = 1; page < 4; ++page) t[first_byte[page]] = page;
  return t;
}();

constexpr auto narrow_kinds = [] {
  std::array<std::uint32_t, 256> t{};
  for (const Known& k : known) {
    if (k.character < 0x80) t[k.character] = k.kinds;
  }
  return t;
}();

constexpr auto wide_kinds = [] {
  std::array<std::array<std::uint32_t, 64>, 4> t{};
  for (const Known& k : known) {
    const std::size_t page = k.character < 0x80     ? 0
                             : k.character < 0x3000 ? 1
                             : k.character < 0xFF00 ? 2
                                                    : 3;
    if (page != 0) t[page][k.character & 0x3F] = k.kinds | Sign::wide;
  }
  return t;
}();

/// The kinds of the character at `p`, of which two bytes more can be read. Without a branch: what
/// stands next in a text can not be foretold.
std::uint32_t kinds_at(const char* p) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(p[i]); };
  const std::size_t page = page_of[byte(0)];
  const std::uint32_t in_page = byte(1) == second_byte[page] ? ~0U : 0U;
  return narrow_kinds[byte(0)] | (wide_kinds[page][byte(2) & 0x3F] & in_page);
}

/// A bit for each of 64 bytes: where a character begins that is no Han of three bytes (see
/// utf8::is_han_lead()). Without a branch: the compiler takes many bytes at once.
std::uint64_t beginnings(const char* bytes) {
  std::array<std::uint8_t, 64> flags;
  for (std::size_t i = 0; i < 64; ++i) {
    const bool han = static_cast<std::uint8_t>(static_cast<std::uint8_t>(bytes[i]) - 0xE4) <= 5;
    const bool inside = static_cast<std::int8_t>(bytes[i]) < static_cast<std::int8_t>(0xC0);
    flags[i] = static_cast<std::uint8_t>(!han & !inside);
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64; i += 8) {
    std::uint64_t eight = 0;
    for (std::size_t k = 0; k < 8; ++k) eight |= std::uint64_t{flags[i + k]} << 8 * k;
    // Moves the lowest bit of byte k to bit 56 + k.
    bits |= (eight * 0x0102040810204080ULL >> 56) << i;
  }
  return bits;
}

/// The comma of 12,345.67 parts no clauses.
void pass_over_thousands(std::string_view text, std::span<Sign> signs) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (Sign& s : signs) {
    const std::size_t at = s.at;
    if (s.kinds == Sign::comma && at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) &&
        digit(at + 3) && !digit(at + 4))
      s.kinds = 0;
  }
}

}  // namespace

Signs::Signs(std::string_view text) {
  const std::size_t blocks = text.size() / 64 + 1;
  signs_.resize(text.size() / 8 + 64);
  before_.resize(blocks);
  places_.resize(blocks);
  std::size_t n = 0;
  std::uint32_t seen = 0;
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::size_t base = b * 64;
    const char* bytes = text.data() + base;
    std::array<char, 64 + 2> rest;
    if (base + rest.size() > text.size()) {
      rest.fill('\x80');  // begins nothing
      std::memcpy(rest.data(), bytes, text.size() - base);
      bytes = rest.data();
    }
    if (n + 64 >= signs_.size()) signs_.resize(signs_.size() * 2);
    before_[b] = static_cast<std::uint32_t>(n);
    Sign* next = signs_.data() + n;
    std::uint64_t places = 0;
    for (std::uint64_t left = beginnings(bytes); left != 0; left &= left - 1) {
      const auto at = static_cast<std::size_t>(std::countr_zero(left));
      const std::uint32_t kinds = kinds_at(bytes + at);
      *next = {static_cast<std::uint32_t>(base + at), kinds};
      next += kinds != 0;  // written in any case: letters and figures are passed over
      places |= std::uint64_t{kinds != 0} << at;
      seen |= kinds;
    }
    n = static_cast<std::size_t>(next - signs_.data());
    places_[b] = places;
  }
  seen_ = seen;
  if ((seen & Sign::comma) != 0) pass_over_thousands(text, {signs_.data(), n});
  signs_[n] = {static_cast<std::uint32_t>(text.size()), Sign::line_end};
  signs_.resize(n + 1);
}

const Sign* Signs::from(std::uint32_t offset) const {
  const std::size_t block = std::min<std::size_t>(offset / 64, places_.size() - 1);
  const std::uint64_t earlier = places_[block] & ((std::uint64_t{1} << offset % 64) - 1);
  return signs_.data() + before_[block] + ones(earlier);
}

}  // namespace noticekit
