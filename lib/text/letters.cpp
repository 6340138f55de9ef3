#include "text/letters.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Bytes that are a letter each. A few at a time: the compiler counts many at once in bytes.
std::size_t narrow_ones(std::string_view text) {
  constexpr std::size_t few = 128;
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size(); i += few) {
    std::uint8_t some = 0;
    for (const char c : text.substr(i, few))
      some = static_cast<std::uint8_t>(some + (static_cast<unsigned char>(c) < 0x80));
    n += some;
  }
  return n;
}

}  // namespace

void Letters::read(std::string_view text) {
  // Whatever the bytes are, a letter of more than one has two to four of them.
  const std::size_t narrow = narrow_ones(text);
  reserve(narrow + (text.size() - narrow + 1) / 2, text.size());
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t threes = text.size() < 3 ? 0 : text.size() - 2;  // where three may begin
  const auto three = [s](std::size_t i) {  // less the high bits of their bytes
    return static_cast<char16_t>((s[i] << 12) + (s[i + 1] << 6) + s[i + 2] - 0x2080);
  };
  char16_t* const units = units_.get();
  std::uint32_t* const bytes = bytes_.get();
  std::uint32_t* const last = last_.get();
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size(); ++n) {
    bytes[n] = static_cast<std::uint32_t>(i);
    last[i / 4] = static_cast<std::uint32_t>(n);
    if (utf8::is_han_lead(s[i]) && i < threes) {  // nearly all
      units[n] = three(i);
      i += 3;
    } else if (s[i] < 0x80) {
      units[n] = s[i++];
    } else if (s[i] >= 0xE0 && s[i] < 0xF0 && i < threes) {
      units[n] = fold(three(i));
      i += 3;
    } else {
      units[n] = unit_of(utf8::at(text, i));
      i = std::min(text.size(), i + utf8::length(s[i]));
    }
  }
  units[n] = 0;
  bytes[n] = static_cast<std::uint32_t>(text.size());
  last[text.size() / 4] = static_cast<std::uint32_t>(n);
  size_ = static_cast<std::uint32_t>(n);
}

void Letters::reserve(std::size_t letters, std::size_t bytes) {
  if (letters >= letter_room_) {
    letter_room_ = letters + 1;
    units_ = std::make_unique_for_overwrite<char16_t[]>(letter_room_);
    bytes_ = std::make_unique_for_overwrite<std::uint32_t[]>(letter_room_);
  }
  if (bytes / 4 >= byte_room_) {
    byte_room_ = bytes / 4 + 1;
    last_ = std::make_unique_for_overwrite<std::uint32_t[]>(byte_room_);
  }
}

}  // namespace noticekit
