#include "rules/parse.hpp"

#include <algorithm>
#include <set>

#include "classify/word_list.hpp"
#include "report/audit/audit.hpp"
#include "rules/sheet_json.hpp"

namespace noticekit {
namespace {

bool is_word(const Json& j) { return j.is_string() && !j.get_ref<const std::string&>().empty(); }
bool is_word_list(const Json& j) {
  return j.is_array() && std::all_of(j.begin(), j.end(), is_word);
}
template <std::size_t N>
std::string joined(const std::string_view (&names)[N]) {
  std::string out;
  for (const std::string_view n : names) out += (out.empty() ? "" : ", ") + std::string(n);
  return out;
}

/// The bits of the names in a checked list.
template <std::size_t N>
std::uint16_t bits(const Json& list, const std::string_view (&names)[N]) {
  std::uint16_t out = 0;
  for (const Json& j : list) {
    const auto at = std::find(names, names + N, j.get_ref<const std::string&>()) - names;
    out = static_cast<std::uint16_t>(out | 1U << at);
  }
  return out;
}

/// Checks the entries of one list of a file: rules or labels.
class EntryCheck {
 public:
  EntryCheck(const RuleSheet& sheet, Faults& faults) : sheet_(sheet), faults_(faults) {}

  bool rule(const Json& rule, const std::string& at) {
    if (!begin(rule, at, "a rule is an object")) return false;
    for (const auto& [key, value] : rule.items()) rule_key(key, value);
    if (!rule.contains("id")) fault("", "a rule needs an \"id\"");
    if (is_off(rule)) return good_;
    for (const char* key : {"as", "match", "yes", "no"}) {
      const auto it = rule.find(key);
      if (it == rule.end()) {
        fault("", std::string("a rule needs \"") + key + "\"");
      } else if (it->is_array() && it->empty()) {
        fault(key, "needs at least one entry");
      }
    }
    return good_;
  }

  bool label(const Json& label, const std::string& at) {
    if (!begin(label, at, "a label is an object")) return false;
    for (const auto& [key, value] : label.items()) {
      if (key == "id" || key == "label" || key == "about" || key == "dimension" ||
          key == "instead") {
        if (!is_word(value)) fault(key, "must be a string that is not empty");
      } else if (key == "off") {
        if (!value.is_boolean()) fault(key, "must be true or false");
      } else if (key == "schemes") {
        if (!value.is_object() || !std::all_of(value.begin(), value.end(), is_word))
          fault(key, "must be an object from ids of schemes to names");
      } else {
        fault(key, "unknown key; a label has id, label, about, dimension, schemes, instead, off");
      }
    }
    // Ids stand in tables and model files, parted by spaces.
    const auto id = label.find("id");
    if (id != label.end() && is_word(*id) &&
        id->get_ref<const std::string&>().find_first_of(" \t\r\n;,\"") != std::string::npos)
      fault("id", "an id holds no space, comma, semicolon or quotation mark");
    if (!label.contains("id")) fault("", "a label needs an \"id\"");
    if (!is_off(label) && !label.contains("label")) fault("", "a label needs \"label\"");
    return good_;
  }

  bool check(const Json& check, const std::string& at) {
    if (!begin(check, at, "a check is an object")) return false;
    constexpr std::string_view words[] = {"id", "label", "en", "about", "about_en"};
    for (const auto& [key, value] : check.items()) {
      if (std::find(std::begin(words), std::end(words), key) != std::end(words)) {
        if (!is_word(value)) fault(key, "must be a string that is not empty");
      } else if (key == "severity") {
        one_of(key, value, severity_names);
      } else if (key == "basis") {
        one_of(key, value, basis_names);
      } else if (key == "scope") {
        one_of(key, value, scope_names);
      } else if (key == "limits") {
        const bool numbers =
            value.is_object() &&
            std::all_of(value.begin(), value.end(), [](const Json& j) { return j.is_number(); });
        if (!numbers) fault(key, "must be an object of numbers");
      } else if (key == "off") {
        if (!value.is_boolean()) fault(key, "must be true or false");
      } else {
        fault(key,
              "unknown key; a check has id, severity, basis, scope, label, en, about, about_en, "
              "limits, off");
      }
    }
    if (!check.contains("id")) fault("", "a check needs an \"id\"");
    if (is_off(check)) return good_;
    for (const char* key : {"severity", "basis", "scope", "label", "en", "about", "about_en"}) {
      if (!check.contains(key)) fault("", std::string("a check needs \"") + key + "\"");
    }
    return good_;
  }

