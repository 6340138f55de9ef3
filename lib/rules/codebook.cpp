// The taxonomy as a codebook: what a person needs to code by hand as the rules do.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "noticekit/rules.hpp"
#include "noticekit/version.hpp"
#include "rules/tables.hpp"

namespace noticekit {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_words = 60, most_examples = 4;

struct Entry {
  std::string kind, id, label, definition, include, exclude, examples;
};

/// Adds `words` that are not there yet, parted by 、, up to `most`.
class Words {
 public:
  Words(std::string& to, std::size_t most) : to_(to), most_(most) {}
  void add(const Json& rule, const char* key) {
    if (!rule.contains(key)) return;
    for (const Json& word : rule[key]) {
      if (n_ == most_) {
        to_ += "…";
        ++n_;
      }
      if (n_ > most_) return;
      to_ += (to_.empty() ? "" : "、") + word.get<std::string>();
      ++n_;
    }
  }

 private:
  std::string& to_;
  std::size_t most_;
  std::size_t n_ = 0;
};

/// The labels of one file that has labels.
void add_entries(const RuleSheet& sheet, std::vector<Entry>& out) {
  if (sheet.kind != SheetKind::taxonomy) return;
  const std::string kind = sheet.name.substr(sheet.name.find('/') + 1);
  const Json& json = sheet.json;
  for (const Json& label : json.value("labels", Json::array())) {
    Entry e{kind, label["id"], label["label"], label.value("about", ""), {}, {}, {}};
    Words include(e.include, most_words), exclude(e.exclude, most_words),
        examples(e.examples, most_examples);
    for (const Json& rule : json["rules"]) {
      if (rule["as"] != label["id"]) continue;
      include.add(rule, "match");
      exclude.add(rule, "unless");
      examples.add(rule, "yes");
    }
    out.push_back(std::move(e));
  }
}

std::string csv_cell(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
    out += '\'';
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string as_csv(const std::vector<Entry>& entries, const std::string& digest) {
  std::string out =
      "\xEF\xBB\xBFkind,id,label,definition,include,exclude,examples,version,digest\r\n";
  for (const Entry& e : entries) {
    for (const std::string* cell :
         {&e.kind, &e.id, &e.label, &e.definition, &e.include, &e.exclude, &e.examples})
      out.append(csv_cell(*cell)).append(",");
    out.append(csv_cell(version())).append(",").append(csv_cell(digest)).append("\r\n");
  }
  return out;
}

void line(std::string& out, const char* what, const std::string& text) {
  if (text.empty()) return;
  out.append("- ").append(what).append(": ");
  for (const char c : text) {
    if (std::string_view("\\`*_[]|<").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  out += '\n';
}

std::string as_markdown(const std::vector<Entry>& entries, const std::string& digest) {
  std::string out = "# Codebook\n\nnoticekit ";
  out.append(version()).append(", rules ").append(digest).append("\n");
  std::string kind;
  for (const Entry& e : entries) {
    if (e.kind != kind) out.append("\n## ").append(e.kind).append("\n");
    kind = e.kind;
    out.append("\n### ").append(e.label).append(" `").append(e.id).append("`\n\n");
    line(out, "definition", e.definition);
    line(out, "include", e.include);
    line(out, "exclude", e.exclude);
    line(out, "examples", e.examples);
  }
  return out;
}

}  // namespace

std::string codebook(const Rules& rules, CodebookFormat format) {
  std::vector<Entry> entries;
  for (const RuleSheet& sheet : rules.tables().sheets) add_entries(sheet, entries);
  return format == CodebookFormat::csv ? as_csv(entries, rules.digest())
                                       : as_markdown(entries, rules.digest());
}

}  // namespace noticekit
