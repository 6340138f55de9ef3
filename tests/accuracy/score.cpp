// usage: score GOLD_DIR PREDICTED.jsonl [--floor FLOOR.json] [--misses]
// Scores notice records against gold annotations, per field: precision, recall, F1, support. With
// --floor it fails when a field is under its recorded floor, or has no floor and is not perfect. It
// runs no program: it reads what programs wrote, so that a gold set may stay outside the
// repository.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "accuracy/compare.hpp"

using Json = nlohmann::json;
using noticekit::accuracy::alike;
using noticekit::accuracy::fold;

namespace {

struct Row {
  int right = 0, gold = 0, predicted = 0;
};

class Score {
 public:
  void count(const std::string& field, int right, int gold, int predicted) {
    if (!rows_.count(field)) order_.push_back(field);
    Row& r = rows_[field];
    r.right += right;
    r.gold += gold;
    r.predicted += predicted;
  }

  /// A field that has one value, null included.
  void value(const std::string& field, bool right, const std::string& where) {
    count(field, right ? 1 : 0, 1, 1);
    if (!right) misses.push_back(field + " " + where);
  }

  /// A list: each gold entry is found by at most one predicted entry, in order. Returns the pairs.
  template <class Same>
  std::vector<std::pair<std::size_t, std::size_t>> list(const std::string& field,
                                                        const std::vector<Json>& gold,
                                                        const std::vector<Json>& predicted,
                                                        const std::string& where, Same same) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::set<std::size_t> used;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      bool found = false;
      for (std::size_t j = 0; j < predicted.size() && !found; ++j) {
        if (used.count(j) || !same(gold[i], predicted[j])) continue;
        used.insert(j);
        pairs.emplace_back(i, j);
        found = true;
      }
      if (!found) misses.push_back(field + " " + where + " missing: " + gold[i].dump());
    }
    for (std::size_t j = 0; j < predicted.size(); ++j) {
      if (!used.count(j))
        misses.push_back(field + " " + where + " too many: " + predicted[j].dump());
    }
    count(field, static_cast<int>(pairs.size()), static_cast<int>(gold.size()),
          static_cast<int>(predicted.size()));
    return pairs;
  }

  /// Prints the table; returns whether every field holds its floor.
  [[nodiscard]] bool print(const Json* floors) const {
    bool holds = true;
    std::printf("%-24s %6s %6s %6s %6s %6s %6s\n", "field", "P", "R", "F1", "right", "gold",
                "pred");
    for (const std::string& field : order_) {
      const Row& r = rows_.at(field);
      const auto share = [](int part, int whole) {
        char buffer[16] = "     -";
        if (whole != 0)
          std::snprintf(buffer, sizeof buffer, "%6.3f", static_cast<double>(part) / whole);
        return std::string(buffer);
      };
      const int both = r.gold + r.predicted;
      const double f1 = both == 0 ? 1 : 2.0 * r.right / both;
      std::printf("%-24s %s %s %s %6d %6d %6d", field.c_str(), share(r.right, r.predicted).c_str(),
                  share(r.right, r.gold).c_str(), share(2 * r.right, both).c_str(), r.right, r.gold,
                  r.predicted);
      if (floors != nullptr && f1 + 1e-9 < floors->value(field, 1.0)) {
        std::printf("  UNDER ITS FLOOR %.3f", floors->value(field, 1.0));
        holds = false;
      }
      std::printf("\n");
    }
    return holds;
  }

  std::vector<std::string> misses;

 private:
  std::map<std::string, Row> rows_;
  std::vector<std::string> order_;
};

