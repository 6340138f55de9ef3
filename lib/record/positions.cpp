#include "record/positions.hpp"

#include <algorithm>
#include <cstring>

namespace noticekit {
namespace {

constexpr std::size_t stretch = 64;

/// Bytes among `n` at `p` that begin a code point.
std::uint32_t starts(const char* p, std::size_t n) {
  std::uint32_t count = 0;
  std::size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    std::uint64_t w = 0;
    std::memcpy(&w, p + i, 8);
    const std::uint64_t continuation = w & (~w << 1) & 0x8080808080808080ULL;  // 10xxxxxx
    count += 8 - static_cast<std::uint32_t>((continuation >> 7) * 0x0101010101010101ULL >> 56);
  }
  for (; i < n; ++i) count += (static_cast<unsigned char>(p[i]) & 0xC0) != 0x80;
  return count;
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  before_.reserve(text.size() / stretch + 2);
  for (std::size_t i = 0; i < text.size(); i += stretch) {
    before_.push_back(total_);
    total_ += starts(text.data() + i, std::min(stretch, text.size() - i));
  }
  before_.push_back(total_);
  lines_.push_back(0);
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::uint32_t Positions::code_point(std::uint32_t byte) const {
  if (byte >= text_.size()) return total_;
  const std::size_t s = byte / stretch;
  return before_[s] + starts(text_.data() + s * stretch, byte - s * stretch);
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
