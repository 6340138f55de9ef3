// Stepping over a text with two folded characters in view. Comes after phrase_program.hpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit::phrase {

/// A bit of 65,536 for two characters: many pairs share one, so a set bit means "look closer".
inline std::size_t pair_bit(char32_t first, char32_t second) {
  return (first * 31 + second * 7919) & 0xFFFF;
}

/// Steps over a text, two folded characters in view.
class Steps {
 public:
  Steps(std::string_view text, std::size_t from) : text_(text), at_(from) {
    first_ = fold(utf8::at(text_, at_));
    look_ahead();
  }
  [[nodiscard]] bool more() const { return at_ < text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char32_t first() const { return first_; }
  [[nodiscard]] char32_t second() const { return second_; }
  void next() {
    const bool in_number = utf8::is_ascii_digit(first_);
    at_ = next_;
    first_ = second_;
    look_ahead();
    while (in_number && utf8::is_ascii_digit(first_)) {  // nothing begins inside a number
      at_ = next_;
      first_ = second_;
      look_ahead();
    }
  }

 private:
  void look_ahead() {
    next_ = at_ < text_.size() ? at_ + utf8::length(static_cast<unsigned char>(text_[at_])) : at_;
    second_ = fold(utf8::at(text_, next_));
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t next_ = 0;
  char32_t first_ = 0;
  char32_t second_ = 0;
};

}  // namespace noticekit::phrase
