// Where the library's byte offsets become the code points and lines that records print, and back.
// Comes before the codecs; nothing else converts.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/byte_masks.hpp"

namespace noticekit {

/// Positions of one text, which it views. Built in one pass; a lookup touches one stretch of 64
/// bytes and has no branch to guess.
class Positions {
 public:
  explicit Positions(std::string_view text);

  /// A character that JSON escapes.
  struct Escape {
    std::uint32_t at;    ///< its byte offset
    std::uint32_t line;  ///< 1-based line that it ends or stands in
  };
  /// What there is to know of a byte offset in the text, or of its end.
  struct Place {
    std::uint32_t code_point;
    std::uint32_t escape;  ///< index of the first escape at or after it
  };
  [[nodiscard]] Place place(std::uint32_t byte) const {
    const Stretch& s = stretches_[byte / ByteMasks::bytes];
    const std::uint64_t before = bits_before(byte);
    return {s.code_point + ones(s.masks.starts & before),
            s.escape + ones(s.masks.escapes & before)};
  }
  /// The escapes in order; the last of them stands past the end of the text.
  [[nodiscard]] const Escape& escape(std::uint32_t index) const { return escapes_[index]; }

  /// Code points before the byte offset.
  [[nodiscard]] std::uint32_t code_point(std::uint32_t byte) const {
    if (byte >= text_.size()) return total_;
    const Stretch& s = stretches_[byte / ByteMasks::bytes];
    return s.code_point + ones(s.masks.starts & bits_before(byte));
  }
  /// The byte offset of a code point; the text's size at and past the end.
  [[nodiscard]] std::uint32_t byte(std::uint32_t code_point) const;
  /// 1-based line of a byte offset in the text, or of its end.
  [[nodiscard]] std::uint32_t line(std::uint32_t byte) const {
    return escapes_[place(byte).escape].line;
  }
  [[nodiscard]] std::uint32_t code_points() const { return total_; }

 private:
  struct Stretch {
    ByteMasks masks;
    std::uint32_t code_point;  // before the stretch
    std::uint32_t escape;      // the first from its begin on
  };
  static std::uint64_t bits_before(std::uint32_t byte) {
    return (std::uint64_t{1} << byte % ByteMasks::bytes) - 1;
  }
  void add(const ByteMasks& masks, std::uint32_t begin);

  std::string_view text_;
  std::vector<Stretch> stretches_;
  std::vector<Escape> escapes_;
  std::uint32_t total_ = 0;
  std::uint32_t lines_ = 1;
};

}  // namespace noticekit
