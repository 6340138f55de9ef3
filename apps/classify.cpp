// notice-classify: `notice` records → the same with labels.
#include "cli/records.hpp"
#include "noticekit/label.hpp"

namespace {

using namespace noticekit;

class Classify : public cli::Worker {
 public:
  explicit Classify(const cli::Run& run) : stage_(run.tool.name), rules_(*run.rules) {}

  void work(const cli::Item& item, cli::Made& made) override {
    const auto record = cli::read_item(item, stage_, made);
    if (!record) return;
    if (const auto* labelled = std::get_if<LabelledNotice>(&*record)) {
      const Labels labels = classify(labelled->notice, rules_.taxonomy());
      made.id = labelled->notice.text.id;
      write_record(made.lines, labelled->notice, &labels);
    } else if (const auto* text = std::get_if<Text>(&*record)) {
      cli::pass_on(item, made, text->id);
    }
  }

 private:
  const std::string& stage_;
  const Rules& rules_;
};

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool;
  tool.name = "classify";
  tool.about =
      "Labels `notice` records: genre, tier, dimension, topics, measure types, substance, each "
      "with reasons.";
  tool.leaves = "passed on unchanged: this program reads `notice` records";
  tool.shared = {.documents = false, .writes_records = true};
  tool.uses_rules = true;
  return cli::run_tool(argc, argv, tool, [](const cli::Run& run) {
    return cli::run_records(run, [&] { return std::make_unique<Classify>(run); });
  });
}
