// notice-extract: files, or `text` records → one `notice` record each.
#include <algorithm>

#include "cli/records.hpp"
#include "noticekit/notice.hpp"

namespace {

using namespace noticekit;

class Extract : public cli::Worker {
 public:
  Extract(const cli::Run& run, const IngestOptions& options, bool explained)
      : stage_(run.tool.name), rules_(*run.rules), options_(options), explained_(explained) {}

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
      cli::note_damage(*text, made);
      write(std::move(*text), made);
    } else if (const auto* labelled = std::get_if<LabelledNotice>(&*record)) {
      cli::pass_on(item, made, labelled->notice.text.id);
    }
  }

 private:
  void write(Text text, cli::Made& made) const {
    const Notice notice = extract(std::move(text), rules_.extract());
    if (explained_) {
      tell(notice, made.lines);
    } else {
      write_record(made.lines, notice);
    }
  }

  /// The text for a person: each block under its role and the rule that decided it.
  void tell(const Notice& notice, std::string& out) const {
    out += "== " + notice.text.id + "\n";
    std::uint32_t from = 0;
    std::size_t line = 1;
    for (const BlockReason& r : explain(notice, rules_.extract())) {
      const Span span = r.block.span;
      line += lines_in(notice.view({from, span.begin.value}));
      from = span.begin.value;
      out += std::to_string(line) + "\t[" + role_name(r.block.role) + "]";
      if (r.rule.empty()) {
        out += " by its place\n";
      } else {
        out += " " + r.rule + " \u201c" + std::string(notice.view(r.words)) + "\u201d\n";
      }
      out += notice.view(span);
      if (out.back() != '\n') out += '\n';
    }
    for (const Defect& d : notice.defects) {
      out +=
          "defect " + d.kind + " \u201c" + std::string(notice.view(d.span)) + "\u201d: " + d.hint;
      out += '\n';
    }
  }

  static std::size_t lines_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }

  const std::string& stage_;
  const Rules& rules_;
  const IngestOptions& options_;
  bool explained_;
  std::string buffer_;
};

}  // namespace

int main(int argc, char** argv) {
  bool explained = false;
  cli::Tool tool;
  tool.name = "extract";
  tool.about = "Reads notices out of files or `text` records: one `notice` record each.";
  tool.leaves = "passed on unchanged: this program reads documents and `text` records";
  tool.shared = {.documents = true, .writes_records = true};
  tool.uses_rules = true;
  tool.options = {{"--explain", "",
                   "for people: print the text with what each block was taken for and the rule "
                   "that decided it, instead of records",
                   &explained}};
  return cli::run_tool(argc, argv, tool, [&](const cli::Run& run) -> std::optional<Error> {
    const auto options = cli::ingest_options(run);
    if (!options) return options.error();
    return cli::run_records(
        run, [&] { return std::make_unique<Extract>(run, *options, explained); }, explained);
  });
}
