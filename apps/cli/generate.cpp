#include "cli/generate.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "noticekit/version.hpp"

namespace noticekit::cli {
namespace {

std::vector<const Option*> shown(const Program& program, bool operands) {
  std::vector<const Option*> out;
  for (const Option& o : program.table) {
    if (!o.hidden && o.is_operand() == operands) out.push_back(&o);
  }
  return out;
}

bool may_lack_value(const Option& o) {
  return std::holds_alternative<std::optional<std::string>*>(o.target);
}

/// "-j, --jobs N"; "PATH...".
std::string usage(const Option& o) {
  if (o.is_operand()) return o.names + o.value;
  std::string out;
  for (const std::string& name : o.each_name()) out += (out.empty() ? "" : ", ") + name;
  if (o.is_flag()) return out;
  out += may_lack_value(o) ? " [" : " ";
  out += o.value;
  return may_lack_value(o) ? out + "]" : out;
}

/// "NAME: a, b or c" after the help of an option with few values.
std::string help_of(const Option& o) {
  std::string out = o.help;
  for (std::size_t i = 0; i < o.choices.size(); ++i) {
    out += i == 0 ? ": " : i + 1 == o.choices.size() ? " or " : ", ";
    out += o.choices[i].name;
    if (!o.choices[i].about.empty()) out += " (" + o.choices[i].about + ")";
  }
  return out;
}

std::string synopsis(const Program& program) {
  std::string out = program.name + " [OPTIONS]";
  for (const Option* o : shown(program, true))
    out += o->value.empty() ? " " + usage(*o) : " [" + usage(*o) + "]";
  return out;
}

/// Columns on a terminal: Chinese characters take two.
std::size_t columns(std::string_view text) {
  std::size_t out = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) out += byte >= 0xE2 ? 2 : 1;
  }
  return out;
}

/// Appends `text` broken at spaces, its lines indented; the first begins at `column`.
void append_wrapped(std::string& out, const std::string& text, std::size_t column) {
  constexpr std::size_t indent = 24;
  constexpr std::size_t right = 80;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (column > indent && column + 1 + columns(word) > right) {
      out += '\n';
      column = 0;
      first = true;
    }
    if (column < indent) {
      out.append(indent - column, ' ');
      column = indent;
    }
    if (!first) out += ' ';
    out += word;
    column += columns(word) + (first ? 0 : 1);
    first = false;
    at = end + 1;
  }
  out += '\n';
}

std::string help(const Program& program) {
  std::string out = "usage: " + synopsis(program) + "\n" + program.tool.about + "\n\n";
  for (const bool operands : {true, false}) {
    for (const Option* o : shown(program, operands)) {
      std::string left = "  " + usage(*o);
      if (columns(left) > 22) left += "\n";
      out += left;
      append_wrapped(out, help_of(*o), left.back() == '\n' ? 0 : columns(left));
    }
    if (operands) out += '\n';
  }
  return out +
         "\nexit status: 0 every document succeeded; 1 some are error records; 2 could not run\n";
}

/// A name without spaces: of a page, of a shell function.
std::string joined_by(char joint, std::string name) {
  std::replace(name.begin(), name.end(), ' ', joint);
  if (joint != '-') std::replace(name.begin(), name.end(), '-', joint);
  return name;
}

/// The word that calls a program: "train" of "notice-classify train"; empty for one that is a file.
std::string command_word(const Program& program) {
  const std::size_t space = program.name.find(' ');
  return space == std::string::npos ? "" : program.name.substr(space + 1);
}

/// "train evaluate".
std::string command_words(const Program& program) {
  std::string out;
  for (const Program& c : program.commands) out += (out.empty() ? "" : " ") + command_word(c);
  return out;
}

/// roff: a dash is \-, and a line must not begin with . or '.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

std::string man(const Program& program) {
  const ManParts parts = man_parts(joined_by('-', program.tool.name));
  const std::string name = joined_by('-', program.name);
  std::string out = ".TH " + name + " 1 \"\" \"noticekit ";
  out.append(version()).append("\"\n.SH NAME\n").append(roff(name));
  out.append(" \\- ").append(roff(program.tool.about)).append("\n.SH SYNOPSIS\n");
  out.append(roff(synopsis(program))).append("\n").append(parts.before).append(".SH OPTIONS\n");
  for (const bool operands : {true, false}) {
    for (const Option* o : shown(program, operands))
      out.append(".TP\n.B ").append(roff(usage(*o))).append("\n").append(roff(help_of(*o))) += '\n';
  }
  return out + parts.after;
}

