// notice-report VIEW: `notice` records → a table.
#include "noticekit/report.hpp"

#include <algorithm>

#include "cli/failures.hpp"
#include "cli/progress.hpp"
#include "cli/records.hpp"
#include "cli/state.hpp"

namespace {

using namespace noticekit;

struct Own {
  std::string view;
  std::string format;
  std::string lang = "zh";
  std::string state;
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
  } else if (const auto& possible = list_formats(own.view); possible.size() == 1) {
    options.format = possible.front().name;
  }
  return options;
}

/// What is read goes into the report, what the report has ready goes out.
class Writing {
 public:
  Writing(const cli::Run& run, Report report) : report_(std::move(report)), failures_(run) {}

  std::optional<Error> open(const std::string& path, const std::string& state) {
    if (!state.empty()) {
      if (auto e = state_.emplace().open(state)) return e;
    }
    if (auto e = output_.open(path)) return e;
    return failures_.open();
  }

  [[nodiscard]] bool has_earlier_state() const { return state_ && state_->has_earlier(); }

  /// Of an earlier run.
  std::optional<Error> add_earlier(const cli::Made& made) {
    if (made.record) {
      if (const auto* labelled = std::get_if<LabelledNotice>(&*made.record))
        report_.add_earlier(labelled->notice, labelled->labels ? &*labelled->labels : nullptr);
    }
    return failures_.add(made);
  }

  std::optional<Error> add(const cli::Made& made) {
    if (made.record) {
      if (const auto* labelled = std::get_if<LabelledNotice>(&*made.record)) {
        report_.add(labelled->notice, labelled->labels ? &*labelled->labels : nullptr, out_);
        if (state_) {
          if (auto e = state_->add(*labelled)) return e;
        }
      }
    }
    for (const auto& [error, passed_on] : made.failures) {
      report_.add_error(error.id, error.stage, error.error, out_);
      if (state_) state_->keep(error.id);
    }
    if (auto e = failures_.add(made)) return e;
    return put();
  }

  std::optional<Error> finish() {
    report_.finish(out_);
    if (auto e = put()) return e;
    if (auto e = output_.close()) return e;
    if (state_) {  // after the output: what was not told yet is told again
      if (auto e = state_->close()) return e;
    }
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
  std::optional<cli::State> state_;
  std::string out_;
};

/// Reads all inputs; `take` gets each in order until it returns an error.
template <class Take>
std::optional<Error> read_all(const cli::Run& run, cli::Paths paths, const Take& take) {
  std::optional<Error> stopped;
  cli::Inputs inputs(std::move(paths));
  cli::run_stream(
      inputs, run.options.jobs, run.tool.name, [&] { return std::make_unique<Read>(run); },
      [&](const cli::Item&, const cli::Made& made) {
        stopped = take(made);
        return !stopped;
      });
  return stopped;
}

/// What `changes` compares with: the first path, or the state of the last run. `paths` keeps the
/// others.
Result<cli::Paths> earlier_of(const Own& own, cli::Paths& paths) {
  cli::Paths out = paths;
  if (!own.state.empty()) {
    out.names = {own.state};
    out.only_records = true;
    return out;
  }
  if (paths.names.size() < 2)
    return Error{Errc::bad_usage, "changes needs OLD and NEW, or --state FILE and NEW", {}};
  out.names.resize(1);
  paths.names.erase(paths.names.begin());
  return out;
}

std::optional<Error> write_report(const cli::Run& run, const Own& own) {
  if (own.view.empty()) {
    return Error{Errc::bad_usage, "a view is missing; see notice-report --help", {}};
  }
  ReportOptions options = report_options(run, own);
  options.rules = run.rules;
  std::optional<Rules> builtin;
  if (options.rules == nullptr && view_needs_rules(own.view)) {
    auto loaded = builtin_rules();
    if (!loaded) return std::move(loaded).take_error();
    options.rules = &builtin.emplace(std::move(*loaded));
  }
  auto report = Report::make(own.view, options);
  if (!report) return std::move(report).take_error();
  auto paths = cli::paths_of(run);
  if (!paths) return std::move(paths).take_error();
  if (!own.state.empty()) paths->left_out.push_back(own.state);
  const bool changes = own.view == "changes";
  if (!changes && !own.state.empty())
    return Error{Errc::bad_usage, "--state is for the view changes", {}};
  std::optional<cli::Paths> earlier;
  if (changes) {
    auto before = earlier_of(own, *paths);
    if (!before) return std::move(before).take_error();
    earlier = std::move(*before);
  }
  Writing writing(run, std::move(*report));
  if (auto e = writing.open(run.options.output, own.state)) return e;
  if (earlier && (own.state.empty() || writing.has_earlier_state())) {
    const auto take = [&](const cli::Made& made) { return writing.add_earlier(made); };
    if (auto e = read_all(run, std::move(*earlier), take)) return e;
  }
  const auto take = [&](const cli::Made& made) { return writing.add(made); };
  if (auto e = read_all(run, std::move(*paths), take)) return e;
  return writing.finish();
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
      {.names = "--state",
       .value = "FILE",
       .help = "changes: compare with what FILE kept of the last run, then keep this one there",
       .target = &own.state,
       .completes = cli::Names::file},
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
