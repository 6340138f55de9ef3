#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"
#include "support/rows.hpp"

using namespace noticekit;
using testing::NoticeBuilder;

TEST_CASE("lists are four tables of the same findings, and empty where the notice is silent") {
  NoticeBuilder b("a.txt");
  b.body("青禾镇党委");
  b.finding("现金使用不规范");
  b.measure("一律转账");
  std::vector<std::pair<Notice, const Labels*>> notices;
  notices.emplace_back(b.take(), nullptr);
  const auto rows = testing::report_rows("lists", notices);
  REQUIRE(rows.size() == 4);
  CHECK_FALSE(rows[0].contains("table"));
  CHECK(rows[1]["table"] == "tasks");
  CHECK(rows[1]["measures"] == "一律转账");
  CHECK(rows[1]["goal"].is_null());
  CHECK(rows[2]["table"] == "duties");
  CHECK(rows[2]["leader"].is_null());
  CHECK(rows[3]["table"] == "ledger");
  for (const auto& row : rows) CHECK(row["problem"] == "现金使用不规范");
}

TEST_CASE("formats part several tables in their own way") {
  for (const auto& [format, words] :
       {std::pair{"csv", "\r\n\r\n序号,问题,"}, std::pair{"markdown", "## 责任清单"},
        std::pair{"text", "\n任务清单\n"}, std::pair{"json", "\"more_tables\":["}}) {
    ReportOptions options;
    options.format = format;
    auto report = Report::make("lists", options);
    NoticeBuilder b("a.txt");
    b.finding("现金使用不规范");
    std::string out;
    report->add(b.take(), nullptr, out);
    report->finish(out);
    INFO(format);
    CHECK(out.find(words) != std::string::npos);
    if (std::string_view(format) == "json") {
      const auto whole = nlohmann::json::parse(out);
      CHECK(whole["more_tables"].size() == 3);
      CHECK(whole["more_tables"][2]["rows"].size() == 1);
    }
  }
}
