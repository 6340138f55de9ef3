#include "record/positions.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace noticekit {
namespace {

constexpr std::size_t stretch = sizeof(std::uint64_t);

constexpr std::uint64_t ones = 0x0101010101010101ULL;
constexpr std::uint64_t high = 0x8080808080808080ULL;

/// Eight bytes of the text from `at` on; those past its end read as zero.
std::uint64_t word(std::string_view text, std::size_t at) {
  std::uint64_t w = 0;
  if (at + stretch <= text.size()) {
    std::memcpy(&w, text.data() + at, stretch);
  } else {
    std::memcpy(&w, text.data() + at, text.size() - at);
  }
  return w;
}

/// How many of the first `n` bytes of a word begin a code point.
std::uint32_t starts(std::uint64_t w, std::size_t n) {
  std::uint64_t continuation = (w & (~w << 1) & high) >> 7;  // 10xxxxxx
  if (n < stretch) {
    if constexpr (std::endian::native == std::endian::little) {
      continuation &= (std::uint64_t{1} << (8 * n)) - 1;
    } else {
      continuation &= ~(~std::uint64_t{0} >> (8 * n));
    }
  }
  return static_cast<std::uint32_t>(n) - static_cast<std::uint32_t>(continuation * ones >> 56);
}

/// Whether one of eight bytes is a quotation mark, a backslash or a control character.
bool needs_escape(std::uint64_t w) {
  const auto has_zero = [&](std::uint64_t v) { return (v - ones) & ~v & high; };
  const std::uint64_t below_space = (w - ones * 0x20) & ~w & high;
  return (has_zero(w ^ (ones * '"')) | has_zero(w ^ (ones * '\\')) | below_space) != 0;
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  before_.resize(text.size() / stretch + 2);
  lines_.reserve(text.size() / 64 + 1);
  escapes_.reserve(text.size() / 64 + 1);
  lines_.push_back(0);
  const std::size_t whole = text.size() / stretch * stretch;
  std::uint32_t* before = before_.data();
  for (std::size_t i = 0; i < whole; i += stretch) {
    const std::uint64_t w = word(text, i);
    *before++ = total_;
    total_ += starts(w, stretch);
    if (needs_escape(w)) note_escapes(i, i + stretch);
  }
  *before++ = total_;
  total_ += starts(word(text, whole), text.size() - whole);
  note_escapes(whole, text.size());
  before_.resize(static_cast<std::size_t>(before - before_.data()));
}

void Positions::note_escapes(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto c = static_cast<unsigned char>(text_[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    escapes_.push_back(static_cast<std::uint32_t>(i));
    if (c == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::span<const std::uint32_t> Positions::escapes(std::uint32_t begin, std::uint32_t end) const {
  const auto first = std::lower_bound(escapes_.begin(), escapes_.end(), begin);
  auto last = first;
  while (last != escapes_.end() && *last < end) ++last;
  return {first, last};
}

std::uint32_t Positions::code_point(std::uint32_t byte) const {
  if (byte >= text_.size()) return total_;
  const std::size_t s = byte / stretch;
  return before_[s] + starts(word(text_, s * stretch), byte % stretch);
}

std::uint32_t Positions::byte(std::uint32_t code_point) const {
  if (code_point >= total_) return static_cast<std::uint32_t>(text_.size());
  const auto it = std::upper_bound(before_.begin(), before_.end(), code_point);
  const auto s = static_cast<std::size_t>(it - before_.begin()) - 1;
  std::uint32_t left = code_point - before_[s];
  std::size_t i = s * stretch;
  for (;; ++i) {
    if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80 && left-- == 0)
      return static_cast<std::uint32_t>(i);
  }
}

std::uint32_t Positions::line(std::uint32_t byte) const {
  return static_cast<std::uint32_t>(std::upper_bound(lines_.begin(), lines_.end(), byte) -
                                    lines_.begin());
}

}  // namespace noticekit
