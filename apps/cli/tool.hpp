// What every program does around its own work: parse, run, and the single place that chooses an
// exit status.
#pragma once

#include <functional>
#include <string>

#include "cli/diagnostics.hpp"
#include "cli/options.hpp"
#include "cli/stream.hpp"
#include "noticekit/rules.hpp"

namespace noticekit::cli {

/// One program.
struct Tool {
  std::string name;   ///< normalize, extract, classify, report
  std::string about;  ///< one sentence
  std::string usage;  ///< the operands, e.g. "[PATH...]"
  bool writes_records = true;
  /// Adds its own options.
  std::function<void(CLI::App&)> options = [](CLI::App&) {};
};

/// What a program is given to work with.
struct Run {
  const Options& options;
  const Rules& rules;
  Diagnostics& diagnostics;
};

/// Exit status: 0 every document succeeded; 1 finished, but some became error records; 2 could not
/// run. `body` returns an error that kept the program from running, or nothing.
int run_tool(int argc, char** argv, const Tool& tool,
             const std::function<std::optional<Error>(const Run&)>& body);

/// The body of a program that turns items into records: stream, output, --errors, --split.
std::optional<Error> run_records(const Run& run, const MakeWorker& make_worker);

/// Fills `made` with an error record and its message.
void make_error(Made& made, const std::string& id, const std::string& stage, Error error);

/// Reads an item of a record file; on a fault the error is already in `made`. Unknown records and
/// errors are passed on into `made` and not returned.
std::optional<Record> read_item(const Item& item, const std::string& stage, Made& made);

}  // namespace noticekit::cli
