#include "cli/options.hpp"

#include <algorithm>

namespace noticekit::cli {

std::vector<std::string> Option::each_name() const {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t comma = std::min(names.find(',', at), names.size());
    out.push_back(names.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

std::vector<std::string> Option::choice_names() const {
  std::vector<std::string> out;
  for (const Choice& c : choices) out.push_back(c.name);
  return out;
}

OptionTable shared_options(Options& o, Reads reads) {
  OptionTable table;
  std::string path = "a file, a folder (walked in sorted order)";
  path += reads.documents ? ", a .jsonl file of records, " : " of .jsonl or .json records, ";
  path += "or - for standard input; without PATH standard input holds records";
  table.push_back({"PATH", "...", path, &o.paths, {}, 0, Names::file});
  table.push_back({"--files0-from",
                   "FILE",
                   "read more paths from FILE, or - for standard input, each ended by a NUL byte",
                   &o.paths_from,
                   {},
                   0,
                   Names::file});
  table.push_back({"--files-from",
                   "FILE",
                   "the same, one path a line",
                   &o.path_lines_from,
                   {},
                   0,
                   Names::file});
  table.push_back({"--include", "GLOB",
                   "of folders and archives read only files whose name matches GLOB, or whose path "
                   "does where GLOB holds a slash; may be repeated",
                   &o.include});
  table.push_back({"--exclude", "GLOB",
                   "pass over files and folders that match GLOB; may be repeated", &o.exclude});
  if (reads.documents) {
    table.push_back({"--raw", "", "standard input is one document, not records", &o.raw});
    table.push_back({"--encoding",
                     "NAME",
                     "how text and web pages are encoded, where detection errs",
                     &o.encoding,
                     {"utf-8", "gb18030", "big5", "utf-16le", "utf-16be"}});
    table.push_back({"--format",
                     "NAME",
                     "read files as this, whatever they look like",
                     &o.format,
                     {"txt", "html", "docx", "pdf", "doc", "rtf", "zip", "tar.gz"}});
    table.push_back({"--limit", "NAME=N",
                     "a safety limit; size, unpacked, memory in MiB, seconds for one document, "
                     "ratio of unpacked to packed, depth of elements, archives inside each other, "
                     "members of an archive; may be repeated",
                     &o.limits});
  }
  table.push_back({"-o,--output",
                   "FILE",
                   "write to FILE, which appears when it is whole, instead of standard output",
                   &o.output,
                   {},
                   0,
                   Names::file});
  if (reads.writes_records) {
    table.push_back({"--split",
                     "DIR",
                     "write one indented file per document below DIR, mirroring the input tree",
                     &o.split,
                     {},
                     0,
                     Names::folder});
    table.push_back(
        {"--force", "", "with --split: also where DIR is newer than the source", &o.force});
  }
  table.push_back({"--errors",
                   "FILE",
                   "write error records to FILE, not among the results",
                   &o.errors,
                   {},
                   0,
                   Names::file});
  table.push_back({"-j,--jobs",
                   "N",
                   "workers; 0, the default: one per core. The output is the same for every N",
                   &o.jobs,
                   {},
                   256});
  table.push_back({"--rules",
                   "DIR",
                   "lay the rule files of DIR over the built-in ones; may be repeated",
                   &o.rules,
                   {},
                   0,
                   Names::folder});
  table.push_back({"--print-rules",
                   "DIR",
                   "write the rules in force to DIR, or without DIR print them as one JSON object, "
                   "and end",
                   &o.print_rules,
                   {},
                   0,
                   Names::folder});
  if (reads.writes_records) {
    table.push_back(
        {"--schema", "", "print the JSON Schema of what this program writes, and end", &o.schema});
  }
  table.push_back(
      {"--progress",
       "WHEN",
       "show progress on standard error",
       &o.progress,
       {{"auto", "where that is a terminal and the results go elsewhere"}, "never", "always"}});
  table.push_back(
      {"-q,--quiet", "", "no notes on standard error; errors are still told", &o.quiet});
  table.push_back({"--version", "", "print program, version, rules digest and ICU version, and end",
                   &o.version});
  table.push_back({"-h,--help", "", "print this help, and end", &o.help});
  table.push_back({"--generate",
                   "WHAT",
                   "print the man page or the completions of a shell",
                   &o.generate,
                   {"man", "bash", "zsh", "fish", "options"},
                   0,
                   Names::nothing,
                   true});
  return table;
}

}  // namespace noticekit::cli
