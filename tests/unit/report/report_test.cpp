#include "noticekit/report.hpp"

#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"

using namespace noticekit;
using testing::NoticeBuilder;

TEST_CASE("an unknown view or format is bad usage, and the message says what there is") {
  const auto view = Report::make("ledgers", {});
  REQUIRE_FALSE(view.ok());
  CHECK(view.error().code == Errc::bad_usage);
  CHECK(view.error().message ==
        "there is no view \"ledgers\"; choose summary, ledger, lists, common, audit, "
        "similar, changes or briefing");
  ReportOptions options;
  options.format = "docx";
  const auto format = Report::make("ledger", options);
  REQUIRE_FALSE(format.ok());
  CHECK(format.error().message ==
        "there is no format \"docx\"; choose text, markdown, csv, xlsx, jsonl, json "
        "or html");
  std::string out;
  CHECK_FALSE(render(Table{}, options, out).ok());
}

TEST_CASE("every listed view can be made in every format it lists, in both languages") {
  REQUIRE_FALSE(list_views().empty());
  const auto rules = builtin_rules();
  REQUIRE(rules);
  for (const NamedAbout& view : list_views()) {
    REQUIRE_FALSE(list_formats(view.name).empty());
    for (const NamedAbout& format : list_formats(view.name)) {
      for (const Language lang : {Language::zh, Language::en}) {
        ReportOptions options;
        options.format = format.name;
        options.lang = lang;
        options.rules = &*rules;
        auto report = Report::make(view.name, options);
        REQUIRE(report.ok());
        NoticeBuilder b("a.txt");
        b.finding("台账不全");
        std::string out;
        report->add(b.take(), nullptr, out);
        report->finish(out);
        if (format.name == "xlsx") {
          CHECK(out.starts_with("PK"));
          continue;
        }
        // One notice alone shares nothing and has no earlier run.
        const bool compares = view.name == "similar" || view.name == "changes";
        const bool sums_up = view.name == "summary" || view.name == "common";
        INFO(view.name << ' ' << format.name);
        if (!compares) {
          CHECK((out.find("台账不全") == std::string::npos) == sums_up);
          CHECK((out.find("a.txt") == std::string::npos) == (view.name == "common"));
        }
      }
    }
  }
  CHECK(list_formats("none").empty());
}

TEST_CASE("a file name's suffix asks for a format, or for none") {
  CHECK(format_of("台账.csv") == "csv");
  CHECK(format_of("a/b.md") == "markdown");
  CHECK(format_of("a.jsonl") == "jsonl");
  CHECK(format_of("a.json") == "json");
  CHECK(format_of("a.txt") == "text");
  CHECK(format_of("a.xlsx") == "xlsx");
  CHECK(format_of("a.docx").empty());
  CHECK(format_of(".csv").empty());
  CHECK(format_of("").empty());
}

TEST_CASE("rows are written as they come, in formats that need not see them all") {
  for (const std::string format : {"markdown", "csv", "jsonl", "json"}) {
    ReportOptions options;
    options.format = format;
    auto report = Report::make("ledger", options);
    std::string whole, part;
    for (int i = 0; i < 3; ++i) {
      NoticeBuilder b("a.txt");
      b.finding("台账不全");
      part.clear();
      report->add(b.take(), nullptr, part);
      CHECK(part.find("台账不全") != std::string::npos);
    }
    report->finish(whole);
    CHECK(whole.find("台账不全") == std::string::npos);
  }
}
