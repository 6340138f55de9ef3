// notice-classify: `notice` records → the same with labels.
#include "cli/tool.hpp"
#include "noticekit/label.hpp"

namespace {

using namespace noticekit;

class Classify : public cli::Worker {
 public:
  explicit Classify(const Rules& rules) : rules_(rules) {}

  void work(const cli::Item& item, cli::Made& made) override {
    if (item.kind == cli::Input::Kind::fault)
      return cli::make_error(made, item.id, "classify", item.error);
    if (item.kind != cli::Input::Kind::records) {
      Error e{Errc::unsupported_format,
              "is a document, not records; run notice-extract on it first",
              {}};
      e.where.path = item.path;
      return cli::make_error(made, item.id, "classify", std::move(e));
    }
    auto record = cli::read_item(item, "classify", made);
    if (!record) return;
    if (auto* labelled = std::get_if<LabelledNotice>(&*record)) {
      const Labels labels = classify(labelled->notice, rules_.taxonomy());
      made.id = labelled->notice.text.id;
      write_record(made.lines, labelled->notice, &labels);
    } else {
      made.lines += item.line + "\n";
    }
  }

 private:
  const Rules& rules_;
};

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool;
  tool.name = "classify";
  tool.about =
      "Labels `notice` records: genre, tier, dimension, topics, measure types, substance, each "
      "with reasons.";
  tool.usage = "[PATH...]";
  return cli::run_tool(argc, argv, tool, [&](const cli::Run& run) {
    return cli::run_records(run, [&] { return std::make_unique<Classify>(run.rules); });
  });
}
