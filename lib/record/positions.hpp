// Where the library's byte offsets become the code points and lines that records print, and back.
// Comes before the codecs; nothing else converts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace noticekit {

/// Positions of one text. Built in one pass; lookups touch one stretch of 8 bytes.
class Positions {
 public:
  explicit Positions(std::string_view text);

  /// Code points before the byte offset.
  [[nodiscard]] std::uint32_t code_point(std::uint32_t byte) const;
  /// The byte offset of a code point; the text's size at and past the end.
  [[nodiscard]] std::uint32_t byte(std::uint32_t code_point) const;
  /// 1-based line of a byte offset.
  [[nodiscard]] std::uint32_t line(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t code_points() const { return total_; }
  /// Byte offsets of the characters in [begin, end) that JSON escapes.
  [[nodiscard]] std::span<const std::uint32_t> escapes(std::uint32_t begin,
                                                       std::uint32_t end) const;

 private:
  void note_escapes(std::size_t begin, std::size_t end);

  std::string_view text_;
  std::vector<std::uint32_t> before_;   // code points before each stretch of 8 bytes
  std::vector<std::uint32_t> lines_;    // where each line begins
  std::vector<std::uint32_t> escapes_;  // where JSON needs an escape
  std::uint32_t total_ = 0;
};

}  // namespace noticekit
