#include "cli/tool.hpp"

#include <csignal>
#include <exception>
#include <vector>

#include "cli/file.hpp"
#include "cli/generate.hpp"
#include "cli/progress.hpp"
#include "noticekit/record.hpp"
#include "noticekit/version.hpp"

#ifndef NOTICEKIT_PROGRAM_PREFIX
#define NOTICEKIT_PROGRAM_PREFIX "notice-"
#endif

namespace noticekit::cli {
namespace {

enum Status : int { done = 0, some_errors = 1, could_not_run = 2, check_failed = 3 };

Program program_of(const Tool& tool, Options& options) {
  Program out{NOTICEKIT_PROGRAM_PREFIX, tool, tool.options};
  out.name += tool.name;
  for (Option& option : shared_options(options, tool.shared))
    out.table.push_back(std::move(option));
  for (const Tool& command : tool.commands) out.commands.push_back(program_of(command, options));
  return out;
}

using Body = std::function<std::optional<Error>(const Run&)>;

std::optional<Error> print(const std::string& text) {
  Output out;
  if (auto e = out.write(text)) return e;
  return out.close();
}

/// All rule files as one JSON object, or as files in `folder`, from which --rules reads them again.
std::optional<Error> put_rules(const Rules& rules, const std::string& folder) {
  std::string object = "{";
  for (const RuleFile& file : print_rules(rules)) {
    if (!folder.empty()) {
      if (auto e = write_file(folder + "/" + file.name, file.json)) return e;
      continue;
    }
    object += object.size() > 1 ? ",\n\"" : "\n\"";
    object += file.name;
    object += "\": ";
    object += file.json;
    while (object.back() == '\n') object.pop_back();
  }
  object += "\n}\n";
  return folder.empty() ? print(object) : std::nullopt;
}

std::string version_lines(const std::string& program, const Rules& rules) {
  std::string out = program;
  out.append(" ").append(version());
  out.append("\nrules ").append(rules.digest());
  out.append("\nICU ").append(icu_version()).append("\n");
  return out;
}

/// What was asked for instead of a run, if anything; `error` where that failed.
bool print_instead(const Program& program, const Options& o, std::optional<Error>& error) {
  if (o.help) {
    error = print(generate(program, "help"));
  } else if (!o.generate.empty()) {
    error = print(generate(program, o.generate));
  } else if (o.schema) {
    error = print(record_schema(program.tool.name));
  } else {
    return false;
  }
  return true;
}

std::optional<Error> contradiction(const Options& o) {
  const auto bad = [](const char* sentence) { return Error{Errc::bad_usage, sentence, {}}; };
  if (!o.output.empty() && o.output == o.errors && o.output != "-")
    return bad("-o and --errors name the same file");
  if (auto e = refuse_overwriting("-o", o.output, o.paths)) return e;
  if (auto e = refuse_overwriting("--errors", o.errors, o.paths)) return e;
  if (o.force && o.split.empty()) return bad("--force says something only with --split");
  if (o.paths_from == "-" && o.path_lines_from == "-")
    return bad("standard input cannot be two lists");
  if ((o.paths_from == "-" || o.path_lines_from == "-") && o.raw)
    return bad("standard input cannot be a list and a document");
  if (o.raw && !o.paths.empty() && o.paths != std::vector<std::string>{"-"})
    return bad("--raw is for standard input; a file that is named is read as what it is");
  return std::nullopt;
}

/// The status, but for what `diagnostics` counted.
Status run_program(const Program& program, const Options& o, Diagnostics& diagnostics,
                   const Body& body) {
  std::optional<Error> error = contradiction(o);
  const auto finished = [&] {
    if (error) diagnostics.error(*error);
    return error ? could_not_run : done;
  };
  if (error || print_instead(program, o, error)) return finished();

  // Loading costs more than all else at the start, so it is done only where it is needed.
  std::optional<Rules> rules;
  if (program.tool.uses_rules || o.version || o.print_rules || !o.rules.empty()) {
    std::vector<Error> faults;
    auto loaded = load_rules(o.rules, faults);
    if (!loaded) {
      if (faults.empty()) faults.push_back(loaded.error());
      for (const Error& fault : faults) diagnostics.error(fault);
      return could_not_run;
    }
    rules = std::move(loaded).value();
  }
  if (o.version) {
    error = print(version_lines(program.name, *rules));
  } else if (o.print_rules) {
    error = put_rules(*rules, *o.print_rules);
  } else {
    if (o.paths.empty() && o.paths_from.empty() && o.path_lines_from.empty() &&
        standard_input_is_terminal())
      diagnostics.note("reads from the terminal; name a file or folder, or end with Ctrl-D");
    error = body(Run{program.tool, o, rules ? &*rules : nullptr, diagnostics});
  }
  return finished();
}

}  // namespace

int run_tool(int argc, const char* const* argv, const Tool& tool, const Body& body) {
  std::signal(SIGPIPE, SIG_DFL);  // whoever started us: `| head` ends us quietly
  Options options;
  const Program program = program_of(tool, options);
  if (auto error = parse_options(program.table, argc, argv)) {
    error->message += "; see " + program.name + " --help";
    Diagnostics(program.name, false).error(*error);
    return could_not_run;
  }
  Diagnostics diagnostics(program.name, options.quiet);
  try {
    if (run_program(program, options, diagnostics, body) == could_not_run) return could_not_run;
  } catch (const std::exception& e) {
    diagnostics.error({Errc::internal, std::string("a defect of noticekit: ") + e.what(), {}});
    return could_not_run;
  }
  // An alarm that was asked for is told even where documents failed beside it.
  if (diagnostics.check_failed()) return check_failed;
  return diagnostics.errors() != 0 ? some_errors : done;
}

}  // namespace noticekit::cli
