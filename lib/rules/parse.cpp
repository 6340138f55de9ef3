#include "rules/parse.hpp"

#include <algorithm>
#include <set>

namespace noticekit {
namespace {

using Json = nlohmann::ordered_json;

std::string child(const std::string& pointer, std::size_t i) {
  return pointer + "/" + std::to_string(i);
}
std::string child(const std::string& pointer, const std::string& key) {
  return pointer + "/" + key;
}

bool is_string_list(const Json& j) {
  return j.is_array() && std::all_of(j.begin(), j.end(), [](const Json& s) {
           return s.is_string() && !s.get_ref<const std::string&>().empty();
         });
}

/// Checks one rule object; returns whether it can be used.
bool check_rule(const Json& rule, const std::string& path, const std::string& at, Faults& faults) {
  if (!rule.is_object()) {
    faults.add(path, at, "a rule is an object");
    return false;
  }
  bool good = true;
  const auto fault = [&](const std::string& key, const std::string& what) {
    faults.add(path, key.empty() ? at : child(at, key), what);
    good = false;
  };
  const bool off = rule.contains("off") && rule["off"].is_boolean() && rule["off"].get<bool>();
  for (const auto& [key, value] : rule.items()) {
    if (key == "id" || key == "as" || key == "about") {
      if (!value.is_string() || value.get_ref<const std::string&>().empty())
        fault(key, "must be a string that is not empty");
    } else if (key == "match" || key == "unless" || key == "yes" || key == "no") {
      if (!is_string_list(value)) fault(key, "must be a list of strings that are not empty");
    } else if (key == "off") {
      if (!value.is_boolean()) fault(key, "must be true or false");
    } else {
      fault(key, "unknown key; a rule has id, as, about, match, unless, yes, no, off");
    }
  }
  if (!rule.contains("id")) fault("", "a rule needs an \"id\"");
  if (off) return good;
  for (const char* key : {"as", "match", "yes", "no"}) {
    if (!rule.contains(key)) fault("", std::string("a rule needs \"") + key + "\"");
  }
  for (const char* key : {"match", "yes", "no"}) {
    if (rule.contains(key) && rule[key].is_array() && rule[key].empty())
      fault(key, "needs at least one entry");
  }
  return good;
}

}  // namespace

void Faults::add(const std::string& path, const std::string& pointer, std::string message) {
  Error e{Errc::bad_rule, std::move(message), {}};
  e.where.path = path;
  e.where.pointer = pointer;
  out_.push_back(std::move(e));
}

bool parse_sheet(std::string name, std::string path, std::string_view json, Faults& faults,
                 RuleSheet& out) {
  out.name = std::move(name);
  out.path = std::move(path);
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
  for (const auto& [key, value] : out.json.items()) {
    if (key != "rules" && key != "about")
      faults.add(out.path, "/" + key, "unknown key; a rule file has about and rules");
    if (key == "about" && !value.is_string()) faults.add(out.path, "/about", "must be a string");
  }
  bool good = true;
  std::set<std::string> ids;
  const Json& rules = out.json["rules"];
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string at = child("/rules", i);
    if (!check_rule(rules[i], out.path, at, faults)) {
      good = false;
    } else if (!ids.insert(rules[i]["id"].get<std::string>()).second) {
      faults.add(out.path, child(at, "id"),
                 "the id \"" + rules[i]["id"].get<std::string>() + "\" stands here twice");
      good = false;
    }
  }
  return good;
}

std::vector<PhraseRule> phrase_rules(const RuleSheet& sheet) {
  std::vector<PhraseRule> out;
  for (const Json& rule : sheet.json["rules"]) {
    if (rule.value("off", false)) continue;
    PhraseRule r;
    r.id = rule["id"].get<std::string>();
    r.as = rule["as"].get<std::string>();
    r.match = rule["match"].get<std::vector<std::string>>();
    if (rule.contains("unless")) r.unless = rule["unless"].get<std::vector<std::string>>();
    out.push_back(std::move(r));
  }
  return out;
}

void overlay(RuleSheet& base, const RuleSheet& over) {
  Json& rules = base.json["rules"];
  for (const Json& rule : over.json["rules"]) {
    const auto same = std::find_if(rules.begin(), rules.end(),
                                   [&](const Json& r) { return r["id"] == rule["id"]; });
    const bool off = rule.value("off", false);
    if (same == rules.end()) {
      if (!off) rules.push_back(rule);
    } else if (off) {
      rules.erase(same);
    } else {
      *same = rule;
    }
  }
}

PhraseSet compile_sheet(const RuleSheet& sheet, Faults& faults) {
  std::vector<PhraseRule> rules = phrase_rules(sheet);
  auto whole = PhraseSet::compile(rules);
  if (whole) return std::move(*whole);
  // Name every pattern that cannot be read, not only the first.
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const auto& [list, key] :
         {std::pair{&rules[i].match, "match"}, std::pair{&rules[i].unless, "unless"}}) {
      for (std::size_t j = 0; j < list->size(); ++j) {
        auto one =
            PhraseSet::compile({{"", "", {(*list)[j].substr((*list)[j][0] == '~' ? 1 : 0)}, {}}});
        if (!one)
          faults.add(sheet.path, child(child(child("/rules", i), key), j), one.error().message);
      }
    }
  }
  return {};
}

void check_examples(const RuleSheet& sheet, const PhraseSet& set, Faults& faults) {
  const Json& rules = sheet.json["rules"];
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string id = rules[i]["id"].get<std::string>();
    for (const char* key : {"yes", "no"}) {
      if (!rules[i].contains(key)) continue;
      for (std::size_t j = 0; j < rules[i][key].size(); ++j) {
        const std::string text = rules[i][key][j].get<std::string>();
        std::vector<PhraseHit> hits;
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
