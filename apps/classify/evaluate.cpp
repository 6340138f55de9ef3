// notice-classify evaluate: two files of labels compared, or one file cut into folds.
#include "noticekit/evaluate.hpp"

#include "classify/labelled.hpp"
#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

EvaluationFormat format_from(const std::string& name) {
  return name == "json"       ? EvaluationFormat::json
         : name == "markdown" ? EvaluationFormat::markdown
                              : EvaluationFormat::text;
}

Result<std::string> result(const Run& run, const EvaluateOptions& own) {
  const std::vector<std::string>& paths = run.options.paths;
  if (paths.size() != (own.folds == 0 ? 2 : 1)) {
    return Error{Errc::bad_usage,
                 own.folds == 0 ? "two files are compared: a reference and a prediction"
                                : "--folds takes one file of labelled notices",
                 {}};
  }
  if (own.folds == 1) return Error{Errc::bad_usage, "--folds needs at least 2", {}};
  std::vector<Labelled> first, second;
  if (auto e = read_labelled(run, {paths[0]}, first)) return std::move(*e);
  if (own.folds > 0) {
    auto folds = cross_validate(first, run.rules->taxonomy(), own.folds);
    if (!folds) return std::move(folds).take_error();
    return render(*folds, format_from(own.format));
  }
  if (auto e = read_labelled(run, {paths[1]}, second)) return std::move(*e);
  if (first.empty()) return Error{Errc::bad_usage, "the reference holds no labelled notice", {}};
  return render(evaluate(first, second), format_from(own.format));
}

std::optional<Error> write_result(const Run& run, const EvaluateOptions& own) {
  auto text = result(run, own);
  if (!text) return std::move(text).take_error();
  Output out;
  if (auto e = out.open(run.options.output)) return e;
  if (auto e = out.write(*text)) return e;
  return out.close();
}

}  // namespace

Tool evaluate_tool(EvaluateOptions& own) {
  Tool tool;
  tool.name = "classify evaluate";
  tool.about =
      "Compares the labels of two files of records, a reference and a prediction or two "
      "annotators; with --folds tells how good a model trained on one file would be.";
  tool.shared = {.documents = false, .writes_records = false};
  tool.uses_rules = true;
  tool.options = {{"--format", "NAME", "how it looks", &own.format, {"text", "markdown", "json"}},
                  {"--folds",
                   "K",
                   "cut one file into K parts and hold each back in turn: rules, model, both",
                   &own.folds,
                   {},
                   100}};
  return tool;
}

int run_evaluate(int argc, char** argv) {
  EvaluateOptions own;
  const Tool tool = evaluate_tool(own);
  return run_tool(argc, argv, tool, [&](const Run& run) { return write_result(run, own); });
}

}  // namespace noticekit::cli
