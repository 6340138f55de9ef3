// Heading markers at the beginning of a line: 一、 （一） 1. （1）. Comes before outline.cpp, which
// nests them. Source: GB/T 9704-2012 levels; gold rule R5. 一是 and ① are list markers, never
// headings (R7).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "noticekit/span.hpp"
#include "outline/signs.hpp"

namespace noticekit {

/// A marker that stands at the beginning of a line.
struct Marker {
  std::uint8_t rank = 0;     ///< 1 一、 2 （一） 3 1. 4 （1）
  std::int32_t ordinal = 0;  ///< 1-99
  std::uint32_t length = 0;  ///< **Units**: bytes, blanks after it not included
};

/// The marker at the start of `line`; none for years, decimals, 一、二级 and table rows.
std::optional<Marker> read_marker(std::string_view line);

/// Where a law is divided.
enum class DivisionKind : std::uint8_t { part, chapter, section, article };

/// 第三章, 第一千零四十条 at the beginning of a line. Lists below it count anew.
struct Division {
  DivisionKind kind = DivisionKind::article;
  std::int32_t ordinal = 0;
  std::uint32_t length = 0;  ///< **Units**: bytes
};

/// The division at the start of `line`; none where the words are cited in a sentence (第三条规定).
std::optional<Division> read_division(std::string_view line);

/// Where the heading's text ends in `line`, which begins after the marker: the first 。 outside
/// quotation marks, or the end (R6). `signs`: those of the text that holds the line.
std::uint32_t heading_end(const Signs& signs, Span line);

}  // namespace noticekit
