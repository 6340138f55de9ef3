#include "cli/options.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "cli/generate.hpp"

namespace noticekit::cli {
namespace {

constexpr Reads everything{.documents = true, .writes_records = true};

std::optional<Error> parse(Options& options, std::vector<const char*> words,
                           Reads reads = everything) {
  words.insert(words.begin(), "notice-test");
  return parse_options(shared_options(options, reads), static_cast<int>(words.size()),
                       words.data());
}

using Words = std::vector<std::string>;

TEST_CASE("each option has help, a value name, and names of its own") {
  Options options;
  std::set<std::string> seen;
  for (const Option& o : shared_options(options, everything)) {
    INFO(o.names);
    CHECK_FALSE(o.help.empty());
    CHECK(o.help.back() != '.');
    CHECK(o.value.empty() == o.is_flag());
    for (const std::string& name : o.each_name()) CHECK(seen.insert(name).second);
  }
}

TEST_CASE("each option stands in the help, the man page and every completion") {
  const Tool tool{"extract", "About.", "left", everything, false, {}};
  Options options;
  const Program program{"notice-extract", tool, shared_options(options, everything)};
  for (const char* what : {"help", "man", "bash", "zsh", "fish"}) {
    const std::string text = generate(program, what);
    for (const Option& o : program.table) {
      if (o.hidden || o.is_operand()) continue;
      for (std::string name : o.each_name()) {
        if (what == std::string("fish"))
          name = name[1] == '-' ? "-l " + name.substr(2) : "-s " + name.substr(1);
        if (what == std::string("man")) {
          for (std::size_t i = 0; (i = name.find('-', i)) != std::string::npos; i += 2)
            name.insert(i, "\\");
        }
        INFO(what << " " << name);
        CHECK(text.find(name) != std::string::npos);
      }
    }
    CHECK(text.find("--generate") == std::string::npos);
  }
}

TEST_CASE("every man page has its hand-written parts") {
  for (const char* name : {"normalize", "extract", "classify", "report"}) {
    const ManParts parts = man_parts(name);
    INFO(name);
    CHECK(parts.before.rfind(".SH DESCRIPTION\n", 0) == 0);
    CHECK(parts.after.find(".SH EXIT STATUS\n") != std::string::npos);
    CHECK(parts.after.find(".SH EXAMPLES\n") != std::string::npos);
  }
}

TEST_CASE("an option takes one value and leaves the paths alone") {
  Options o;
  REQUIRE_FALSE(parse(o, {"--rules", "r1", "a.txt", "--rules", "r2", "-j4", "b.txt", "-"}));
  CHECK(o.rules == Words{"r1", "r2"});
  CHECK(o.paths == Words{"a.txt", "b.txt", "-"});
  CHECK(o.jobs == 4);
}

TEST_CASE("short and long forms, with and without =, mean the same") {
  for (const auto& words : std::vector<std::vector<const char*>>{
           {"-j", "3", "-q", "-o", "x"}, {"--jobs=3", "--quiet", "--output=x"}, {"-qj3", "-ox"}}) {
    Options o;
    REQUIRE_FALSE(parse(o, words));
    CHECK(o.jobs == 3);
    CHECK(o.quiet);
    CHECK(o.output == "x");
  }
}

TEST_CASE("a path that begins with a dash may stand after --") {
  Options o;
  REQUIRE_FALSE(parse(o, {"--", "-x.txt"}));
  CHECK(o.paths == Words{"-x.txt"});
}

TEST_CASE("the folder of --print-rules may be left out") {
  Options without;
  REQUIRE_FALSE(parse(without, {"--print-rules"}));
  CHECK(without.print_rules == std::optional<std::string>(""));
  Options with;
  REQUIRE_FALSE(parse(with, {"--print-rules", "d"}));
  CHECK(with.print_rules == std::optional<std::string>("d"));
  Options none;
  REQUIRE_FALSE(parse(none, {}));
  CHECK_FALSE(none.print_rules);
}

TEST_CASE("what is not understood is bad usage") {
  for (const auto& words : std::vector<std::vector<const char*>>{{"--nonesuch"},
                                                                 {"-j", "257"},
                                                                 {"-j", "-1"},
                                                                 {"-j", "many"},
                                                                 {"-o"},
                                                                 {"--progress", "maybe"},
                                                                 {"--encoding", "latin-1"}}) {
    Options o;
    const auto error = parse(o, words);
    INFO(words.front());
    REQUIRE(error);
    CHECK(error->code == Errc::bad_usage);
    CHECK(error->message.find('\n') == std::string::npos);
  }
}

TEST_CASE("a program that reads records only has no options for documents") {
  Options o;
  CHECK(parse(o, {"--raw"}, {.documents = false, .writes_records = true}));
  CHECK(parse(o, {"--split", "d"}, {.documents = false, .writes_records = false}));
}

}  // namespace
}  // namespace noticekit::cli
