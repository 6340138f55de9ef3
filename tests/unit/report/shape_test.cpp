#include "report/shape.hpp"

#include <catch2/catch.hpp>

#include "report/writer.hpp"
#include "support/notice_builder.hpp"
#include "support/rows.hpp"

using namespace noticekit;
using testing::NoticeBuilder;
using testing::rows_of;

namespace {

std::vector<nlohmann::ordered_json> ledger(const ReportOptions& given) {
  ReportOptions options = given;
  options.format = "jsonl";
  auto report = Report::make("ledger", options);
  REQUIRE(report);
  std::string out;
  for (const char* id : {"b.txt", "a.txt"}) {
    NoticeBuilder b(id);
    b.notice.issuer = b.line(std::string(1, id[0]) == "a" ? "甲镇党委" : "乙镇党委");
    b.finding("丙问题");
    b.finding("丁问题");
    report->add(b.take(), nullptr, out);
  }
  report->finish(out);
  return rows_of(out);
}

}  // namespace

TEST_CASE("columns are shown as asked, in that order") {
  ReportOptions options;
  options.columns = "source,problem";
  const auto rows = ledger(options);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].dump() == R"({"row":"entry","source":"b.txt:2","problem":"丙问题"})");
}

TEST_CASE("rows are sorted by a column and numbered anew") {
  ReportOptions options;
  options.sort = "problem,-source";
  options.columns = "no,problem,source";
  const auto rows = ledger(options);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0]["problem"] == "丁问题");
  CHECK(rows[0]["source"] == "b.txt:3");
  CHECK(rows[1]["source"] == "a.txt:3");
  CHECK(rows[0]["no"] == 1);
  CHECK(rows[3]["no"] == 4);
}

TEST_CASE("groups have their rows together and a subtotal each") {
  ReportOptions options;
  options.group_by = "issuer";
  options.columns = "no,problem";
  const auto rows = ledger(options);
  REQUIRE(rows.size() == 6);
  CHECK(rows[2]["row"] == "total");
  CHECK(rows[2]["no"] == 2);
  CHECK(rows[0]["grouped_by"] == rows[1]["grouped_by"]);
  CHECK(rows[0]["grouped_by"] != rows[3]["grouped_by"]);
  CHECK(rows[5]["row"] == "total");
}

TEST_CASE("a column or group that is not there is bad usage") {
  for (const auto member : {&ReportOptions::columns, &ReportOptions::sort}) {
    ReportOptions options;
    options.*member = "colour";
    const auto report = Report::make("ledger", options);
    REQUIRE_FALSE(report);
    CHECK(report.error().message.find("choose no, round") != std::string::npos);
  }
  ReportOptions options;
  options.group_by = "colour";
  CHECK_FALSE(Report::make("ledger", options).ok());
}
