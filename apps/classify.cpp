// notice-classify: `notice` records → the same with labels; or what stands behind the labels.
#include "classify/explain.hpp"
#include "classify/labelled.hpp"
#include "classify/taxonomy_tasks.hpp"
#include "cli/file.hpp"
#include "cli/records.hpp"
#include "noticekit/correction.hpp"
#include "noticekit/label.hpp"
#include "noticekit/model.hpp"

namespace {

using namespace noticekit;

struct Own {
  std::string model, corrections, scheme, check_rules;
  std::optional<std::string> codebook;
  bool explain = false;
  bool low_confidence = false;
};

/// What all workers share.
struct Means {
  const Rules& rules;
  const Own& own;
  std::optional<Model> model;
  std::vector<Correction> corrections;
};

class Classify : public cli::Worker {
 public:
  Classify(const cli::Run& run, const Means& means) : stage_(run.tool.name), means_(means) {}

  void work(const cli::Item& item, cli::Made& made) override {
    const auto record = cli::read_item(item, stage_, made);
    if (!record) return;
    if (const auto* labelled = std::get_if<LabelledNotice>(&*record)) {
      label(labelled->notice, made);
    } else if (const auto* text = std::get_if<Text>(&*record)) {
      pass_on(item, made, text->id);
    }
    if (is_plain()) made.unread = false;
  }

 private:
  [[nodiscard]] bool is_plain() const { return means_.own.explain || means_.own.low_confidence; }

  void label(const Notice& notice, cli::Made& made) {
    const Taxonomy& taxonomy = means_.rules.taxonomy();
    Labels labels = classify(notice, taxonomy, means_.model ? &*means_.model : nullptr);
    correct(notice, taxonomy, means_.corrections, labels);
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

  void pass_on(const cli::Item& item, cli::Made& made, const std::string& id) const {
    if (!is_plain()) cli::pass_on(item, made, id);
  }

  const std::string& stage_;
  const Means& means_;
};

std::optional<Error> with_path(Error error, const std::string& path) {
  error.where.path = path;
  return error;
}

std::optional<Error> read_means(const cli::Run& run, Means& means) {
  std::string bytes;
  if (!means.own.model.empty()) {
    if (auto e = cli::read_file(means.own.model, bytes)) return e;
    auto model = read_model(bytes);
    if (!model) return with_path(std::move(model).take_error(), means.own.model);
    if (model_rules(*model) != means.rules.digest()) {
      run.diagnostics.note("the model was trained beside other rules (" + model_rules(*model) +
                           "); how sure it calls them may be off, train it again");
    }
    means.model = std::move(*model);
  }
  if (means.own.corrections.empty()) return std::nullopt;
  if (auto e = cli::read_file(means.own.corrections, bytes)) return e;
  auto corrections = read_corrections(bytes, means.rules.taxonomy());
  if (!corrections) return with_path(std::move(corrections).take_error(), means.own.corrections);
  means.corrections = std::move(*corrections);
  return std::nullopt;
}

std::optional<Error> classify_records(const cli::Run& run, const Own& own) {
  if (!own.check_rules.empty()) return cli::check_rules(run, own.check_rules);
  if (own.codebook) return cli::print_codebook(run, *own.codebook);
  if (auto e = cli::bad_scheme(*run.rules, own.scheme)) return e;
  if (own.explain && own.low_confidence)
    return Error{Errc::bad_usage, "--explain and --low-confidence ask for two different texts", {}};
  Means means{*run.rules, own, {}, {}};
  if (auto e = read_means(run, means)) return e;
  const bool plain = own.explain || own.low_confidence;
  return cli::run_records(
      run, [&] { return std::make_unique<Classify>(run, means); }, plain,
      own.low_confidence ? cli::doubtful_head() : std::string());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "train") return cli::run_train(argc - 1, argv + 1);
  if (first == "evaluate") return cli::run_evaluate(argc - 1, argv + 1);
  Own own;
  cli::Tool tool;
  tool.name = "classify";
  tool.about =
      "Labels `notice` records: genre, tier, dimension, topics, measure types, substance, each "
      "with reasons. notice-classify train makes a model of corrected labels, notice-classify "
      "evaluate compares labels; both have --help.";
  tool.leaves = "passed on unchanged: this program reads `notice` records";
  tool.shared = {.documents = false, .writes_records = true};
  tool.uses_rules = true;
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
