// notice-report VIEW: `notice` records → a table.
#include "noticekit/report.hpp"

#include "cli/file.hpp"
#include "cli/progress.hpp"
#include "cli/tool.hpp"

namespace {

using namespace noticekit;

std::vector<std::string> names(const std::vector<NamedAbout>& list) {
  std::vector<std::string> out;
  for (const NamedAbout& n : list) out.emplace_back(n.name);
  return out;
}

struct Own {
  std::string view;
  std::string format;
  std::string lang = "zh";
  bool no_bom = false;
  unsigned width = 0;
};

/// Hands every record on as it is read; the report is one and stands behind the stream.
class Read : public cli::Worker {
 public:
  explicit Read(Report& report, std::string& out) : report_(report), out_(out) {}

  void work(const cli::Item& item, cli::Made& made) override {
    if (item.kind == cli::Input::Kind::fault) return fail(item.id, "report", item.error, made);
    if (item.kind != cli::Input::Kind::records) {
      Error e{Errc::unsupported_format,
              "is a document, not records; run notice-extract on it first",
              {}};
      e.where.path = item.path;
      return fail(item.id, "report", e, made);
    }
    auto record = read_record(item.line);
    if (!record) {
      Error e = std::move(record).take_error();
      e.where.path = item.path;
      e.where.line = item.number;
      return fail(item.path + ":" + std::to_string(item.number), "report", e, made);
    }
    if (const auto* n = std::get_if<LabelledNotice>(&*record)) {
      report_.add(n->notice, n->labels ? &*n->labels : nullptr, out_);
    } else if (const auto* error = std::get_if<ErrorRecord>(&*record)) {
      fail(error->id, error->stage, error->error, made);
    }
  }

 private:
  void fail(const std::string& id, const std::string& stage, const Error& error, cli::Made& made) {
    report_.add_error(id, stage, error, out_);
    made.errors.push_back(error);
  }

  Report& report_;
  std::string& out_;
};

std::optional<Error> write_report(const cli::Run& run, const Own& own) {
  ReportOptions options;
  options.lang = own.lang == "en" ? Language::en : Language::zh;
  options.bom = !own.no_bom;
  options.width = own.width;
  if (!own.format.empty()) {
    options.format = own.format;
  } else if (const auto format = format_of(run.options.output); !format.empty()) {
    options.format = format;
  }
  auto report = Report::make(own.view, options);
  if (!report) return report.error();
  cli::Output output;
  if (auto e = output.open(run.options.output)) return e;
  std::string out;
  std::optional<Error> failed;
  cli::run_stream(
      cli::find_inputs(run.options.paths, false), 1,
      [&] { return std::make_unique<Read>(*report, out); },
      [&](const cli::Made& made) {
        for (const Error& e : made.errors) run.diagnostics.error(e);
        failed = output.write(out);
        out.clear();
        return !failed;
      });
  if (failed) return failed;
  report->finish(out);
  if (auto e = output.write(out)) return e;
  return output.close();
}

}  // namespace

int main(int argc, char** argv) {
  Own own;
  cli::Tool tool;
  tool.name = "report";
  tool.about =
      "Makes tables for people out of `notice` records: summary (统计表) and ledger (整改台账).";
  tool.usage = "VIEW [PATH...]";
  tool.writes_records = false;
  tool.options = [&](CLI::App& app) {
    app.add_option("VIEW", own.view, "what to make: summary (统计表) or ledger (整改台账)")
        ->required()
        ->type_name("")
        ->check(CLI::IsMember(names(list_views())));
    app.add_option("--format", own.format,
                   "text, markdown, csv or jsonl; else by the suffix of -o, else text")
        ->type_name("FORMAT");
    app.add_option("--lang", own.lang, "language of headings and notes: zh or en")
        ->type_name("LANG")
        ->check(CLI::IsMember({"zh", "en"}));
    app.add_flag("--no-bom", own.no_bom, "CSV without a byte order mark");
    app.add_option("--width", own.width, "keep text tables to N terminal columns; 0: no limit")
        ->type_name("N")
        ->check(CLI::Range(0, 1000));
  };
  return cli::run_tool(argc, argv, tool,
                       [&](const cli::Run& run) { return write_report(run, own); });
}
