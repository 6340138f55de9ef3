// notice-normalize: any file → one `text` record, or with --plain the clean text itself.
#include "cli/records.hpp"
#include "noticekit/text.hpp"

namespace {

using namespace noticekit;

struct Own {
  bool plain = false;
  bool no_reflow = false;
};

class Normalize : public cli::Worker {
 public:
  Normalize(const cli::Run& run, const IngestOptions& options, bool plain)
      : stage_(run.tool.name), options_(options), plain_(plain) {}

  void work(const cli::Item& item, cli::Made& made) override {
    if (item.kind == cli::Input::Kind::records) return work_on_record(item, made);
    cli::read_documents(item, stage_, options_, buffer_, made, [&](const Text& text) {
      if (plain_) {
        made.lines += text.utf8;
      } else {
        write_record(made.lines, text);
      }
    });
  }

 private:
  void work_on_record(const cli::Item& item, cli::Made& made) {
    auto record = cli::read_item(item, stage_, made);
    const Text* text = nullptr;
    if (record) {
      const auto* notice = std::get_if<LabelledNotice>(&*record);
      text = notice != nullptr ? &notice->notice.text : std::get_if<Text>(&*record);
    }
    if (plain_) {
      made.lines = text != nullptr ? text->utf8 : std::string();
      if (text != nullptr) made.id = text->id;
    } else if (text != nullptr) {
      cli::pass_on(item, made, text->id);
    }
  }

  const std::string& stage_;
  const IngestOptions& options_;
  bool plain_;
  std::string buffer_;
};

}  // namespace

int main(int argc, char** argv) {
  Own own;
  cli::Tool tool;
  tool.name = "normalize";
  tool.about = "Turns any file into one `text` record: decoded, cleaned, with where it came from.";
  tool.leaves = "passed on unchanged: this program reads documents";
  tool.shared = {.documents = true, .writes_records = true};
  tool.options = {
      {"--plain", "", "write the clean text itself instead of records", &own.plain},
      {"--no-reflow", "", "keep line ends inside sentences, and page numbers", &own.no_reflow}};
  return cli::run_tool(argc, argv, tool, [&](const cli::Run& run) -> std::optional<Error> {
    auto options = cli::ingest_options(run);
    if (!options) return std::move(options).take_error();
    options->normalize.reflow = !own.no_reflow;
    return cli::run_records(
        run, [&] { return std::make_unique<Normalize>(run, *options, own.plain); }, own.plain);
  });
}
