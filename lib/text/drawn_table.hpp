// Tables that plain text draws with strokes: | 序号 | 问题 |, or in a frame of ┌─┬─┐ or +---+.
// Comes after survey.hpp; normalize.cpp uses it.
#pragma once

#include <string_view>

#include "text/survey.hpp"

namespace noticekit {

/// Adds the strokes of such tables to the specials of the text's survey, in order: between cells as
/// tabs, at the ends of a row as markup, as are lines that are only drawn and the \ of \|. A table
/// is a line of headings, the rule |---|, and the lines with strokes that follow, as in Markdown;
/// or lines that begin and end with a stroke and have equally many, two of them or more, or one in
/// a frame. A stroke elsewhere stays. Returns whether there was any.
bool find_drawn_tables(std::string_view text, Survey& survey);

}  // namespace noticekit
