#include "cli/options.hpp"

namespace noticekit::cli {

void add_options(CLI::App& app, Options& o, bool writes_records) {
  app.add_option("PATH", o.paths,
                 "a file, a folder (walked in sorted order), a .jsonl file of records, or - for "
                 "standard input; "
                 "without PATH standard input holds records")
      ->type_name("");
  app.add_option("-j,--jobs", o.jobs,
                 "workers; 0: as many as there are cores. Never changes a byte of the output")
      ->type_name("N")
      ->check(CLI::Range(0, 256));
  app.add_option("-o,--output", o.output,
                 "write to FILE (aside, renamed when whole) instead of standard output")
      ->type_name("FILE");
  app.add_option("--errors", o.errors, "write error records to FILE instead of among the results")
      ->type_name("FILE");
  app.add_option("--rules", o.rules,
                 "lay the rule files of DIR over the built-in ones; may be repeated")
      ->type_name("DIR");
  app.add_flag("--print-rules", o.print_rules,
               "print the rules in force as one JSON object, file name to contents, and end");
  app.add_option("--progress", o.progress, "show progress: auto (on a terminal), never, always")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "never", "always"}));
  app.add_flag("-q,--quiet", o.quiet, "no notes on standard error; errors are still told");
  app.add_flag("--version", o.version,
               "print program, version, rules digest and ICU version, and end");
  if (writes_records) {
    app.add_flag("--schema", o.schema,
                 "print the JSON Schema (2020-12) of what this program writes, and end");
    app.add_option("--split", o.split,
                   "write one indented JSON file per document below DIR, mirroring the input tree")
        ->type_name("DIR");
    app.add_flag("--force", o.force,
                 "with --split: write files that are newer than their source again");
    app.add_flag("--raw", o.raw, "standard input is one raw document, not records");
  }
  app.add_option("--generate", o.generate, "print the man page or a shell completion, and end")
      ->type_name("WHAT")
      ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}))
      ->group("");
}

}  // namespace noticekit::cli
