// Tables that plain text draws with strokes, as Markdown does: | 序号 | 问题 |. Comes after
// survey.hpp; normalize.cpp uses it.
#pragma once

#include <string_view>
#include <vector>

#include "text/survey.hpp"

namespace noticekit {

/// Adds the strokes of such tables to `specials`, in order: between cells as tabs, at the ends of a
/// row as markup, as is the rule |---| under the headings. A table is a line of headings, that
/// rule, and the lines with strokes that follow; a stroke elsewhere stays. Returns whether there
/// was any.
bool find_pipe_tables(std::string_view text, std::vector<Special>& specials);

}  // namespace noticekit
