// Codes of errors and edits as printed.
#include <array>

#include "noticekit/error.hpp"
#include "noticekit/text.hpp"

namespace noticekit {
namespace {

constexpr std::array errors = {"unreadable_file",     "missing_path",       "no_input",
                               "empty_document",      "not_text",           "malformed_encoding",
                               "too_large",           "unsupported_format", "damaged_file",
                               "unsafe_path",         "no_text_layer",      "missing_helper",
                               "helper_failed",       "timed_out",          "bad_record",
                               "unsupported_version", "bad_rule",           "bad_model",
                               "bad_usage",           "write_failed",       "internal"};
static_assert(errors.size() == static_cast<std::size_t>(Errc::internal) + 1);

constexpr std::array edits = {
    "bom",        "line_end", "malformed",      "nfc",         "width",     "space",
    "zero_width", "markup",   "page_furniture", "joined_line", "blank_line"};
static_assert(edits.size() == static_cast<std::size_t>(Edit::count_));

}  // namespace

const char* errc_name(Errc code) { return errors[static_cast<std::size_t>(code)]; }
const char* edit_name(Edit edit) { return edits[static_cast<std::size_t>(edit)]; }

}  // namespace noticekit
