// Line numbers of positions. Comes before the views.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "noticekit/span.hpp"

namespace noticekit {

/// Counts lines forwards; positions mostly come in order.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  std::size_t at(TextOffset offset) {
    if (offset.value < seen_) seen_ = 0, line_ = 1;
    line_ += static_cast<std::size_t>(
        std::count(text_.begin() + seen_, text_.begin() + offset.value, '\n'));
    seen_ = offset.value;
    return line_;
  }

 private:
  std::string_view text_;
  std::uint32_t seen_ = 0;
  std::size_t line_ = 1;
};

}  // namespace noticekit
