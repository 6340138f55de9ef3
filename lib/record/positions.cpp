#include "record/positions.hpp"

#include <algorithm>

namespace noticekit {

Positions::Positions(std::string_view text) : text_(text) {
  stretches_.reserve(text.size() / ByteMasks::bytes + 1);
  escapes_.reserve(text.size() / 64 + 8);
  std::size_t i = 0;
  for (; i + ByteMasks::bytes <= text.size(); i += ByteMasks::bytes) {
    add(byte_masks(text.data() + i), static_cast<std::uint32_t>(i));
  }
  add(byte_masks_of_end(text.substr(i)), static_cast<std::uint32_t>(i));
  escapes_.push_back({static_cast<std::uint32_t>(-1), lines_});
}

void Positions::add(const ByteMasks& masks, std::uint32_t begin) {
  stretches_.push_back({masks, total_, static_cast<std::uint32_t>(escapes_.size())});
  total_ += ones(masks.starts);
  for (std::uint64_t left = masks.escapes; left != 0; left &= left - 1) {
    const std::uint32_t at = begin + static_cast<std::uint32_t>(std::countr_zero(left));
    escapes_.push_back({at, lines_});
    lines_ += text_[at] == '\n' ? 1 : 0;
  }
}

std::uint32_t Positions::byte(std::uint32_t code_point) const {
  if (code_point >= total_) return static_cast<std::uint32_t>(text_.size());
  const auto after =
      std::upper_bound(stretches_.begin(), stretches_.end(), code_point,
                       [](std::uint32_t c, const Stretch& s) { return c < s.code_point; });
  const auto index = static_cast<std::uint32_t>(after - stretches_.begin()) - 1;
  std::uint64_t starts = stretches_[index].masks.starts;
  for (std::uint32_t n = code_point - stretches_[index].code_point; n > 0; --n)
    starts &= starts - 1;
  return index * static_cast<std::uint32_t>(ByteMasks::bytes) +
         static_cast<std::uint32_t>(std::countr_zero(starts));
}

}  // namespace noticekit
