// notice-report VIEW: `notice` records → a table.
#include "noticekit/report.hpp"

#include <algorithm>

#include "cli/failures.hpp"
#include "cli/file.hpp"
#include "cli/inputs.hpp"
#include "cli/progress.hpp"
#include "cli/records.hpp"
#include "cli/state.hpp"

namespace {

using namespace noticekit;

constexpr unsigned not_given = ~0U;

struct Own {
  std::string view;
  std::string format;
  std::string lang = "zh";
  std::string state;
  bool no_bom = false;
  unsigned columns = 0;
  std::vector<std::string> mask;
  std::string where, group_by, sort, columns_shown;
  unsigned least_units = not_given, least_share = not_given;
  AuditOptions audit;
  std::string roster;
  std::string fail_on;
  bool list_checks = false;
};

/// "a,b" and "c" as a, b, c.
std::vector<std::string> parted(const std::vector<std::string>& lists) {
  std::vector<std::string> out;
  for (const std::string& list : lists) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t comma = std::min(list.find(',', at), list.size());
      if (comma > at) out.push_back(list.substr(at, comma - at));
      at = comma + 1;
    }
  }
  return out;
}

std::optional<Error> roster_of(const std::string& path, std::vector<std::string>& out) {
  if (path.empty()) return std::nullopt;
  std::string bytes;
  if (auto e = path == "-" ? cli::read_standard_input(bytes) : cli::read_file(path, bytes))
    return e;
  auto names = read_roster(bytes);
  if (!names) {
    Error e = std::move(names).take_error();
    e.where.path = cli::printable(path);
    return e;
  }
  out = std::move(*names);
  return std::nullopt;
}

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
  options.mask = parted(own.mask);
  options.where = own.where;
  options.group_by = own.group_by;
  options.sort = own.sort;
  options.columns = own.columns_shown;
  if (own.least_units != not_given) options.common.least_units = own.least_units;
  if (own.least_share != not_given) options.common.least_percent = own.least_share;
  options.audit = own.audit;
  options.audit.enable = parted(own.audit.enable);
  options.audit.disable = parted(own.audit.disable);
  options.audit.severity = parted(own.audit.severity);
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

  /// Of an earlier run. Of its state every line is needed: what is not read there is lost when this
  /// run takes its place.
  std::optional<Error> add_earlier(const cli::Made& made) {
    for (const auto& [error, passed_on] : made.failures) {
      if (state_ && !passed_on) return error.error;
      report_.add_earlier_error(error.id, error.stage, error.error);
    }
    if (made.record) {
      if (const auto* labelled = std::get_if<LabelledNotice>(&*made.record)) {
        report_.add_earlier(labelled->notice, labelled->labels ? &*labelled->labels : nullptr);
        ++earlier_;
      }
    }
    return state_ ? std::nullopt : failures_.add(made);  // told by the run that met them
  }

  std::optional<Error> add(const cli::Made& made) {
    if (made.record) {
      if (const auto* labelled = std::get_if<LabelledNotice>(&*made.record)) {
        report_.add(labelled->notice, labelled->labels ? &*labelled->labels : nullptr, out_);
        came_ = true;
        if (state_) {
          if (auto e = state_->add(*labelled)) return e;
        }
      }
    }
    for (const auto& [error, passed_on] : made.failures) {
      came_ = true;
      report_.add_error(error.id, error.stage, error.error, out_);
      if (!state_) continue;
      if (auto e = state_->keep(error)) return e;
    }
    if (auto e = failures_.add(made)) return e;
    return put();
  }

  /// Notices of the last run that stand, for this one brought neither a notice nor an error: what
  /// ought to have written them ended, more likely than that every notice is gone.
  [[nodiscard]] std::uint64_t not_replaced() const { return state_ && !came_ ? earlier_ : 0; }
  /// Instead of finish(): the output and the state stay as they were.
  std::optional<Error> give_up() { return failures_.close(); }

  [[nodiscard]] const Report& report() const { return report_; }

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
  std::uint64_t earlier_ = 0;
  bool came_ = false;
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

/// The state cannot be read, so this run neither compares nor keeps anything.
Error state_damaged(Error e, const std::string& state) {
  const std::string file = cli::printable(state);
  e.message += "; nothing is compared and " + file +
               " stays as it is: put back a copy of it, or delete it to begin anew";
  return e;
}

Error nothing_came(const std::string& input, const std::string& state, std::uint64_t notices) {
  Error e{Errc::no_input,
          "no notice and no error came, so nothing is compared and " + cli::printable(state) +
              " keeps its " + std::to_string(notices) + (notices == 1 ? " notice" : " notices") +
              "; see whether the program that writes the records failed; where all notices are "
              "really gone, delete " +
              cli::printable(state),
          {}};
  e.where.path = cli::printable(input);
  return e;
}

/// Whether the gravest alarm is as grave as --fail-on says.
bool fails(std::string_view fail_on, std::string_view gravest) {
  if (fail_on.empty()) return false;
  return gravest == "error" || (gravest == "warn" && fail_on != "error") ||
         (gravest == "info" && fail_on == "info");
}

std::optional<Error> list_checks(const cli::Run& run, const ReportOptions& options) {
  std::string out;
  if (auto made = render(audit_catalogue(*options.rules, options.lang), options, out); !made)
    return std::move(made).take_error();
  cli::Output output;
  if (auto e = output.open(run.options.output)) return e;
  if (auto e = output.write(out)) return e;
  return output.close();
}

