// Help, man page and shell completions from the option table: nothing about an option is written
// twice.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/tool.hpp"

namespace noticekit::cli {

/// A program with all its options.
struct Program {
  std::string name;  ///< as called, "notice-extract", "notice-classify train"
  const Tool& tool;
  OptionTable table;
  std::vector<Program> commands = {};  ///< those that its first word calls
};

/// `what`: help, man, bash, zsh or fish; or options: names, value and help of each, tab-separated.
std::string generate(const Program& program, const std::string& what);

/// The hand-written part of a program's man page: what stands before and after its options.
struct ManParts {
  std::string before;
  std::string after;
};
ManParts man_parts(const std::string& tool);

}  // namespace noticekit::cli
