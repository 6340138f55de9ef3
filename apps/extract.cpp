// notice-extract: files, or `text` records → one `notice` record each.
#include "cli/records.hpp"
#include "noticekit/notice.hpp"

namespace {

using namespace noticekit;

class Extract : public cli::Worker {
 public:
  Extract(const cli::Run& run, const IngestOptions& options)
      : stage_(run.tool.name), rules_(*run.rules), options_(options) {}

  void work(const cli::Item& item, cli::Made& made) override {
    if (item.kind != cli::Input::Kind::records) {
      cli::read_documents(item, stage_, options_, buffer_, made,
                          [&](Text text) { write(std::move(text), made); });
      return;
    }
    auto record = cli::read_item(item, stage_, made);
    if (!record) return;
    if (auto* text = std::get_if<Text>(&*record)) {
      made.id = text->id;
      write(std::move(*text), made);
    } else if (const auto* labelled = std::get_if<LabelledNotice>(&*record)) {
      cli::pass_on(item, made, labelled->notice.text.id);
    }
  }

 private:
  void write(Text text, cli::Made& made) const {
    write_record(made.lines, extract(std::move(text), rules_.extract()));
  }

  const std::string& stage_;
  const Rules& rules_;
  const IngestOptions& options_;
  std::string buffer_;
};

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool;
  tool.name = "extract";
  tool.about = "Reads notices out of files or `text` records: one `notice` record each.";
  tool.leaves = "passed on unchanged: this program reads documents and `text` records";
  tool.shared = {.documents = true, .writes_records = true};
  tool.uses_rules = true;
  return cli::run_tool(argc, argv, tool, [](const cli::Run& run) -> std::optional<Error> {
    const auto options = cli::ingest_options(run);
    if (!options) return options.error();
    return cli::run_records(run, [&] { return std::make_unique<Extract>(run, *options); });
  });
}
