// Words as HTML: the only way that text of a notice gets into a page. Comes before all else here.
#pragma once

#include <string>
#include <string_view>

namespace noticekit::page {

/// Appends words as text or as the value of a quoted attribute: & < > " ' are written as
/// references, control characters as U+FFFD, line ends as they are.
void put_text(std::string& out, std::string_view words);
/// The same as a value.
std::string text(std::string_view words);

/// Appends `<name class="…">words</name>`; without the attribute where `css` is empty.
void put_element(std::string& out, std::string_view name, std::string_view css,
                 std::string_view words);

}  // namespace noticekit::page