std::string all_names(const Program& program) {
  std::string out;
  for (const Option* o : shown(program, false)) {
    for (const std::string& name : o->each_name()) out += (out.empty() ? "" : " ") + name;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

/// The functions of a program and of those that its first word calls.
std::string bash_functions(const Program& program) {
  std::string out, calls;
  for (const Program& c : program.commands) {
    out += bash_functions(c);
    calls += "      " + command_word(c) + ") " + joined_by('_', "_" + c.name) + "; return ;;\n";
  }
  out += joined_by('_', "_" + program.name) + "() {\n";
  if (!calls.empty())
    out += "  if ((COMP_CWORD > 1)); then\n    case ${COMP_WORDS[1]} in\n" + calls +
           "    esac\n  fi\n";
  out +=
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
      "\n  COMPREPLY=()\n  case $before in\n";
  for (const Option* o : shown(program, false)) {
    if (o->is_flag() || may_lack_value(*o)) continue;
    std::string names;
    for (const std::string& n : o->each_name()) names += (names.empty() ? "" : "|") + n;
    out += "    " + names + ") ";
    if (!o->choices.empty()) {
      out +=
          "mapfile -t COMPREPLY < <(compgen -W '" + joined(o->choice_names()) + "' -- \"$word\"); ";
    } else if (o->completes != Names::nothing) {
      out += std::string("mapfile -t COMPREPLY < <(compgen -") +
             (o->completes == Names::folder ? "d" : "f") + " -- \"$word\"); ";
    }
    out += "return ;;\n";
  }
  out += "  esac\n  if [[ $word == -* ]]; then\n    mapfile -t COMPREPLY < <(compgen -W '" +
         all_names(program) +
         "' -- \"$word\")\n  else\n    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n";
  for (const Option* o : shown(program, true)) {
    if (o->choices.empty()) continue;
    out += "    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W '" +
           joined(o->choice_names()) + "' -- \"$word\")\n";
  }
  if (!calls.empty())
    out += "    ((COMP_CWORD > 1)) || mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W '" +
           command_words(program) + "' -- \"$word\")\n";
  return out + "  fi\n}\n";
}

std::string bash(const Program& program) {
  std::string out = bash_functions(program);
  if (command_word(program).empty())
    out += "complete -o filenames -F " + joined_by('_', "_" + program.name) + " " + program.name +
           "\n";
  return out;
}

/// For a shell's single quotes.
std::string single_quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out;
}

std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : single_quoted(text)) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_value(const Option& o) {
  std::string out = may_lack_value(o) ? "::" : ":";
  out += zsh_text(o.value.empty() ? o.names : o.value) + ":";
  if (!o.choices.empty()) return out + "(" + joined(o.choice_names()) + ")";
  if (o.completes == Names::folder) return out + "_files -/";
  return out + (o.completes == Names::file ? "_files" : "");
}

std::string zsh_arguments(const Program& program) {
  std::string out = "_arguments -s";
  for (const Option* o : shown(program, false)) {
    for (const std::string& name : o->each_name()) {
      out += " \\\n  '";
      if (std::holds_alternative<std::vector<std::string>*>(o->target)) out += "*";
      out += name + "[" + zsh_text(o->help) + "]" + (o->is_flag() ? "" : zsh_value(*o)) + "'";
    }
  }
  int place = 0;
  if (!program.commands.empty())
    out += " \\\n  '1:command or file:{compadd -- " + command_words(program) + "; _files}'";
  for (const Option* o : shown(program, true))
    out += " \\\n  '" + (o->value.empty() ? std::to_string(++place) : "*") + zsh_value(*o) + "'";
  return out + "\n";
}

std::string zsh(const Program& program) {
  std::string out;
  if (command_word(program).empty()) out += "#compdef " + program.name + "\n";
  for (const Program& c : program.commands)
    out += "if (( CURRENT > 2 )) && [[ $words[2] == " + command_word(c) +
           " ]]; then\nshift words\n(( CURRENT-- ))\n" + zsh_arguments(c) + "return\nfi\n";
  return out + zsh_arguments(program);
}

std::string fish(const Program& program) {
  const std::string word = command_word(program);
  std::string begin = "complete -c " + program.name.substr(0, program.name.find(' '));
  std::string out;
  for (const Program& c : program.commands) {
    out += begin + " -n __fish_use_subcommand -a " + command_word(c) + " -d '" +
           single_quoted(c.tool.about) + "'\n" + fish(c);
  }
  if (!word.empty()) begin += " -n '__fish_seen_subcommand_from " + word + "'";
  if (!program.commands.empty())
    begin += " -n 'not __fish_seen_subcommand_from " + command_words(program) + "'";
  for (const Option& o : program.table) {
    if (o.hidden || (o.is_operand() && o.choices.empty())) continue;
    out += begin;
    if (!o.is_operand()) {
      for (const std::string& name : o.each_name())
        out += name[1] == '-' ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (!o.is_flag() && !o.is_operand() && !may_lack_value(o)) out += " -r";
    if (!o.choices.empty()) out += " -a '" + joined(o.choice_names()) + "'";
    if (o.completes == Names::folder) out += " -a '(__fish_complete_directories)'";
    out += " -d '" + single_quoted(o.help) + "'\n";
  }
  return out;
}

std::string options(const Program& program) {
  std::string out;
  for (const Option& o : program.table) {
    if (o.hidden) continue;
    out += o.names + "\t" +
           (o.is_flag()       ? "-"
            : o.value.empty() ? o.names
                              : o.value) +
           "\t" + help_of(o) + "\n";
  }
  return out;
}

}  // namespace

std::string generate(const Program& program, const std::string& what) {
  if (what == "man") return man(program);
  if (what == "bash") return bash(program);
  if (what == "zsh") return zsh(program);
  if (what == "fish") return fish(program);
  return what == "options" ? options(program) : help(program);
}

}  // namespace noticekit::cli
