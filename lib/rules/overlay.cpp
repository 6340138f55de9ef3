#include "rules/overlay.hpp"

#include <algorithm>
#include <set>

#include "rules/sheet_json.hpp"

namespace noticekit {
namespace {

void overlay_list(Json& base, const Json& over) {
  if (!base.is_array()) base = Json::array();
  for (const Json& entry : over) {
    const auto same = std::find_if(base.begin(), base.end(),
                                   [&](const Json& e) { return e["id"] == entry["id"]; });
    if (same == base.end()) {
      if (!is_off(entry)) base.push_back(entry);
    } else if (is_off(entry)) {
      base.erase(same);
    } else {
      *same = entry;
    }
  }
}

}  // namespace

bool replaces(const RuleSheet& sheet) { return sheet.json.value("replace", false); }

void overlay(RuleSheet& base, const RuleSheet& over) {
  if (replaces(over)) {
    base.json["rules"] = Json::array();
    if (base.kind == SheetKind::taxonomy) base.json["labels"] = Json::array();
    if (has_words(base)) base.json["words"] = false;
    if (base.json.contains("checks")) base.json["checks"] = Json::array();
  }
  if (over.json.contains("words")) base.json["words"] = over.json["words"];
  // A label that is removed takes its rules with it.
  Json& rules = base.json["rules"];
  const Json labels = over.json.value("labels", Json::array());
  for (const Json& label : labels) {
    if (!is_off(label)) continue;
    rules.erase(std::remove_if(rules.begin(), rules.end(),
                               [&](const Json& r) { return r["as"] == label["id"]; }),
                rules.end());
  }
  overlay_list(rules, over.json["rules"]);
  for (const char* list : {"labels", "checks"}) {
    if (over.json.contains(list)) overlay_list(base.json[list], over.json[list]);
  }
}

void check_overlay(const RuleSheet& base, const RuleSheet& over, Faults& faults) {
  const auto entry = [&](const char* list, const Json& id) -> const Json* {
    if (replaces(over) || !base.json.contains(list)) return nullptr;
    for (const Json& e : base.json[list]) {
      if (e["id"] == id) return &e;
    }
    return nullptr;
  };
  for (const char* list : {"labels", "rules"}) {
    if (!over.json.contains(list)) continue;
    const Json& entries = over.json[list];
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string at = child(child(std::string(), list), i);
      const Json* same = entry(list, entries[i]["id"]);
      const std::string& id = entries[i]["id"].get_ref<const std::string&>();
      if (is_off(entries[i])) {
        if (same == nullptr)
          faults.add(over.path, at + "/id", "nothing to remove: \"" + id + "\" is not in force");
      } else if (same != nullptr && entries[i].contains("as") &&
                 (*same)["as"] != entries[i]["as"]) {
        faults.add(over.path, at + "/id",
                   "the id \"" + id + "\" is that of a rule for \"" +
                       (*same)["as"].get<std::string>() + "\"; take another id, or that \"as\"");
      }
    }
  }
}

void check_dimensions(const RuleSheet& topics, const RuleSheet& dimensions,
                      const RuleSheet* own_topics, const RuleSheet* own_dimensions,
                      Faults& faults) {
  std::set<std::string> known;
  for (const Json& d : dimensions.json.value("labels", Json::array()))
    known.insert(d["id"].get<std::string>());
  const auto is_lost = [&](const Json& topic) {
    return topic.contains("dimension") && known.count(topic["dimension"].get<std::string>()) == 0;
  };
  std::set<std::string> told;
  const Json own = own_topics ? own_topics->json.value("labels", Json::array()) : Json::array();
  for (std::size_t i = 0; i < own.size(); ++i) {
    told.insert(own[i]["id"].get<std::string>());
    if (!is_off(own[i]) && is_lost(own[i])) {
      faults.add(own_topics->path, child("/labels", i) + "/dimension",
                 "\"" + own[i]["dimension"].get<std::string>() + "\" is no dimension in force");
    }
  }
  std::string lost;
  for (const Json& topic : topics.json.value("labels", Json::array())) {
    const std::string id = topic["id"].get<std::string>();
    if (told.count(id) == 0 && is_lost(topic)) lost += (lost.empty() ? "" : ", ") + id;
  }
  if (lost.empty()) return;
  faults.add(own_dimensions ? own_dimensions->path : topics.path, "/labels",
             "topics fall to a dimension that is gone: " + lost +
                 "; give them another in taxonomy/topics.json, or remove them");
}

void check_codes(const RuleSheet& base, const RuleSheet& over, Faults& faults) {
  std::set<std::string> known;
  // A file that replaces all brings its own codes, where codes are labels.
  const bool all_new = replaces(over) && base.kind == SheetKind::taxonomy;
  if (!all_new) {
    for (const Json& rule : base.json["rules"]) known.insert(rule["as"].get<std::string>());
  }
  for (const RuleSheet* sheet : {&base, &over}) {
    if (all_new && sheet == &base) continue;
    const auto labels = sheet->json.find("labels");
    if (labels == sheet->json.end()) continue;
    for (const Json& l : *labels) {
      const std::string id = l["id"].get<std::string>();
      if (is_off(l)) {
        known.erase(id);
      } else {
        known.insert(id);
      }
    }
  }
  const Json& rules = over.json["rules"];
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (is_off(rules[i]) || known.count(rules[i]["as"].get<std::string>()) != 0) continue;
    std::string codes;
    for (const std::string& k : known) codes += (codes.empty() ? "" : ", ") + k;
    faults.add(over.path, child(child("/rules", i), "as"),
               std::string("\"").append(rules[i]["as"].get<std::string>()) + "\" is no code of " +
                   base.name + "; known: " + codes);
  }
}

}  // namespace noticekit
