// The option table: what a program understands, in one list. Parsing, help, man page and
// completions all read it, so nothing about an option is written twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "noticekit/error.hpp"

namespace noticekit::cli {

/// What a value names; completions offer such things.
enum class Names : std::uint8_t { nothing, file, folder };

/// Where the value goes; its type says what is understood. An optional string is an option whose
/// value may be left out.
using Target = std::variant<bool*, unsigned*, std::string*, std::optional<std::string>*,
                            std::vector<std::string>*>;

/// One of few values.
struct Choice {
  std::string name;
  std::string about;
  Choice(const char* n) : name(n) {}  // NOLINT: implicit, so that a list of names will do
  Choice(std::string_view n, std::string_view a) : name(n), about(a) {}
};

/// One option, or an operand where `names` has no dash.
struct Option {
  std::string names;  ///< "-j,--jobs"; "VIEW"
  std::string value;  ///< what the value is called, "N"; empty for a flag
  std::string help;
  Target target;
  std::vector<Choice> choices = {};  ///< the only values, where there are few
  unsigned most = 0;                 ///< the greatest number
  Names completes = Names::nothing;
  bool hidden = false;

  [[nodiscard]] bool is_operand() const { return names.front() != '-'; }
  [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
  [[nodiscard]] std::vector<std::string> choice_names() const;
  /// "-j", "--jobs".
  [[nodiscard]] std::vector<std::string> each_name() const;
};

using OptionTable = std::vector<Option>;

/// The options that all programs share. Same letter, same meaning, in every program.
struct Options {
  std::vector<std::string> paths;
  std::string paths_from;       ///< a file of NUL-separated paths
  std::string path_lines_from;  ///< a file of paths, one a line
  std::vector<std::string> include, exclude;
  unsigned jobs = 0;
  std::string output;
  std::string errors;
  std::vector<std::string> rules;
  std::optional<std::string> print_rules;
  std::string progress = "auto";
  bool quiet = false;
  bool help = false;
  bool version = false;
  bool schema = false;
  std::string split;
  bool force = false;
  bool raw = false;
  std::string encoding;
  std::string format;
  std::vector<std::string> limits;  ///< NAME=N
  std::string generate;
};

/// Which of the shared options make sense for a program.
struct Reads {
  bool documents = false;      ///< files of any kind, not only records
  bool writes_records = true;  ///< and so has a schema, and can write one file per document
};

/// The table of the shared options; they write into `options`.
OptionTable shared_options(Options& options, Reads reads);

/// Reads the command line. **Errors**: bad_usage.
std::optional<Error> parse_options(const OptionTable& table, int argc, const char* const* argv);

}  // namespace noticekit::cli
