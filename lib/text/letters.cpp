#include "text/letters.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace noticekit {

void Letters::read(std::string_view text) {
  // No letter has more than four bytes: one begins in every four. One of more than one byte has two
  // or more, whatever they are.
  std::size_t narrow = 0;
  for (const char c : text) narrow += static_cast<unsigned char>(c) < 0x80;
  const std::size_t most = narrow + (text.size() - narrow + 1) / 2;
  if (units_.size() < most + 1) {
    units_.resize(most + 1);
    bytes_.resize(most + 1);
  }
  if (last_.size() < text.size() / 4 + 1) last_.resize(text.size() / 4 + 1);

  char16_t* const units = units_.data();
  std::uint32_t* const bytes = bytes_.data();
  std::uint32_t* const last = last_.data();
  const auto* const s = reinterpret_cast<const unsigned char*>(text.data());
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t n = 0;
  for (std::uint32_t i = 0; i < size; ++n) {
    bytes[n] = i;
    last[i / 4] = n;
    const std::uint32_t lead = s[i];
    if (lead >= 0xE0 && lead < 0xF0 && i + 3 <= size) {
      units[n] =
          fold(static_cast<char16_t>(lead << 12 | (s[i + 1] & 0x3FU) << 6 | (s[i + 2] & 0x3FU)));
      i += 3;
    } else if (lead < 0x80) {
      units[n] = static_cast<char16_t>(lead);
      ++i;
    } else {
      units[n] = unit_of(utf8::at(text, i));
      i = std::min(size, i + static_cast<std::uint32_t>(utf8::length(s[i])));
    }
  }
  units[n] = 0;
  bytes[n] = size;
  last[size / 4] = n;
  size_ = n;
}

}  // namespace noticekit
