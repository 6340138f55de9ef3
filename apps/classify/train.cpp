// notice-classify train: labelled records → a model.
#include <cmath>

#include "classify/labelled.hpp"
#include "cli/file.hpp"

namespace noticekit::cli {
namespace {

constexpr std::size_t most_named = 12;

/// One line a kind: what had too few examples.
void tell_not_learnt(const Run& run, const std::vector<NotLearnt>& all) {
  for (const LearntKind kind :
       {LearntKind::topics, LearntKind::dimension, LearntKind::measure_types}) {
    std::string names;
    std::size_t n = 0;
    for (const NotLearnt& l : all) {
      if (l.kind != kind || ++n > most_named) continue;
      names += (names.empty() ? "" : ", ") + l.label + " (" + std::to_string(l.examples) + ")";
    }
    if (n == 0) continue;
    run.diagnostics.note(
        std::string(learnt_kind_name(kind)) + ": not learnt, fewer than 3 " + "examples: " + names +
        (n > most_named ? " and " + std::to_string(n - most_named) + " more" : std::string()) +
        "; the rules still give them");
  }
}

/// One line a kind: whether the model is used beside the rules, and why.
void tell_benefit(const Run& run, const std::vector<Benefit>& all) {
  const auto percent = [](double share) {
    const auto permille = static_cast<int>(std::lround(share * 1000));
    return std::to_string(permille / 10) + "." + std::to_string(permille % 10) + "%";
  };
  for (const Benefit& b : all) {
    run.diagnostics.note(std::string(learnt_kind_name(b.kind)) + ": on held-back folds rules " +
                         percent(b.rules) + ", rules with model " + percent(b.both) +
                         (b.used ? "" : "; the model leaves them to the rules"));
  }
}

std::optional<Error> train_model(const Run& run) {
  std::vector<Labelled> notices;
  if (auto e = read_labelled(run, run.options.paths, notices)) return e;
  auto training = train(notices, run.rules->taxonomy(), run.rules->digest());
  if (!training) return std::move(training).take_error();
  tell_not_learnt(run, training->not_learnt);
  tell_benefit(run, training->held_back);
  run.diagnostics.note("learnt from " + std::to_string(training->findings) + " findings and " +
                       std::to_string(training->measures) + " measures of " +
                       std::to_string(training->notices) + " notices; model " +
                       model_digest(training->model));
  Output out;
  if (auto e = out.open(run.options.output)) return e;
  if (auto e = out.write(write_model(training->model))) return e;
  return out.close();
}

}  // namespace

Tool train_tool() {
  Tool tool;
  tool.name = "classify train";
  tool.about =
      "Trains a model of topics, dimensions and measure types on records whose labels somebody "
      "corrected.";
  tool.shared = {.documents = false, .writes_records = false};
  tool.uses_rules = true;
  return tool;
}

int run_train(int argc, char** argv) { return run_tool(argc, argv, train_tool(), train_model); }

}  // namespace noticekit::cli
