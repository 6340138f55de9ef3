// The time that is left for one document.
#pragma once

#include <chrono>
#include <cstdint>

namespace noticekit {

class Deadline {
 public:
  explicit Deadline(std::uint32_t seconds)
      : end_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {}

  [[nodiscard]] bool passed() const { return std::chrono::steady_clock::now() >= end_; }
  /// The same, looking at the clock once in 1,024 calls.
  bool passed_by_now() {
    if (++calls_ % 1024 == 0) late_ = passed();
    return late_;
  }
  [[nodiscard]] int milliseconds_left() const {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end_ - std::chrono::steady_clock::now());
    return left.count() < 0 ? 0 : static_cast<int>(left.count());
  }

 private:
  std::chrono::steady_clock::time_point end_;
  std::uint32_t calls_ = 0;
  bool late_ = false;
};

}  // namespace noticekit
