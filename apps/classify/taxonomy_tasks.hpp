// What is asked of a taxonomy without records: is it sound, what does it say to people who code.
#pragma once

#include <optional>
#include <string>

#include "cli/tool.hpp"

namespace noticekit::cli {

/// Tells every fault of the rule files of `folder`, laid over the rules in force.
std::optional<Error> check_rules(const Run& run, const std::string& folder);

/// Writes the codebook; `format` is markdown, csv or empty.
std::optional<Error> print_codebook(const Run& run, const std::string& format);

/// Why `scheme` names no scheme; nothing where it does, or is empty.
std::optional<Error> bad_scheme(const Rules& rules, const std::string& scheme);

}  // namespace noticekit::cli