/// What a view has no use for is not left aside in silence.
std::optional<Error> misplaced_option(const Own& own) {
  struct Placed {
    const char* option;
    bool given;
    std::vector<std::string_view> views;
  };
  const AuditOptions& audit = own.audit;
  const Placed all[] = {
      {"--state", !own.state.empty(), {"changes"}},
      {"--least-units", own.least_units != not_given, {"common"}},
      {"--least-share", own.least_share != not_given, {"common"}},
      {"--enable", !audit.enable.empty(), {"audit", "briefing"}},
      {"--disable", !audit.disable.empty(), {"audit", "briefing"}},
      {"--severity", !audit.severity.empty(), {"audit", "briefing"}},
      {"--roster", !own.roster.empty(), {"audit", "briefing"}},
      {"--fail-on", !own.fail_on.empty(), {"audit"}},
      {"--verdicts", audit.verdicts, {"audit"}},
  };
  for (const auto& [option, given, views] : all) {
    if (!given || std::find(views.begin(), views.end(), own.view) != views.end()) continue;
    std::string message = option;
    message += views.size() == 1 ? " is for the view " : " is for the views ";
    message += views.front();
    if (views.size() > 1) message.append(" and ").append(views.back());
    return Error{Errc::bad_usage, std::move(message), {}};
  }
  return std::nullopt;
}

std::optional<Error> write_report(const cli::Run& run, const Own& own) {
  ReportOptions options = report_options(run, own);
  // Rules cost more to load than all else at the start: only where they are needed.
  std::optional<Rules> built_in;
  options.rules = run.rules;
  if (options.rules == nullptr &&
      (own.list_checks || !options.mask.empty() || view_needs_rules(own.view))) {
    auto loaded = builtin_rules();
    if (!loaded) return std::move(loaded).take_error();
    options.rules = &built_in.emplace(std::move(*loaded));
  }
  if (own.list_checks) return list_checks(run, options);
  if (own.view.empty()) {
    return Error{Errc::bad_usage, "a view is missing; see notice-report --help", {}};
  }
  if (auto e = misplaced_option(own)) return e;
  if (auto e = roster_of(own.roster, options.audit.roster)) return e;
  auto report = Report::make(own.view, options);
  if (!report) return std::move(report).take_error();
  auto paths = cli::paths_of(run);
  if (!paths) return std::move(paths).take_error();
  if (auto e = cli::refuse_overwriting("--state", own.state, run.options.paths)) return e;
  if (auto e = cli::refuse_overwriting("-o", run.options.output, {own.state})) return e;
  if (!own.state.empty()) paths->left_out.push_back(own.state);
  const bool changes = own.view == "changes";
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
    if (auto e = read_all(run, std::move(*earlier), take)) {
      if (own.state.empty()) return e;
      run.diagnostics.error(state_damaged(std::move(*e), own.state));
      return writing.give_up();
    }
  }
  const auto take = [&](const cli::Made& made) { return writing.add(made); };
  const std::string input = paths->names.empty() ? "-" : paths->names.front();
  if (auto e = read_all(run, std::move(*paths), take)) return e;
  if (const std::uint64_t notices = writing.not_replaced(); notices != 0) {
    run.diagnostics.error(nothing_came(input, own.state, notices));
    return writing.give_up();
  }
  if (auto e = writing.finish()) return e;
  if (fails(own.fail_on, writing.report().gravest())) run.diagnostics.fail_check();
  return std::nullopt;
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
       1000},
      {"--where", "COND", "only what fits: topic=party_dues and (status=unclear or problem~现金)",
       &own.where},
      {"--group-by",
       "FIELD",
       "rows by group, each with its subtotal",
       &own.group_by,
       {"issuer", "tier", "year", "group", "dimension", "topic"}},
      {"--sort", "COLUMNS", "order rows by columns, by their keys; -KEY: downwards", &own.sort},
      {"--columns", "COLUMNS", "show these columns, by their keys, in this order",
       &own.columns_shown},
      {"--least-units",
       "N",
       "common: list a topic from N units on; 3",
       &own.least_units,
       {},
       100000},
      {"--least-share",
       "PERCENT",
       "common: or from this share of all units on; 30",
       &own.least_share,
       {},
       100},
      {"--mask", "KINDS",
       "hide names, phones, ids, addresses (all: these four) or officials in every cell; briefing: "
       "all, "
       "unless none",
       &own.mask},
      {"--enable", "CHECKS", "audit: only these checks or families (count,date.order)",
       &own.audit.enable},
      {"--disable", "CHECKS", "audit: none of these checks or families", &own.audit.disable},
      {"--severity", "CHECK=LEVEL", "audit: how grave a check is: error, warn or info",
       &own.audit.severity},
      {"--fail-on",
       "LEVEL",
       "audit: end with status 3 where an alarm is at least as grave",
       &own.fail_on,
       {"error", "warn", "info"}},
      {"--roster",
       "FILE",
       "audit: units that should have reported, one a line",
       &own.roster,
       {},
       0,
       cli::Names::file},
      {"--verdicts", "", "audit: a row for every check of every notice, alarm or not",
       &own.audit.verdicts},
      {"--list-checks", "", "print the catalogue of checks, and end", &own.list_checks}};
  return cli::run_tool(argc, argv, tool,
                       [&](const cli::Run& run) { return write_report(run, own); });
}
