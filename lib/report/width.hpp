// How many terminal columns words take: Han and full-width forms take two. Comes before
// render_text.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace noticekit {

/// Columns of one character: 0, 1 or 2. **Source**: Unicode East Asian Width, wide and full-width
/// ranges. Ambiguous characters (“ ” … · ①) take two only where `wide_ambiguous`: most terminals
/// of today draw them in one.
std::uint32_t width_of(char32_t c, bool wide_ambiguous = false);
std::uint32_t width_of(std::string_view words, bool wide_ambiguous = false);

/// Cuts words to lines of at most `width` columns (0: no limit), and at their own line ends. Keeps
/// numbers and Latin words whole where they fit a line, and closing punctuation off line starts.
/// Control characters become spaces.
std::vector<std::string> wrap(std::string_view words, std::uint32_t width,
                              bool wide_ambiguous = false);

}  // namespace noticekit
