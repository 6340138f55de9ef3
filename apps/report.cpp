// notice-report VIEW: `notice` records → a table.
#include "noticekit/report.hpp"

#include <algorithm>

#include "cli/failures.hpp"
#include "cli/progress.hpp"
#include "cli/records.hpp"

namespace {

using namespace noticekit;

struct Own {
  std::string view;
  std::string format;
  std::string lang = "zh";
  bool no_bom = false;
  unsigned columns = 0;
};

/// Reads records; the report is one and takes them in order from the sink.
class Read : public cli::Worker {
 public:
  explicit Read(const cli::Run& run) : stage_(run.tool.name) {}

  void work(const cli::Item& item, cli::Made& made) override {
    made.record = cli::read_item(item, stage_, made);
    made.unread |= made.record && !std::holds_alternative<LabelledNotice>(*made.record);
  }

 private:
  const std::string& stage_;
};

std::vector<cli::Choice> views() {
  std::vector<cli::Choice> out;
  for (const NamedAbout& v : list_views()) out.emplace_back(v.name, v.about);
  return out;
}

/// The formats of all views; which view has which, the report says.
std::vector<cli::Choice> formats() {
  std::vector<cli::Choice> out;
  for (const NamedAbout& view : list_views()) {
    for (const NamedAbout& format : list_formats(view.name)) {
      const auto same = [&](const cli::Choice& c) { return c.name == format.name; };
      if (std::none_of(out.begin(), out.end(), same)) out.emplace_back(format.name, "");
    }
  }
  return out;
}

ReportOptions report_options(const cli::Run& run, const Own& own) {
  ReportOptions options;
  options.lang = own.lang == "en" ? Language::en : Language::zh;
  options.bom = !own.no_bom;
  options.width = own.columns;
  const std::string& file = run.options.output;
  if (options.width == 0 && file.empty()) options.width = cli::terminal_columns();
  if (!own.format.empty()) {
    options.format = own.format;
  } else if (const auto format = format_of(file); !format.empty()) {
    options.format = format;
  }
  return options;
}

/// What is read goes into the report, what the report has ready goes out.
class Writing {
 public:
  Writing(const cli::Run& run, Report report) : report_(std::move(report)), failures_(run) {}

  std::optional<Error> open(const std::string& path) {
    if (auto e = output_.open(path)) return e;
    return failures_.open();
  }

  std::optional<Error> add(const cli::Made& made) {
    if (made.record) {
      if (const auto* labelled = std::get_if<LabelledNotice>(&*made.record))
        report_.add(labelled->notice, labelled->labels ? &*labelled->labels : nullptr, out_);
    }
    for (const auto& [error, passed_on] : made.failures)
      report_.add_error(error.id, error.stage, error.error, out_);
    if (auto e = failures_.add(made)) return e;
    return put();
  }

  std::optional<Error> finish() {
    report_.finish(out_);
    if (auto e = put()) return e;
    if (auto e = output_.close()) return e;
    return failures_.close();
  }

 private:
  std::optional<Error> put() {
    auto e = output_.write(out_);
    out_.clear();
    return e;
  }

  Report report_;
  cli::Failures failures_;
  cli::Output output_;
  std::string out_;
};

std::optional<Error> write_report(const cli::Run& run, const Own& own) {
  if (own.view.empty()) {
    return Error{Errc::bad_usage, "a view is missing; see notice-report --help", {}};
  }
  auto report = Report::make(own.view, report_options(run, own));
  if (!report) return std::move(report).take_error();
  auto paths = cli::paths_of(run);
  if (!paths) return std::move(paths).take_error();
  Writing writing(run, std::move(*report));
  if (auto e = writing.open(run.options.output)) return e;
  std::optional<Error> stopped;
  cli::Inputs inputs(std::move(*paths));
  cli::run_stream(
      inputs, run.options.jobs, run.tool.name, [&] { return std::make_unique<Read>(run); },
      [&](const cli::Item&, const cli::Made& made) {
        stopped = writing.add(made);
        return !stopped;
      });
  return stopped ? stopped : writing.finish();
}

}  // namespace

int main(int argc, char** argv) {
  Own own;
  cli::Tool tool;
  tool.name = "report";
  tool.about = "Makes tables for people out of `notice` records.";
  tool.leaves = "left out: no notices";
  tool.shared = {.documents = false, .writes_records = false};
  tool.options = {
      {"VIEW", "", "what to make", &own.view, views()},
      {"--format", "NAME", "how it looks, where the suffix of -o does not say", &own.format,
       formats()},
      {"--lang", "NAME", "language of headings and notes", &own.lang, {"zh", "en"}},
      {"--no-bom", "", "CSV without the byte order mark that spreadsheets want", &own.no_bom},
      {"--width",
       "N",
       "fit text tables into N columns; 0, the default: the terminal's",
       &own.columns,
       {},
       1000}};
  return cli::run_tool(argc, argv, tool,
                       [&](const cli::Run& run) { return write_report(run, own); });
}
