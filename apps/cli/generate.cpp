#include "cli/generate.hpp"

#include <vector>

#include "noticekit/version.hpp"

namespace noticekit::cli {
namespace {

std::vector<const CLI::Option*> shown_options(const CLI::App& app) {
  std::vector<const CLI::Option*> out;
  for (const CLI::Option* o : app.get_options()) {
    if (!o->get_group().empty() && !o->get_positional()) out.push_back(o);
  }
  return out;
}

/// roff: a line must not begin with . or ', a dash is \-.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

std::string names(const CLI::Option& o) {
  std::string out;
  for (const std::string& s : o.get_snames()) out += (out.empty() ? "-" : ", -") + s;
  for (const std::string& l : o.get_lnames()) out += (out.empty() ? "--" : ", --") + l;
  return out;
}

bool takes_value(const CLI::Option& o) { return o.get_items_expected_max() > 0; }

std::string man(const CLI::App& app, const Tool& tool, const std::string& program) {
  std::string out = ".TH " + program + " 1 \"\" \"noticekit " + version() + "\"\n.SH NAME\n" +
                    roff(program) + " \\- " + roff(tool.about) + "\n.SH SYNOPSIS\n.B " +
                    roff(program) + "\n[OPTIONS] " + roff(tool.usage) + "\n.SH OPTIONS\n";
  for (const CLI::Option* o : shown_options(app)) {
    out += ".TP\n.B " + roff(names(*o)) +
           (takes_value(*o) ? " \\fI" + roff(o->get_type_name()) + "\\fR" : "") + "\n" +
           roff(o->get_description()) + "\n";
  }
  out +=
      ".SH EXIT STATUS\n.TP\n0\nevery document succeeded\n.TP\n1\nthe run finished, but at least "
      "one document is an error "
      "record; one that an earlier program made and this one passed on counts too\n.TP\n2\nit "
      "could not run: usage, rules, output\n"
      ".SH SEE ALSO\n.BR notice\\-normalize (1),\n.BR notice\\-extract (1),\n.BR notice\\-classify "
      "(1),\n.BR notice\\-report (1)\n";
  return out;
}

std::string bash(const CLI::App& app, const std::string& program) {
  std::string words;
  for (const CLI::Option* o : shown_options(app)) {
    for (const std::string& s : o->get_snames()) words += "-" + s + " ";
    for (const std::string& l : o->get_lnames()) words += "--" + l + " ";
  }
  std::string function = "_" + program;
  for (char& c : function) c = c == '-' ? '_' : c;
  return function +
         "() {\n  local word=${COMP_WORDS[COMP_CWORD]}\n  if [[ $word == -* ]]; then\n    mapfile "
         "-t COMPREPLY < <(compgen -W '" +
         words +
         "' -- \"$word\")\n  else\n    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n  "
         "fi\n}\ncomplete -o filenames -F " +
         function + " " + program + "\n";
}

std::string quoted(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out;
}

std::string zsh(const CLI::App& app, const std::string& program) {
  std::string out = "#compdef " + program + "\n_arguments \\\n";
  for (const CLI::Option* o : shown_options(app)) {
    for (const std::string& l : o->get_lnames()) {
      std::string about = quoted(o->get_description());
      for (std::size_t i = 0; (i = about.find_first_of("[]:", i)) != std::string::npos; i += 2)
        about.insert(i, "\\");
      out += "  '--" + l + "[" + about + "]" +
             (takes_value(*o) ? ":" + o->get_type_name() + ":_files" : "") + "' \\\n";
    }
  }
  return out + "  '*:PATH:_files'\n";
}

std::string fish(const CLI::App& app, const std::string& program) {
  std::string out;
  for (const CLI::Option* o : shown_options(app)) {
    out += "complete -c " + program;
    for (const std::string& s : o->get_snames()) out += " -s " + s;
    for (const std::string& l : o->get_lnames()) out += " -l " + l;
    out +=
        std::string(takes_value(*o) ? " -r" : "") + " -d '" + quoted(o->get_description()) + "'\n";
  }
  return out;
}

}  // namespace

std::string generate(const CLI::App& app, const Tool& tool, const std::string& program,
                     const std::string& what) {
  if (what == "man") return man(app, tool, program);
  if (what == "bash") return bash(app, program);
  if (what == "zsh") return zsh(app, program);
  return fish(app, program);
}

}  // namespace noticekit::cli