 private:
  static constexpr std::string_view basis_names[] = {"rule", "judgement"};
  static constexpr std::string_view scope_names[] = {"document", "finding", "group", "pair",
                                                     "corpus"};

  template <std::size_t N>
  void one_of(const std::string& key, const Json& value, const std::string_view (&known)[N]) {
    if (!is_word(value) ||
        std::find(known, known + N, value.get_ref<const std::string&>()) == known + N)
      fault(key, "must be one of " + joined(known));
  }

  bool begin(const Json& entry, const std::string& at, const char* what) {
    at_ = at;
    good_ = true;
    if (!entry.is_object()) fault("", what);
    return good_;
  }

  void fault(const std::string& key, const std::string& what) {
    faults_.add(sheet_.path, key.empty() ? at_ : child(at_, key), what);
    good_ = false;
  }

  void rule_key(const std::string& key, const Json& value) {
    const bool taxonomy = sheet_.kind == SheetKind::taxonomy;
    if (key == "id" || key == "as" || key == "about") {
      if (!is_word(value)) fault(key, "must be a string that is not empty");
    } else if (key == "match" || key == "unless" || key == "yes" || key == "no") {
      if (!is_word_list(value)) fault(key, "must be a list of strings that are not empty");
    } else if (key == "off") {
      if (!value.is_boolean()) fault(key, "must be true or false");
    } else if (taxonomy && key == "weight") {
      if (!value.is_number()) fault(key, "must be a number");
    } else if (taxonomy && key == "in") {
      names(key, value, zone_names);
    } else if (taxonomy && key == "needs") {
      names(key, value, need_names);
    } else {
      fault(key, std::string("unknown key; a rule has id, as, about, match, unless, yes, no, off") +
                     (taxonomy ? ", weight, in, needs" : ""));
    }
  }

  template <std::size_t N>
  void names(const std::string& key, const Json& value, const std::string_view (&known)[N]) {
    if (!is_word_list(value)) {
      fault(key, "must be a list of strings that are not empty");
      return;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string& name = value[i].get_ref<const std::string&>();
      if (std::find(known, known + N, name) == known + N)
        fault(child(key, i), "\"" + name + "\" is none of " + joined(known));
    }
  }

  const RuleSheet& sheet_;
  Faults& faults_;
  std::string at_;
  bool good_ = true;
};

/// Checks the list `key` of a sheet: every entry, and that no id stands there twice.
bool check_list(const RuleSheet& sheet, const char* key, Faults& faults) {
  bool good = true;
  std::set<std::string> ids;
  EntryCheck check(sheet, faults);
  const Json& list = sheet.json[key];
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string at = child(child(std::string(), key), i);
    const bool fine = key[0] == 'r'   ? check.rule(list[i], at)
                      : key[0] == 'c' ? check.check(list[i], at)
                                      : check.label(list[i], at);
    if (!fine) {
      good = false;
    } else if (!ids.insert(list[i]["id"].get<std::string>()).second) {
      faults.add(sheet.path, child(at, "id"),
                 "the id \"" + list[i]["id"].get<std::string>() + "\" stands here twice");
      good = false;
    }
  }
  return good;
}

bool can_have_words(const RuleSheet& sheet) {
  return sheet.kind == SheetKind::taxonomy && embedded_words(kind_of_labels(sheet)) != nullptr;
}

}  // namespace

