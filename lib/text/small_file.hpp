// A table or a list that people saved from a spreadsheet or an editor, as UTF-8. Comes after
// decode.hpp.
#pragma once

#include <optional>
#include <string_view>

#include "noticekit/error.hpp"
#include "text/decode.hpp"

namespace noticekit {

/// Such files come in GB18030 too, and may be too short to tell: then they are that, for Big5 lacks
/// the names of most labels and places. `what`: "the table". `remedy`: how to save it.
/// **Errors**: bad_usage with the line, where a byte is no text.
std::optional<Error> decode_small_file(std::string_view bytes, std::string_view what,
                                       std::string_view remedy, Decoded& out);

}  // namespace noticekit
