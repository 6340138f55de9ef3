#include "noticekit/rules.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "classify/word_list.hpp"
#include "noticekit/label.hpp"
#include "rules/embedded.hpp"
#include "rules/parse.hpp"
#include "rules/tables.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;
namespace fs = std::filesystem;

namespace {

/// A folder of rule files that is gone after the test.
class Folder {
 public:
  Folder() {
    path_ = fs::temp_directory_path() / ("noticekit_rules_" + std::to_string(++count_) + "_" +
                                         std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ec;
    fs::remove_all(path_, ec);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  Folder& file(const std::string& name, const std::string& json) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << json;
    return *this;
  }
  [[nodiscard]] std::string path() const { return path_.generic_string(); }

 private:
  static inline int count_ = 0;
  fs::path path_;
};

std::string listed(const std::vector<Error>& faults) {
  std::string out;
  for (const Error& e : faults)
    out += std::string(errc_name(e.code)) + " " + e.where.path + ":" + e.where.pointer + ": " +
           e.message + "\n";
  return out;
}

bool names_fault(const std::vector<Error>& faults, const std::string& file_end,
                 const std::string& pointer) {
  for (const Error& e : faults) {
    const std::string& p = e.where.path;
    if (p.size() >= file_end.size() &&
        p.compare(p.size() - file_end.size(), file_end.size(), file_end) == 0 &&
        e.where.pointer == pointer)
      return true;
  }
  return false;
}

bool finds(const PhraseSet& set, const std::string& id, std::string_view text) {
  std::vector<PhraseHit> hits;
  set.scan_all(text, hits);
  for (const PhraseHit& h : hits) {
    if (set.rules()[h.rule].id == id) return true;
  }
  return false;
}

std::string one_rule(const std::string& rule) { return "{\"rules\": [" + rule + "]}"; }

}  // namespace

TEST_CASE("the built-in rules load, and every rule hits its own examples") {
  std::vector<Error> faults;
  Faults sink(faults);
  std::size_t rules = 0;
  for (const EmbeddedFile& file : embedded_rules()) {
    const std::string name(file.name);
    const SheetKind kind = name.rfind("taxonomy/", 0) == 0 ? SheetKind::taxonomy
                           : name.rfind("audit/", 0) == 0  ? SheetKind::audit
                                                           : SheetKind::extract;
    RuleSheet sheet;
    if (!parse_sheet(name, name + ".json", kind, file.json, sink, sheet)) continue;
    const PhraseSet set = compile_sheet(sheet, sink);
    check_examples(sheet, set, sink);
    rules += set.rules().size();
  }
  INFO(listed(faults));
  CHECK(faults.empty());
  CHECK(rules > 20);
  const auto loaded = builtin_rules();
  CHECK(loaded.ok());
}

TEST_CASE("the rules printed load again as the same rules") {
  const auto rules = builtin_rules();
  REQUIRE(rules);
  Folder folder;
  for (const RuleFile& f : print_rules(*rules)) folder.file(f.name, f.json);
  std::vector<Error> faults;
  const auto again = load_rules({folder.path()}, faults);
  INFO(listed(faults));
  REQUIRE(again);
  CHECK(again->digest() == rules->digest());
  CHECK(rules->digest().size() == 12);
}

TEST_CASE("an overlay replaces, removes and adds by id, and changes the digest") {
  const auto base = builtin_rules();
  REQUIRE(base);
  Folder first;
  first.file(
      "extract/status.json",
      R"({"rules": [{"id": "test.a", "as": "completed", "match": ["甲"], "yes": ["甲"], "no": ["乙"]},
                           {"id": "test.b", "as": "completed", "match": ["丙"], "yes": ["丙"], "no": ["乙"]}]})");
  Folder second;
  second.file(
      "extract/status.json",
      R"({"rules": [{"id": "test.a", "as": "completed", "match": ["丁"], "yes": ["丁"], "no": ["甲"]},
                            {"id": "test.b", "off": true}]})");
  std::vector<Error> faults;
  const auto one = load_rules({first.path()}, faults);
  INFO(listed(faults));
  REQUIRE(one);
  CHECK(finds(one->extract().status, "test.a", "甲"));
  CHECK(finds(one->extract().status, "test.b", "丙"));
  CHECK_FALSE(finds(base->extract().status, "test.a", "甲"));
  const auto two = load_rules({first.path(), second.path()}, faults);
  REQUIRE(two);
  CHECK_FALSE(finds(two->extract().status, "test.a", "甲"));
  CHECK(finds(two->extract().status, "test.a", "丁"));
  CHECK_FALSE(finds(two->extract().status, "test.b", "丙"));
  CHECK(one->digest() != base->digest());
  CHECK(two->digest() != one->digest());
}