void Faults::add(const std::string& path, const std::string& pointer, std::string message) {
  Error e{Errc::bad_rule, std::move(message), {}};
  e.where.path = path;
  e.where.pointer = pointer;
  out_.push_back(std::move(e));
}

bool parse_sheet(std::string name, std::string path, SheetKind kind, std::string_view json,
                 Faults& faults, RuleSheet& out) {
  out.name = std::move(name);
  out.path = std::move(path);
  out.kind = kind;
  try {
    out.json = Json::parse(json);
  } catch (const nlohmann::json::parse_error& e) {
    faults.add(out.path, "", "not JSON: byte " + std::to_string(e.byte) + " cannot be read");
    return false;
  }
  if (!out.json.is_object() || !out.json.contains("rules") || !out.json["rules"].is_array()) {
    faults.add(out.path, "", "a rule file is an object with a list \"rules\"");
    return false;
  }
  const char* own_list = kind == SheetKind::taxonomy ? "labels"
                         : kind == SheetKind::audit  ? "checks"
                                                     : "rules";
  bool good = true;
  for (const auto& [key, value] : out.json.items()) {
    const char* fault = nullptr;
    if (key == "about") {
      if (!value.is_string()) fault = "must be a string";
    } else if (key == "replace" || (key == "words" && can_have_words(out))) {
      if (!value.is_boolean()) fault = "must be true or false";
    } else if (key == "rules" || key == own_list) {
      if (!value.is_array()) fault = "must be a list";
    } else {
      fault =
          "unknown key; a rule file has about, rules and replace, one of the taxonomy labels too, "
          "one of the audit checks, taxonomy/measure_types.json words";
    }
    if (fault == nullptr) continue;
    faults.add(out.path, "/" + key, fault);
    good = false;
  }
  if (!good) return false;
  for (const char* list : {"labels", "checks"}) {
    if (out.json.contains(list) && !check_list(out, list, faults)) good = false;
  }
  return check_list(out, "rules", faults) && good;
}

std::vector<PhraseRule> phrase_rules(const RuleSheet& sheet) {
  std::vector<PhraseRule> out;
  for (const Json& rule : sheet.json["rules"]) {
    if (is_off(rule)) continue;
    PhraseRule r;
    r.id = rule["id"].get<std::string>();
    r.as = rule["as"].get<std::string>();
    r.match = rule["match"].get<std::vector<std::string>>();
    if (const auto unless = rule.find("unless"); unless != rule.end())
      r.unless = unless->get<std::vector<std::string>>();
    out.push_back(std::move(r));
  }
  return out;
}

std::string_view kind_of_labels(const RuleSheet& sheet) {
  return std::string_view(sheet.name).substr(sheet.name.find('/') + 1);
}

bool has_words(const RuleSheet& sheet) { return sheet.json.value("words", false); }

PhraseSet compile_sheet(const RuleSheet& sheet, Faults& faults) {
  auto whole = PhraseSet::compile(phrase_rules(sheet));
  if (whole) return std::move(*whole);
  // Name every pattern that cannot be read, not only the first.
  const Json& rules = sheet.json["rules"];
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (is_off(rules[i])) continue;
    for (const char* key : {"match", "unless"}) {
      const auto list = rules[i].find(key);
      if (list == rules[i].end()) continue;
      for (std::size_t j = 0; j < list->size(); ++j) {
        std::string words = (*list)[j].get<std::string>();
        if (key[0] == 'u' && words[0] == '~') words.erase(0, 1);
        auto one = PhraseSet::compile({{"", "", {std::move(words)}, {}}});
        if (!one)
          faults.add(sheet.path, child(child(child("/rules", i), key), j), one.error().message);
      }
    }
  }
  return {};
}

