// What was damaged on the way to us: lost digits, doubled words. Comes after date.hpp. Source:
// domain reference §3.
#pragma once

#include <string_view>
#include <vector>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {

/// `dates`: all dates of the text.
void find_damage(const MarkedDocument& document, const std::vector<Date>& dates,
                 const ExtractRules& rules, std::vector<Defect>& out);

/// Damage that normalization mended: sentences broken over lines, residue of markup. It tells how
/// much, not where: the span is the first line.
void find_mended(const Text& text, std::vector<Defect>& out);

/// Characters that were lost before the text came to us: where U+FFFD stands, and where the file
/// ended inside a character.
void find_lost_characters(const Text& text, std::vector<Defect>& out);

}  // namespace noticekit