TEST_CASE("all faults are reported at once, each with its file and JSON pointer") {
  Folder folder;
  folder
      .file(
          "extract/status.json",
          one_rule(
              R"({"id": "a", "as": "completed", "match": ["已(完成"], "yes": ["已完成"], "no": ["甲"]},
                        {"id": "b", "as": "no_such_status", "match": ["乙"], "yes": ["乙"], "no": ["甲"]},
                        {"id": "d", "as": "completed", "match": ["丁]"], "yes": ["丁"], "no": ["甲"]})"))
      .file("extract/status_cues.json",
            one_rule(R"({"id": "c", "as": "aside", "match": ["丙"], "yes": ["甲"], "no": ["丙"]})"))
      .file("extract/labels.json",
            one_rule(R"({"id": "a", "as": "measures", "match": "甲", "yes": ["甲"], "no": []},
                        {"id": "d", "as": "measures", "match": ["甲"], "colour": "red", "yes": ["甲"]})"))
      .file("extract/wrappers.json", "{\"rules\": [")
      .file("extract/colours.json", one_rule(""));
  std::vector<Error> faults;
  const auto rules = load_rules({folder.path(), folder.path() + "/nothing"}, faults);
  CHECK_FALSE(rules.ok());
  INFO(listed(faults));
  CHECK(names_fault(faults, "extract/status.json", "/rules/0/match/0"));
  CHECK(names_fault(faults, "extract/status.json", "/rules/1/as"));
  CHECK(names_fault(faults, "extract/status.json", "/rules/2/match/0"));
  CHECK(names_fault(faults, "extract/status_cues.json", "/rules/0/yes/0"));
  CHECK(names_fault(faults, "extract/status_cues.json", "/rules/0/no/0"));
  CHECK(names_fault(faults, "extract/labels.json", "/rules/0/match"));
  CHECK(names_fault(faults, "extract/labels.json", "/rules/0/no"));
  CHECK(names_fault(faults, "extract/labels.json", "/rules/1/colour"));
  CHECK(names_fault(faults, "extract/labels.json", "/rules/1"));
  CHECK(names_fault(faults, "extract/wrappers.json", ""));
  CHECK(names_fault(faults, "extract/colours.json", ""));
  CHECK(names_fault(faults, "/nothing", ""));
}

TEST_CASE("an id that stands twice in a file is a fault") {
  Folder folder;
  const std::string rule =
      R"({"id": "a", "as": "completed", "match": ["甲"], "yes": ["甲"], "no": ["乙"]})";
  folder.file("extract/status.json", one_rule(rule + "," + rule));
  std::vector<Error> faults;
  CHECK_FALSE(load_rules({folder.path()}, faults).ok());
  CHECK(names_fault(faults, "extract/status.json", "/rules/1/id"));
}

TEST_CASE("a label that is removed takes its rules with it") {
  Folder folder;
  folder.file("taxonomy/topics.json",
              R"({"labels": [{"id": "party_dues", "off": true}], "rules": []})");
  std::vector<Error> faults;
  auto rules = load_rules({folder.path()}, faults);
  INFO(listed(faults));
  REQUIRE(rules);
  for (const LabelEntry& l : rules->taxonomy().topics.labels) CHECK(l.id != "party_dues");
  for (const PhraseRule& r : rules->taxonomy().topics.phrases.rules()) CHECK(r.as != "party_dues");
}

TEST_CASE("an overlay that replaces a file stands alone") {
  Folder folder;
  folder.file("taxonomy/topics.json", R"({"replace": true,
    "labels": [{"id": "印章", "label": "印章管理", "dimension": "prior_rectification"},
               {"id": "其余", "label": "其余"}],
    "rules": [{"id": "印章.词", "as": "印章", "match": ["用印"], "yes": ["用印混乱"], "no": ["用车"]}]})");
  std::vector<Error> faults;
  auto rules = load_rules({folder.path()}, faults);
  INFO(listed(faults));
  REQUIRE(rules);
  CHECK(rules->taxonomy().topics.labels.size() == 2);
  CHECK(rules->taxonomy().topics.phrases.rules().size() == 1);
}

TEST_CASE("an overlay switches learnt words off and on; the digest tells") {
  const auto base = builtin_rules();
  REQUIRE(base);
  const auto slice = GENERATE(std::size_t{6}, std::size_t{7});  // topics, measure types
  const std::string name = taxonomy_slices[slice].name;
  const auto words = [&](const Rules& rules) {
    return rules.taxonomy().*taxonomy_slices[slice].words;
  };
  INFO(name);
  CHECK(words(*base) != nullptr);
  Folder off, on, alone;
  off.file("taxonomy/" + name + ".json", R"({"words": false, "rules": []})");
  on.file("taxonomy/" + name + ".json", R"({"words": true, "rules": []})");
  alone.file("taxonomy/" + name + ".json",
             R"({"replace": true, "labels": [{"id": "x", "label": "甲")" +
                 std::string(name == "topics" ? R"(, "dimension": "prior_rectification")" : "") +
                 R"(}], "rules": []})");
  std::vector<Error> faults;
  const auto without = load_rules({off.path()}, faults);
  const auto again = load_rules({off.path(), on.path()}, faults);
  const auto replaced = load_rules({alone.path()}, faults);
  INFO(listed(faults));
  REQUIRE(without);
  CHECK(words(*without) == nullptr);
  CHECK((without->taxonomy().*taxonomy_slices[slice].set).labels.size() ==
        (base->taxonomy().*taxonomy_slices[slice].set).labels.size());
  CHECK(without->digest() != base->digest());
  REQUIRE(again);
  CHECK(words(*again) != nullptr);
  CHECK(again->digest() == base->digest());
  REQUIRE(replaced);
  CHECK(words(*replaced) == nullptr);
}

TEST_CASE("where words were learnt, and there alone, a kind of label has a place for them") {
  for (const TaxonomySlice& slice : taxonomy_slices)
    CHECK((slice.words != nullptr) == (embedded_words(slice.name) != nullptr));
}

TEST_CASE("words are true or false, and of kinds that have some") {
  Folder folder;
  folder.file("taxonomy/measure_types.json", R"({"words": "no", "rules": []})")
      .file("taxonomy/genres.json", R"({"words": false, "rules": []})")
      .file("extract/claims.json", R"({"words": false, "rules": []})");
  std::vector<Error> faults;
  CHECK_FALSE(load_rules({folder.path()}, faults));
  CHECK(names_fault(faults, "measure_types.json", "/words"));
  CHECK(names_fault(faults, "genres.json", "/words"));
  CHECK(names_fault(faults, "claims.json", "/words"));
}

TEST_CASE("learnt words give no topic that was removed, and leave an own one to the rules") {
  const auto topic_of = [](const Rules& rules, std::string_view problem) {
    testing::NoticeBuilder builder("n");
    builder.finding(problem);
    return classify(builder.take(), rules.taxonomy()).findings.at(0).topics.at(0);
  };
  const std::string_view problem = "收上来的钱没进账";
  const auto base = builtin_rules();
  REQUIRE(base);
  CHECK(topic_of(*base, problem).id == "cash_revenue");
  Folder removed, own;
  removed.file("taxonomy/topics.json",
               R"({"labels": [{"id": "cash_revenue", "off": true}], "rules": []})");
  own.file("taxonomy/topics.json", R"({
    "labels": [{"id": "印章", "label": "印章", "dimension": "mass_interest_integrity"}],
    "rules": [{"id": "印章.词", "as": "印章", "weight": 3, "match": ["盖上一个章"],
               "yes": ["盖上一个章"], "no": ["盖章"]}]})");
  std::vector<Error> faults;
  const auto without = load_rules({removed.path()}, faults);
  const auto with = load_rules({own.path()}, faults);
  INFO(listed(faults));
  REQUIRE(without);
  CHECK(topic_of(*without, problem).id != "cash_revenue");
  REQUIRE(with);
  const std::string_view sure =
      "来办事的老人跑了三趟才盖上一个章";  // the words are sure of another
  CHECK(topic_of(*base, sure).score > 0.9);
  CHECK(topic_of(*with, sure).id == "印章");
  CHECK(topic_of(*with, sure).by == LabelSource::rule);
}

TEST_CASE("faults of an overlay beside the rules it lies on have file and pointer") {
  Folder folder;
  folder.file("taxonomy/topics.json", R"({"labels": [
      {"id": "nowhere", "off": true},
      {"id": "two words", "label": "x"},
      {"id": "lost", "label": "y", "dimension": "no_such"}],
    "rules": []})");
  std::vector<Error> faults;
  CHECK_FALSE(load_rules({folder.path()}, faults));
  CHECK(names_fault(faults, "topics.json", "/labels/1/id"));
  folder.file("taxonomy/topics.json", R"({"labels": [
      {"id": "nowhere", "off": true},
      {"id": "lost", "label": "y", "dimension": "no_such"}],
    "rules": [{"id": "topic.party_dues", "as": "assets", "match": ["一"], "yes": ["一"], "no": ["二"]},
              {"id": "gone", "off": true}]})");
  faults.clear();
  CHECK_FALSE(load_rules({folder.path()}, faults));
  INFO(listed(faults));
  CHECK(names_fault(faults, "topics.json", "/labels/0/id"));
  CHECK(names_fault(faults, "topics.json", "/labels/1/dimension"));
  CHECK(names_fault(faults, "topics.json", "/rules/0/id"));
  CHECK(names_fault(faults, "topics.json", "/rules/1/id"));
}

