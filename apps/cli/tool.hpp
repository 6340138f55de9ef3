// What every program does around its own work: parse, run, and the single place that chooses an
// exit status.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/diagnostics.hpp"
#include "cli/options.hpp"
#include "noticekit/error.hpp"
#include "noticekit/rules.hpp"

namespace noticekit::cli {

/// One program.
struct Tool {
  std::string name;    ///< normalize, extract, classify, report; the stage in its error records
  std::string about;   ///< one sentence
  std::string leaves;  ///< ends the sentence "3 records …", told of those it has no use for
  Reads shared;        ///< which of the shared options it has
  bool uses_rules = false;
  OptionTable options = {};  ///< its own, before the shared ones
  /// Programs of their own that its first word calls, "classify train"; main() runs them, here they
  /// are for the completions.
  std::vector<Tool> commands = {};
};

/// What a program is given to work with.
struct Run {
  const Tool& tool;
  const Options& options;
  const Rules* rules;  ///< null where the program uses none
  Diagnostics& diagnostics;
};

/// Exit status: 0 every document succeeded; 1 finished, but some are error records; 2 could not
/// run; 3 finished, and a check that was to fail the run did. `body` returns an error that kept the
/// program from running, or nothing.
int run_tool(int argc, const char* const* argv, const Tool& tool,
             const std::function<std::optional<Error>(const Run&)>& body);

}  // namespace noticekit::cli