Json at(const Json& j, const char* key) {
  return j.is_object() && j.contains(key) ? j.at(key) : Json();
}
std::vector<Json> items(const Json& j, const char* key) {
  const Json list = at(j, key);
  return list.is_array() ? list.get<std::vector<Json>>() : std::vector<Json>();
}
/// The words of a field, of a string, or of null.
std::string words(const Json& j) {
  if (j.is_string()) return j.get<std::string>();
  return j.is_object() && at(j, "text").is_string() ? j["text"].get<std::string>() : std::string();
}
bool same_words(const Json& a, const Json& b) { return fold(words(a)) == fold(words(b)); }
std::string label_id(const Json& l) {
  return l.is_object() && l.contains("id") ? l["id"].get<std::string>() : words(l);
}
std::vector<Json> texts(const Json& record, const char* key) {
  std::vector<Json> out;
  for (const Json& f : items(record, key)) out.push_back(words(f));
  return out;
}
auto similar(double cut) {
  return [cut](const Json& a, const Json& b) { return alike(words(a), words(b), cut); };
}

void score_finding(Score& s, const Json& gold, const Json& predicted,
                   const std::vector<std::string>& headings) {
  const std::string where = words(gold["id"]);
  std::vector<std::string> want, have;
  for (const Json& p : items(gold, "path")) want.push_back(fold(words(p)));
  for (const Json& p : items(predicted, "path")) have.push_back(headings.at(p.get<std::size_t>()));
  s.value("finding.path", want == have, where);
  s.value("finding.origin", at(gold, "origin") == at(predicted, "origin"), where);
  const std::string detail = words(at(gold, "detail"));
  const std::string found = words(at(predicted, "detail"));
  s.value("finding.detail", detail.empty() ? found.empty() : alike(detail, found, 0.9), where);
  s.list("finding.measures", items(gold, "measures"), texts(predicted, "measures"), where,
         similar(0.9));
  std::string results;
  for (const Json& r : texts(predicted, "results")) results += words(r);
  const std::string wanted = words(at(gold, "results"));
  s.value("finding.results", wanted.empty() ? results.empty() : alike(wanted, results, 0.85),
          where);
  s.value("finding.status", at(gold, "status") == at(at(predicted, "status"), "value"), where);
  const Json labels = at(predicted, "labels");
  if (gold.contains("dimension")) {
    s.value("label.dimension", words(gold["dimension"]) == label_id(at(labels, "dimension")),
            where);
  }
  if (gold.contains("topics") && !gold["topics"].empty()) {
    const auto topics = items(labels, "topics");
    s.value("label.topic.primary",
            !topics.empty() && label_id(topics[0]) == words(gold["topics"][0]), where);
    const bool second = topics.size() > 1 && label_id(topics[1]) == words(gold["topics"][0]);
    s.value("label.topic.within2",
            second || (!topics.empty() && label_id(topics[0]) == words(gold["topics"][0])), where);
  }
  if (gold.contains("substance") && gold["substance"].is_string()) {
    s.value("label.substance", words(gold["substance"]) == label_id(at(labels, "substance")),
            where);
  }
}

