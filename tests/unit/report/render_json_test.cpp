#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "noticekit/report.hpp"

using namespace noticekit;

namespace {

Table example() {
  Table table;
  table.title = "表";
  table.columns = {{"a", "甲", "first"}, {"b", "乙", "second"}, {"c", "丙", "third"}};
  table.rows.push_back({RowKind::entry, {std::string("“\"\n"), Decimal{9871, 2}, Cell()}});
  table.rows.push_back({RowKind::total, {Cell(), Decimal{0, 0}, std::string()}});
  table.notes.emplace_back("注");
  return table;
}

std::string written(const char* format, Language lang = Language::zh) {
  ReportOptions options;
  options.format = format;
  options.lang = lang;
  std::string out;
  REQUIRE(render(example(), options, out).ok());
  return out;
}

}  // namespace

TEST_CASE("jsonl writes one object a row; unstated is null, zero is 0, empty words are empty") {
  CHECK(written("jsonl") ==
        "{\"row\":\"entry\",\"a\":\"“\\\"\\n\",\"b\":98.71,\"c\":null}\n"
        "{\"row\":\"total\",\"a\":null,\"b\":0,\"c\":\"\"}\n");
}

TEST_CASE("json writes the whole table as one object") {
  const auto whole = nlohmann::json::parse(written("json", Language::en));
  CHECK(whole["title"] == "表");
  CHECK(whole["columns"][1] == nlohmann::json({{"key", "b"}, {"heading", "second"}}));
  CHECK(whole["rows"].size() == 2);
  CHECK(whole["rows"][0]["b"] == 98.71);
  CHECK(whole["notes"][0] == "注");
}

TEST_CASE("a table without rows is still json") {
  ReportOptions options;
  options.format = "json";
  std::string out;
  REQUIRE(render(Table{}, options, out).ok());
  CHECK(nlohmann::json::parse(out)["rows"].empty());
}