LabelSet compile_labels(const RuleSheet& sheet, Faults& faults) {
  LabelSet out;
  if (const auto labels = sheet.json.find("labels"); labels != sheet.json.end()) {
    for (const Json& l : *labels) {
      if (is_off(l)) continue;
      out.labels.push_back({l["id"].get<std::string>(),
                            l["label"].get<std::string>(),
                            l.value("dimension", std::string()),
                            {},
                            l.value("instead", std::string())});
      if (const auto schemes = l.find("schemes"); schemes != l.end()) {
        for (const auto& [scheme, name] : schemes->items())
          out.labels.back().schemes.emplace_back(scheme, name.get<std::string>());
      }
    }
  }
  const Json& rules = sheet.json["rules"];
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Json& rule = rules[i];
    if (is_off(rule)) continue;
    RuleTerms terms;
    const std::string& as = rule["as"].get_ref<const std::string&>();
    const auto label = std::find_if(out.labels.begin(), out.labels.end(),
                                    [&](const LabelEntry& l) { return l.id == as; });
    if (label == out.labels.end()) {
      faults.add(sheet.path, child(child("/rules", i), "as"),
                 "\"" + as + "\" is no label of " + sheet.name);
    } else {
      terms.label = static_cast<std::uint32_t>(label - out.labels.begin());
    }
    if (const auto v = rule.find("weight"); v != rule.end()) terms.weight = v->get<double>();
    if (const auto v = rule.find("in"); v != rule.end()) terms.zones = bits(*v, zone_names);
    if (const auto v = rule.find("needs"); v != rule.end()) terms.needs = bits(*v, need_names);
    out.terms.push_back(terms);
  }
  out.phrases = compile_sheet(sheet, faults);
  if (out.phrases.rules().size() != out.terms.size()) out.terms.clear();
  return out;
}

std::vector<CheckEntry> compile_checks(const RuleSheet& sheet, Faults& faults) {
  std::vector<CheckEntry> out;
  const auto list = sheet.json.find("checks");
  if (list == sheet.json.end()) return out;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Json& check = (*list)[i];
    if (is_off(check)) continue;
    CheckEntry e;
    e.id = check["id"].get<std::string>();
    if (!audit::is_known(e.id))
      faults.add(sheet.path, child(child("/checks", i), "id"),
                 "\"" + e.id + "\" is no check of this program");
    const auto severity = std::find(std::begin(severity_names), std::end(severity_names),
                                    check["severity"].get_ref<const std::string&>());
    e.severity = static_cast<Severity>(severity - std::begin(severity_names));
    e.judgement = check["basis"] == "judgement";
    e.scope = check["scope"].get<std::string>();
    e.label = check["label"].get<std::string>();
    e.en = check["en"].get<std::string>();
    e.about = check["about"].get<std::string>();
    e.about_en = check["about_en"].get<std::string>();
    if (const auto limits = check.find("limits"); limits != check.end()) {
      for (const auto& [key, value] : limits->items())
        e.limits.emplace_back(key, value.get<double>());
    }
    out.push_back(std::move(e));
  }
  return out;
}

void check_examples(const RuleSheet& sheet, const PhraseSet& set, Faults& faults) {
  const Json& rules = sheet.json["rules"];
  std::vector<PhraseHit> hits;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (is_off(rules[i])) continue;
    const std::string id = rules[i]["id"].get<std::string>();
    for (const char* key : {"yes", "no"}) {
      for (std::size_t j = 0; j < rules[i][key].size(); ++j) {
        const std::string& text = rules[i][key][j].get_ref<const std::string&>();
        hits.clear();
        set.scan_all(text, hits);
        const bool hit = std::any_of(hits.begin(), hits.end(), [&](const PhraseHit& h) {
          return set.rules()[h.rule].id == id;
        });
        if (hit == (key[0] == 'y')) continue;
        faults.add(sheet.path, child(child(child("/rules", i), key), j),
                   "rule \"" + id + "\" " + (hit ? "hits" : "does not hit") +
                       " its own example \"" + text + "\"");
      }
    }
  }
}

}  // namespace noticekit
