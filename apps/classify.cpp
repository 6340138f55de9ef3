// notice-classify: `notice` records → the same with labels; or what stands behind the labels.
#include "classify/explain.hpp"
#include "classify/labelled.hpp"
#include "classify/means.hpp"
#include "classify/taxonomy_tasks.hpp"
#include "cli/records.hpp"
#include "noticekit/correction.hpp"
#include "noticekit/label.hpp"

namespace {

using namespace noticekit;

class Classify : public cli::Worker {
 public:
  Classify(const cli::Run& run, cli::Means& means) : stage_(run.tool.name), means_(means) {}

  void work(const cli::Item& item, cli::Made& made) override {
    const auto record = cli::read_item(item, stage_, made);
    // Text for people holds no records of other kinds; that they were there is told.
    if (!record && is_plain()) made.lines.clear();
    if (!record) return;
    if (const auto* labelled = std::get_if<LabelledNotice>(&*record)) {
      label(labelled->notice, made);
    } else if (const auto* text = std::get_if<Text>(&*record)) {
      cli::pass_on(item, made, text->id);
      if (is_plain()) made.lines.clear();
    }
  }

 private:
  [[nodiscard]] bool is_plain() const { return means_.own.explain || means_.own.low_confidence; }

  void label(const Notice& notice, cli::Made& made) {
    const Taxonomy& taxonomy = means_.rules.taxonomy();
    Labels labels = classify(notice, taxonomy, means_.model ? &*means_.model : nullptr);
    for (const std::size_t n : correct(notice, taxonomy, means_.corrections, labels))
      means_.corrected[n] = true;
    if (!means_.own.scheme.empty()) apply_scheme(notice, taxonomy, means_.own.scheme, labels);
    made.id = notice.text.id;
    if (means_.own.explain) {
      cli::explain(made.lines, notice, labels);
    } else if (means_.own.low_confidence) {
      cli::doubtful_labels(made.lines, notice, labels);
    } else {
      write_record(made.lines, notice, &labels);
    }
  }

  const std::string& stage_;
  cli::Means& means_;
};

std::optional<Error> classify_records(const cli::Run& run, const cli::OwnOptions& own) {
  if (!own.check_rules.empty()) return cli::check_rules(run, own.check_rules);
  if (own.codebook) return cli::print_codebook(run, *own.codebook);
  if (auto e = cli::bad_scheme(*run.rules, own.scheme)) return e;
  if (own.explain && own.low_confidence)
    return Error{Errc::bad_usage, "--explain and --low-confidence ask for two different texts", {}};
  cli::Means means{*run.rules, own, {}, {}, {}};
  if (auto e = cli::read_means(run, means)) return e;
  const bool plain = own.explain || own.low_confidence;
  auto stopped = cli::run_records(
      run, [&] { return std::make_unique<Classify>(run, means); }, plain,
      own.low_confidence ? cli::doubtful_head() : std::string());
  cli::tell_unused(run, means);
  return stopped;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "train") return cli::run_train(argc - 1, argv + 1);
  if (first == "evaluate") return cli::run_evaluate(argc - 1, argv + 1);
  cli::OwnOptions own;
  cli::Tool tool;
  tool.name = "classify";
  tool.about =
      "Labels `notice` records: genre, tier, dimension, topics, measure types, substance, each "
      "with reasons. notice-classify train makes a model of corrected labels, notice-classify "
      "evaluate compares labels; both have --help.";
  tool.leaves = "passed on unchanged: this program reads `notice` records";
  tool.shared = {.documents = false, .writes_records = true};
  tool.uses_rules = true;
  cli::EvaluateOptions unused;
  tool.commands = {cli::train_tool(), cli::evaluate_tool(unused)};
  tool.options = {
      {"--explain", "", "instead of records print each label with its reasons, for people",
       &own.explain},
      {"--low-confidence", "",
       "instead of records print as CSV the labels that are not sure, for correction",
       &own.low_confidence},
      {"--corrections",
       "FILE",
       "a CSV as --low-confidence prints it, its column label corrected: these labels win",
       &own.corrections,
       {},
       0,
       cli::Names::file},
      {"--model",
       "FILE",
       "use a model that notice-classify train made, where the rules are not sure",
       &own.model,
       {},
       0,
       cli::Names::file},
      {"--scheme", "NAME",
       "name the dimensions as 三个聚焦, 四个聚焦 or 四个落实 does; auto: as each notice's own "
       "headings show",
       &own.scheme},
      {"--check-rules",
       "DIR",
       "tell every fault of the rule files of DIR, failing examples too, and end",
       &own.check_rules,
       {},
       0,
       cli::Names::folder},
      {"--codebook",
       "FORMAT",
       "print the taxonomy in force as a codebook, markdown or csv, and end",
       &own.codebook,
       {},
       0,
       cli::Names::nothing}};
  return cli::run_tool(argc, argv, tool,
                       [&](const cli::Run& run) { return classify_records(run, own); });
}
