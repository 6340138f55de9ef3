// Man page and shell completions from the option table: nothing about an option is written twice.
#pragma once

#include <string>

#include "cli/tool.hpp"

namespace noticekit::cli {

/// `what`: man, bash, zsh or fish.
std::string generate(const CLI::App& app, const Tool& tool, const std::string& program,
                     const std::string& what);

}  // namespace noticekit::cli
