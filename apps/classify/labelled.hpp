// Files of labelled notices, read whole: what training and evaluation work on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/tool.hpp"
#include "noticekit/learn.hpp"

namespace noticekit::cli {

/// The labelled notices of record files, in their order. Records of other kinds are left out; a
/// record that cannot be read is told and counted. **Errors**: of reading the files.
std::optional<Error> read_labelled(const Run& run, const std::vector<std::string>& paths,
                                   std::vector<Labelled>& out);

/// The options of notice-classify evaluate alone.
struct EvaluateOptions {
  std::string format = "text";
  unsigned folds = 0;
};

/// notice-classify train, notice-classify evaluate.
Tool train_tool();
Tool evaluate_tool(EvaluateOptions& own);
int run_train(int argc, char** argv);
int run_evaluate(int argc, char** argv);

}  // namespace noticekit::cli
