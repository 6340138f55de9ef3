// Positions. Comes after error.hpp; every layer uses it. Two offset types that do not convert to
// each other: bytes of the normalized text, and bytes of the original file. Code points appear only
// in JSON.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace noticekit {

/// A byte offset. **Units**: UTF-8 bytes of the text that `Tag` names.
template <class Tag>
struct Offset {
  std::uint32_t value = 0;
  constexpr Offset() = default;
  constexpr explicit Offset(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
  constexpr auto operator<=>(const Offset&) const = default;
};

/// Half-open range of byte offsets, on code point boundaries.
template <class Tag>
struct Range {
  Offset<Tag> begin;
  Offset<Tag> end;
  constexpr Range() = default;
  constexpr Range(Offset<Tag> b, Offset<Tag> e) : begin(b), end(e) {}
  constexpr Range(std::size_t b, std::size_t e) : begin(b), end(e) {}
  [[nodiscard]] constexpr std::uint32_t size() const { return end.value - begin.value; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Range other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Range other) const {
    return begin < other.end && other.begin < end;
  }
  constexpr auto operator<=>(const Range&) const = default;
};

struct TextTag;
struct SourceTag;
using TextOffset = Offset<TextTag>;      ///< UTF-8 bytes of the normalized text
using SourceOffset = Offset<SourceTag>;  ///< bytes of the original file
using Span = Range<TextTag>;
using SourceSpan = Range<SourceTag>;

/// The words at `span`.
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin.value, span.size());
}

/// The span of `part`, which must lie inside `whole` (same buffer).
inline Span span_of(std::string_view whole, std::string_view part) {
  const auto begin = static_cast<std::size_t>(part.data() - whole.data());
  return {begin, begin + part.size()};
}

}  // namespace noticekit
