// The command line through CLI11. The only file that includes it: it takes seconds to compile.
#include <CLI/CLI.hpp>

#include "cli/options.hpp"

namespace noticekit::cli {
namespace {

struct Add {
  CLI::App& app;
  const Option& option;

  void operator()(bool* target) const { app.add_flag(option.names, *target); }
  void operator()(unsigned* target) const {
    app.add_option(option.names, *target)->check(CLI::Range(0U, option.most));
  }
  void operator()(std::string* target) const {
    only_choices(app.add_option(option.names, *target));
  }
  void operator()(std::vector<std::string>* target) const {
    // One value each time: without this --rules DIR would swallow the paths that follow it.
    app.add_option(option.names, *target)->allow_extra_args(option.is_operand());
  }
  void operator()(std::optional<std::string>* target) const {
    const auto set = [target](const std::string& value) { *target = value; };
    app.add_option_function<std::string>(option.names, set)->expected(0, 1);
  }
  void only_choices(CLI::Option* added) const {
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choice_names()));
  }
};

}  // namespace

std::optional<Error> parse_options(const OptionTable& table, int argc, const char* const* argv) {
  try {
    CLI::App app;
    app.set_help_flag();  // help is an option like any other
    for (const Option& option : table) std::visit(Add{app, option}, option.target);
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::Error& e) {
    return Error{Errc::bad_usage, e.what(), {}};
  }
}

}  // namespace noticekit::cli
