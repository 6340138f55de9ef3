// Which physical lines belong together: page numbers dropped, sentences that a page or line end cut
// rejoined. Comes before normalize.cpp, which asks these questions while it copies.
#pragma once

#include <string_view>

namespace noticekit {

/// Whether a line (blanks trimmed) is only a page number: — 2 —, - 12 -, 第3页 共9页, 3/9, 3.
bool is_page_number(std::string_view line);

/// Whether `line` goes on with the sentence that `paragraph` was cut in. `indented`: it stands far
/// to the right.
bool continues(std::string_view paragraph, std::string_view line, bool indented);

}  // namespace noticekit
