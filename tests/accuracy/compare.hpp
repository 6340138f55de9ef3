// When two printed strings are the same words: width, white space, stars and punctuation at the
// ends aside.
#pragma once

#include <string>
#include <string_view>

namespace noticekit::accuracy {

/// Half width, no white space, no stars, quotes and dashes of one kind, no separators at the ends.
std::string fold(std::string_view words);

/// Whether twice the longest common subsequence is at least `cut` of both lengths together.
bool alike(std::string_view a, std::string_view b, double cut);

}  // namespace noticekit::accuracy
