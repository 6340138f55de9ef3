#include "classify/taxonomy_tasks.hpp"

#include "cli/file.hpp"
#include "noticekit/label.hpp"

namespace noticekit::cli {

std::optional<Error> bad_scheme(const Rules& rules, const std::string& scheme) {
  std::string known = "auto";
  for (const std::string& name : list_schemes(rules.taxonomy())) known += ", " + name;
  if (scheme.empty() || (", " + known + ",").find(", " + scheme + ",") != std::string::npos)
    return std::nullopt;
  return Error{Errc::bad_usage, "--scheme: \"" + scheme + "\" is none of " + known, {}};
}

/// Every fault of the rule files of a folder, laid over the rules in force.
std::optional<Error> check_rules(const Run& run, const std::string& folder) {
  std::vector<std::string> folders = run.options.rules;
  folders.push_back(folder);
  std::vector<Error> faults;
  auto rules = load_rules(folders, faults);
  if (rules) {
    run.diagnostics.note(folder + ": no fault; with it the rules are " + rules->digest());
    return std::nullopt;
  }
  for (std::size_t i = 0; i + 1 < faults.size(); ++i) run.diagnostics.error(faults[i]);
  return faults.empty() ? rules.error() : faults.back();
}

std::optional<Error> print_codebook(const Run& run, const std::string& format) {
  if (!format.empty() && format != "markdown" && format != "csv")
    return Error{Errc::bad_usage, "--codebook: markdown or csv", {}};
  const auto as = format == "csv" ? CodebookFormat::csv : CodebookFormat::markdown;
  Output out;
  if (auto e = out.open(run.options.output)) return e;
  if (auto e = out.write(codebook(*run.rules, as))) return e;
  return out.close();
}

}  // namespace noticekit::cli