std::string amount(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

void score_notice(Score& s, const Json& gold, const Json& predicted) {
  const std::string where = words(gold["seed"]);
  for (const char* f : {"title", "issuer", "addressee", "inspection_group", "round"}) {
    s.value(f, same_words(at(gold, f), at(predicted, f)), where);
  }
  const auto bodies = texts(predicted, "inspected_bodies");
  const Json body = at(gold, "inspected_body");
  s.value("inspected_body",
          body.is_null() ? bodies.empty()
                         : std::any_of(bodies.begin(), bodies.end(),
                                       [&](const Json& b) { return same_words(b, body); }),
          where);
  for (const auto& [name, key] : {std::pair{"inspection_start", "inspection_start"},
                                  {"inspection_end", "inspection_end"},
                                  {"feedback_date", "feedback"},
                                  {"publication_date", "published"}}) {
    s.value(name, at(gold, name) == at(at(at(predicted, "dates"), key), "value"), where);
  }
  const auto outline = items(predicted, "outline");
  const auto pairs =
      s.list("outline", items(gold, "outline"), outline, where, [](const Json& a, const Json& b) {
        return fold(words(a["marker"])) == fold(words(b["marker"])) &&
               alike(words(a["text"]), words(b["text"]), 0.95);
      });
  std::vector<std::string> headings;
  for (const Json& h : outline) headings.push_back(fold(words(h)));
  for (const auto& [i, j] : pairs)
    s.value("outline.level", gold["outline"][i]["level"] == outline[j]["level"], where);
  const auto findings = items(predicted, "findings");
  std::vector<Json> want, have;
  for (const Json& f : items(gold, "findings")) want.push_back(f["problem"]);
  for (const Json& f : findings) have.push_back(words(f["problem"]));
  const auto matched = s.list("findings", want, have, where, similar(0.9));
  s.value("findings.count", want.size() == have.size(), where);
  for (const auto& [i, j] : matched) score_finding(s, gold["findings"][i], findings[j], headings);
  const auto same_number = [](const char* gold_key, const char* key) {
    return [=](const Json& a, const Json& b) {
      return a["kind"] == b["kind"] && amount(a[gold_key]) == amount(b[key]);
    };
  };
  s.list("claims", items(gold, "claims"), items(predicted, "claims"), where,
         same_number("value", "value"));
  s.list("accountability", items(gold, "accountability"), items(predicted, "accountability"), where,
         same_number("value", "value"));
  s.list("money", items(gold, "money"), items(predicted, "money"), where,
         same_number("value_yuan", "yuan"));
  std::vector<Json> titles;
  for (const Json& r : items(predicted, "references")) {
    const Json title = words(at(r, "title"));
    if (!words(title).empty() && std::find(titles.begin(), titles.end(), title) == titles.end())
      titles.push_back(title);
  }
  s.list("references", texts(gold, "references"), titles, where, same_words);
  for (const char* kind : {"phone", "email", "address", "postcode"}) {
    s.list(std::string("contact.") + kind, texts(at(gold, "contacts"), kind),
           texts(at(predicted, "contacts"), kind), where, same_words);
  }
  s.list("next_steps", texts(gold, "next_steps"), texts(predicted, "next_steps"), where,
         similar(0.85));
  s.list("remaining_problems", texts(gold, "remaining_problems"),
         texts(predicted, "remaining_problems"), where, similar(0.85));
  std::vector<Json> people;
  for (const Json& p : items(gold, "persons")) {
    const std::string kind = words(at(p, "class"));
    if (kind != "public_leader" && kind != "nickname") people.push_back(p["name"]);
  }
  std::vector<Json> named;
  for (const Json& p : items(predicted, "persons")) {
    if (std::find(named.begin(), named.end(), p["name"]) == named.end()) named.push_back(p["name"]);
  }
  s.list("persons", people, named, where, same_words);
  const Json labels = at(predicted, "labels");
  for (const char* f : {"genre", "tier", "inspected_level"}) {
    s.value(std::string("label.") + f, words(at(gold, f)) == label_id(at(labels, f)), where);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() < 2) {
    std::fprintf(stderr, "usage: score GOLD_DIR PREDICTED.jsonl [--floor FLOOR.json] [--misses]\n");
    return 2;
  }
  std::map<std::string, Json> predicted;
  std::ifstream lines(args[1]);
  for (std::string line; std::getline(lines, line);) {
    const Json record = Json::parse(line);
    if (record.value("type", "") == "notice") {
      predicted[std::filesystem::path(words(record["source"]["path"])).filename().string()] =
          record;
    }
  }
  Json floors;
  bool misses = false;
  for (std::size_t i = 2; i < args.size(); ++i) {
    if (args[i] == "--floor" && i + 1 < args.size())
      floors = Json::parse(std::ifstream(args[i + 1]));
    misses = misses || args[i] == "--misses";
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(args[0]))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Score score;
  int documents = 0;
  for (const auto& file : files) {
    if (file.extension() != ".json") continue;
    const Json gold = Json::parse(std::ifstream(file));
    if (!gold.contains("findings")) continue;  // a code list beside the annotations
    ++documents;
    score_notice(score, gold, predicted[words(gold["file"])]);
  }
  const bool holds = score.print(floors.is_null() ? nullptr : &floors);
  std::printf("documents %d\n", documents);
  if (misses || !holds) {
    for (const std::string& m : score.misses) std::printf("MISS %s\n", m.substr(0, 300).c_str());
  }
  return holds && documents > 0 ? 0 : 1;
}