TEST_CASE("removing a dimension that topics fall to is a fault where it is removed") {
  Folder folder;
  folder.file("taxonomy/dimensions.json",
              R"({"labels": [{"id": "prior_rectification", "off": true}], "rules": []})");
  std::vector<Error> faults;
  CHECK_FALSE(load_rules({folder.path()}, faults));
  CHECK(names_fault(faults, "dimensions.json", "/labels"));
}

TEST_CASE("printed rules laid over the built-in ones are the same rules, whatever was removed") {
  Folder own, printed;
  own.file("taxonomy/topics.json",
           R"({"labels": [{"id": "party_dues", "off": true}], "rules": []})");
  std::vector<Error> faults;
  auto rules = load_rules({own.path()}, faults);
  REQUIRE(rules);
  for (const RuleFile& f : print_rules(*rules)) printed.file(f.name, f.json);
  auto again = load_rules({printed.path()}, faults);
  INFO(listed(faults));
  REQUIRE(again);
  CHECK(again->digest() == rules->digest());
}

TEST_CASE("the codebook has every label, with definition, words and examples") {
  auto rules = builtin_rules();
  REQUIRE(rules);
  const std::string markdown = codebook(*rules, CodebookFormat::markdown);
  CHECK(markdown.find("### 党费 `party_dues`") != std::string::npos);
  CHECK(markdown.find("- definition: 党费的核定、收缴、使用与记录") != std::string::npos);
  CHECK(markdown.find(rules->digest()) != std::string::npos);
  const std::string csv = codebook(*rules, CodebookFormat::csv);
  CHECK(csv.find("\"measure_types\",\"recovery\",\"追缴退赔\"") != std::string::npos);
  for (const LabelEntry& l : rules->taxonomy().topics.labels)
    CHECK(csv.find("\"topics\",\"" + l.id + "\"") != std::string::npos);
}
