// notice-extract: files, or `text` records → one `notice` record each.
#include "cli/file.hpp"
#include "cli/tool.hpp"
#include "noticekit/notice.hpp"

namespace {

using namespace noticekit;

class Extract : public cli::Worker {
 public:
  Extract(const Rules& rules, const std::string& encoding) : rules_(rules), encoding_(encoding) {}

  void work(const cli::Item& item, cli::Made& made) override {
    if (item.kind == cli::Input::Kind::fault)
      return cli::make_error(made, item.id, "extract", item.error);
    if (item.kind == cli::Input::Kind::records) {
      auto record = cli::read_item(item, "extract", made);
      if (!record) return;
      if (auto* text = std::get_if<Text>(&*record)) {
        read(std::move(*text), made);
      } else {
        made.lines += item.line + "\n";
      }
      return;
    }
    const auto error = item.kind == cli::Input::Kind::raw_standard_input
                           ? cli::read_standard_input(buffer_)
                           : cli::read_file(item.path, buffer_);
    if (error) return cli::make_error(made, item.id, "extract", *error);
    Source source;
    source.path = item.path;
    auto text = read_text(buffer_, std::move(source), DecodeOptions{encoding_});
    if (!text) return cli::make_error(made, item.id, "extract", text.error());
    text->id = item.id;
    read(std::move(*text), made);
  }

 private:
  void read(Text text, cli::Made& made) {
    made.id = text.id;
    write_record(made.lines, extract(std::move(text), rules_.extract()));
  }

  const Rules& rules_;
  const std::string& encoding_;
  std::string buffer_;
};

}  // namespace

int main(int argc, char** argv) {
  std::string encoding;
  cli::Tool tool;
  tool.name = "extract";
  tool.about = "Reads notices out of files or `text` records: one `notice` record each.";
  tool.usage = "[PATH...]";
  tool.options = [&](CLI::App& app) {
    app.add_option("--encoding", encoding,
                   "read plain text as utf-8, gb18030, utf-16le or utf-16be")
        ->type_name("NAME");
  };
  return cli::run_tool(argc, argv, tool, [&](const cli::Run& run) {
    return cli::run_records(run, [&] { return std::make_unique<Extract>(run.rules, encoding); });
  });
}
