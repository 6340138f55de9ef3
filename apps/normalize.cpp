// notice-normalize: any file → one `text` record, or with --plain the clean text itself.
#include "cli/file.hpp"
#include "cli/tool.hpp"
#include "noticekit/text.hpp"

namespace {

using namespace noticekit;

struct Own {
  bool plain = false;
  bool no_reflow = false;
  std::string encoding;
};

class Normalize : public cli::Worker {
 public:
  explicit Normalize(const Own& own) : own_(own) {}

  void work(const cli::Item& item, cli::Made& made) override {
    if (item.kind == cli::Input::Kind::fault)
      return cli::make_error(made, item.id, "normalize", item.error);
    if (item.kind == cli::Input::Kind::records) {
      auto record = cli::read_item(item, "normalize", made);
      if (!record) return;
      if (own_.plain && std::holds_alternative<Text>(*record)) {
        made.lines += std::get<Text>(*record).utf8;
      } else {
        made.lines += item.line + "\n";
      }
      return;
    }
    const auto error = item.kind == cli::Input::Kind::raw_standard_input
                           ? cli::read_standard_input(buffer_)
                           : cli::read_file(item.path, buffer_);
    if (error) return cli::make_error(made, item.id, "normalize", *error);
    Source source;
    source.path = item.path;
    auto text = read_text(buffer_, std::move(source), DecodeOptions{own_.encoding},
                          NormalizeOptions{!own_.no_reflow});
    if (!text) return cli::make_error(made, item.id, "normalize", text.error());
    text->id = made.id = item.id;
    if (own_.plain) {
      made.lines += text->utf8;
    } else {
      write_record(made.lines, *text);
    }
  }

 private:
  const Own& own_;
  std::string buffer_;
};

}  // namespace

int main(int argc, char** argv) {
  Own own;
  cli::Tool tool;
  tool.name = "normalize";
  tool.about = "Turns any file into one `text` record: decoded, cleaned, with where it came from.";
  tool.usage = "[PATH...]";
  tool.options = [&](CLI::App& app) {
    app.add_flag("--plain", own.plain, "print the clean text itself instead of a record");
    app.add_flag("--no-reflow", own.no_reflow, "keep line ends inside sentences and page numbers");
    app.add_option("--encoding", own.encoding,
                   "read plain text as utf-8, gb18030, utf-16le or utf-16be")
        ->type_name("NAME");
  };
  return cli::run_tool(argc, argv, tool, [&](const cli::Run& run) {
    return cli::run_records(run, [&] { return std::make_unique<Normalize>(own); });
  });
}
