// The options that all programs share, with their help text. Same letter, same meaning, in every
// program.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace noticekit::cli {

struct Options {
  std::vector<std::string> paths;
  unsigned jobs = 1;
  std::string output;
  std::string errors;
  std::vector<std::string> rules;
  std::string progress = "auto";
  bool quiet = false;
  bool version = false;
  bool schema = false;
  bool print_rules = false;
  std::string split;
  bool force = false;
  bool raw = false;
  std::string generate;
};

/// `reads_files`: the program also has --raw, --split, --force and --schema.
void add_options(CLI::App& app, Options& options, bool writes_records);

}  // namespace noticekit::cli
