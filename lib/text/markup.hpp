// Markdown that is left over in plain text: emphasis stars, quoting signs, rules. Stars that mask
// (138****1234, 张**) are words of the document and stay. Comes after survey.hpp; normalize.cpp
// uses it.
#pragma once

#include <string_view>
#include <vector>

#include "text/survey.hpp"

namespace noticekit {

/// Turns the stars of `specials` that are markup into Kind::markup.
void find_star_markup(std::string_view text, std::vector<Special>& specials);

/// Bytes of a `#` or `>` at `i`, the start of a line that ends at `end`, where it is markup: `##
/// 一、`,
/// `> 1.`, `#一、`. Else 0.
std::size_t quoting_at(std::string_view text, std::size_t i, std::size_t end);

/// A line of only dashes, equal signs or such: ---, ===, ___.
bool is_rule(std::string_view line);

}  // namespace noticekit
