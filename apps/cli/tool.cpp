#include "cli/tool.hpp"

#include <cstdio>

#include "cli/file.hpp"
#include "cli/generate.hpp"
#include "cli/progress.hpp"
#include "cli/split.hpp"
#include "noticekit/version.hpp"

#ifndef NOTICEKIT_PROGRAM_PREFIX
#define NOTICEKIT_PROGRAM_PREFIX "notice-"
#endif

namespace noticekit::cli {
namespace {

constexpr int done = 0;
constexpr int some_errors = 1;
constexpr int could_not_run = 2;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

/// All rule files as one JSON object: what --rules reads when its members are written as files.
std::string rules_as_json(const Rules& rules) {
  std::string out = "{";
  for (const RuleFile& f : print_rules(rules)) {
    if (out.size() > 1) out += ",";
    out += "\n\"" + f.name + "\": " + f.json;
  }
  return out + "\n}\n";
}

}  // namespace

int run_tool(int argc, char** argv, const Tool& tool,
             const std::function<std::optional<Error>(const Run&)>& body) {
  const std::string program = NOTICEKIT_PROGRAM_PREFIX + tool.name;
  Options options;
  CLI::App app(tool.about, program);
  app.set_help_flag("-h,--help", "print this help and end");
  app.get_formatter()->column_width(28);
  tool.options(app);  // first: an operand of its own stands before PATH
  add_options(app, options, tool.writes_records);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    print(app.help());
    return done;
  } catch (const CLI::ParseError& e) {
    Diagnostics(program, false)
        .error({Errc::bad_usage, std::string(e.what()) + "; see " + program + " --help", {}});
    return could_not_run;
  }
  Diagnostics diagnostics(program, options.quiet);
  if (!options.generate.empty()) {
    print(generate(app, tool, program, options.generate));
    return done;
  }
  if (options.schema) {
    print(std::string(record_schema(tool.name)));
    return done;
  }
  std::vector<Error> faults;
  auto rules = load_rules(options.rules, faults);
  if (!rules) {
    for (const Error& e : faults) diagnostics.error(e);
    if (faults.empty()) diagnostics.error(rules.error());
    return could_not_run;
  }
  if (options.version) {
    print(program + " " + version() + "\nrules " + rules->digest() + "\nICU " + icu_version() +
          "\n");
    return done;
  }
  if (options.print_rules) {
    print(rules_as_json(*rules));
    return done;
  }
  if (const auto error = body(Run{options, *rules, diagnostics})) {
    diagnostics.error(*error);
    return could_not_run;
  }
  return diagnostics.errors() == 0 ? done : some_errors;
}

void make_error(Made& made, const std::string& id, const std::string& stage, Error error) {
  ErrorRecord record{id, stage, error};
  write_record(made.error_lines, record);
  made.errors.push_back(std::move(error));
}

std::optional<Record> read_item(const Item& item, const std::string& stage, Made& made) {
  auto record = read_record(item.line);
  if (!record) {
    Error e = std::move(record).take_error();
    e.where.path = item.path;
    e.where.line = item.number;
    make_error(made, item.path + ":" + std::to_string(item.number), stage, std::move(e));
    return std::nullopt;
  }
  if (const auto* error = std::get_if<ErrorRecord>(&*record)) {
    // Passed on as it is. An earlier program has told it; the status stays honest.
    made.error_lines += item.line + "\n";
    Error e = error->error;
    if (e.where.path.empty()) e.where.path = error->id;
    e.message += " (passed on from " + error->stage + ")";
    made.errors.push_back(std::move(e));
    return std::nullopt;
  }
  if (std::holds_alternative<UnknownRecord>(*record)) {
    made.lines += item.line + "\n";
    return std::nullopt;
  }
  return std::move(record).value();
}

std::optional<Error> run_records(const Run& run, const MakeWorker& make_worker) {
  const Options& o = run.options;
  Output results;
  Output errors;
  if (auto e = results.open(o.output)) return e;
  if (!o.errors.empty()) {
    if (auto e = errors.open(o.errors)) return e;
  }
  const std::vector<Input> inputs = find_inputs(o.paths, o.raw);
  Progress progress(o.progress, inputs.size());
  std::optional<Split> split;
  if (!o.split.empty()) {
    split.emplace(o.split, o.force);
    if (auto e = split->plan(inputs)) return e;
  }
  std::optional<Error> failed;
  const MakeWorker guarded = [&]() -> std::unique_ptr<Worker> {
    return split ? split->skipping(make_worker()) : make_worker();
  };
  run_stream(inputs, o.jobs, guarded, [&](const Made& made) {
    progress.step();
    for (const Error& e : made.errors) {
      progress.erase();
      run.diagnostics.error(e);
    }
    if (split) {
      split->add(made);
    } else {
      failed = results.write(made.lines);
    }
    if (!failed) failed = (o.errors.empty() ? results : errors).write(made.error_lines);
    if (!failed && split) failed = split->failed();
    return !failed;
  });
  progress.erase();
  if (failed) return failed;
  if (auto e = results.close()) return e;
  if (!o.errors.empty()) {
    if (auto e = errors.close()) return e;
  }
  if (split) run.diagnostics.note(split->summary());
  return std::nullopt;
}

}  // namespace noticekit::cli
