#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"
#include "support/rows.hpp"

using namespace noticekit;
using testing::genre_labels;
using testing::NoticeBuilder;
using testing::report_rows;

namespace {

using Notices = std::vector<std::pair<Notice, const Labels*>>;

Notice stating(std::string id, std::string_view found, std::string_view done) {
  NoticeBuilder b(std::move(id));
  b.body("云溪镇");
  if (!found.empty()) b.claim(ClaimKind::findings_total, found);
  if (!done.empty()) b.claim(ClaimKind::findings_completed, done);
  return b.take();
}

bool says(const nlohmann::ordered_json& row, const std::string& words) {
  return row["remarks"].is_string() &&
         row["remarks"].get<std::string>().find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the columns of the statistics stand in the offices' order, ours after them") {
  ReportOptions options;
  options.format = "csv";
  options.bom = false;
  auto report = Report::make("summary", options);
  std::string out;
  report->finish(out);
  CHECK(out ==
        "序号,被巡察单位,巡察组,反馈日期,公布日期,反馈问题数,已完成,基本完成/阶段性完成,正在整改,"
        "未完成,完成率(%),措施数,建章立制(项),党纪政务处分(人),组织处理(人),"
        "诫勉/谈话提醒/批评教育(人),追缴/清退(万元),挽回损失(万元),移交线索(件),备注,列出问题数,"
        "来源(文件)\r\n");
}

TEST_CASE("zero and unstated are different cells, in rows and in totals") {
  const auto rows = report_rows("summary", Notices{{stating("a.txt", "8", "0"), nullptr},
                                                   {stating("b.txt", "4", ""), nullptr}});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["findings_completed"] == 0);
  CHECK(rows[1]["findings_completed"].is_null());
  CHECK(rows[2]["row"] == "total");
  CHECK(rows[2]["findings_total"] == 12);
  CHECK(rows[2]["findings_completed"] == 0);
  CHECK(rows[2]["measures_total"].is_null());
  CHECK(says(rows[2], "计入2份"));
  CHECK(says(rows[2], "未载明：已完成1份"));
}

TEST_CASE("listed findings never pass for stated ones") {
  NoticeBuilder b("a.txt");
  b.finding("账目不清");
  b.finding("台账不全");
  const auto rows = report_rows("summary", Notices{{b.take(), nullptr}});
  CHECK(rows[0]["findings_total"].is_null());
  CHECK(rows[0]["findings_listed"] == 2);
  CHECK(rows[1]["findings_total"].is_null());
  CHECK(rows[1]["findings_listed"] == 2);
}

TEST_CASE("a total stated differently shows both values, says so and is not summed") {
  NoticeBuilder b("a.txt");
  b.claim(ClaimKind::findings_total, "8").claim(ClaimKind::findings_total, "7");
  const auto rows =
      report_rows("summary", Notices{{b.take(), nullptr}, {stating("b.txt", "4", ""), nullptr}});
  CHECK(rows[0]["findings_total"] == "8、7");
  CHECK(says(rows[0], "反馈问题数载明不一(8、7)"));
  CHECK(rows[2]["findings_total"] == 4);
  CHECK(says(rows[2], "载明不一、未计入：反馈问题数1份"));
}

TEST_CASE("self-reports and other genres are listed and marked, and stay out of the totals") {
  const Labels notice = genre_labels("rectification_notice", "整改通报");
  const Labels report = genre_labels("rectification_report", "整改报告");
  const Labels self = genre_labels("self_report", "自查报告");
  const auto rows = report_rows("summary", Notices{{stating("a.txt", "8", ""), &notice},
                                                   {stating("b.txt", "100", ""), &self},
                                                   {stating("c.txt", "4", ""), &report},
                                                   {stating("d.txt", "2", ""), nullptr}});
  REQUIRE(rows.size() == 5);
  CHECK(rows[1]["row"] == "uncounted");
  CHECK(rows[1]["no"].is_null());
  CHECK(rows[1]["findings_total"] == 100);
  CHECK(says(rows[1], "不计入合计：自查报告"));
  CHECK(rows[2]["no"] == 2);
  CHECK(rows[4]["findings_total"] == 14);
  CHECK(says(rows[4], "计入3份"));
}

TEST_CASE("rates are shown in percent and never added up") {
  NoticeBuilder b("a.txt");
  b.claim(ClaimKind::completion_rate, "98.71");
  const auto rows = report_rows("summary", Notices{{b.take(), nullptr}});
  CHECK(rows[0]["completion_rate"] == 98.71);
  CHECK(rows[1]["completion_rate"].is_null());
}

TEST_CASE("basically completed, phased and long-term share a column and are told apart beside it") {
  NoticeBuilder b("a.txt");
  b.claim(ClaimKind::findings_phased, "4").claim(ClaimKind::findings_long_term, "5");
  const auto rows = report_rows("summary", Notices{{b.take(), nullptr}});
  CHECK(rows[0]["findings_partly_completed"] == 9);
  CHECK(says(rows[0], "阶段性完成4、长期坚持5"));
}

TEST_CASE("people and money are summed over notices, exactly") {
  NoticeBuilder a("a.txt"), b("b.txt");
  a.people(AccountabilityKind::party_discipline, "2").line("");
  a.people(AccountabilityKind::administrative_discipline, "1").line("");
  a.people(AccountabilityKind::interview, "6").line("");
  a.money(MoneyKind::recovered, "1000.1").line("");
  b.people(AccountabilityKind::party_discipline, "0").line("");
  b.money(MoneyKind::returned, "2000.2").line("");
  const auto rows = report_rows("summary", Notices{{a.take(), nullptr}, {b.take(), nullptr}});
  CHECK(rows[0]["discipline"] == 3);
  CHECK(says(rows[0], "约谈6人"));
  CHECK(rows[1]["discipline"] == 0);
  CHECK(rows[2]["discipline"] == 3);
  CHECK(rows[2]["recovered_or_returned"].dump() == "0.30003");
}

TEST_CASE("dates are printed as far as they are known; damaged ones keep their words") {
  NoticeBuilder b("a.txt");
  Date feedback;
  feedback.span = b.line("2031年5月");
  feedback.year = 2031;
  feedback.month = 5;
  feedback.precision = Precision::month;
  Date published;
  published.span = b.line("203年月6日");
  b.notice.feedback = feedback;
  b.notice.published = published;
  const auto rows = report_rows("summary", Notices{{b.take(), nullptr}});
  CHECK(rows[0]["feedback"] == "2031-05");
  CHECK(rows[0]["published"] == "203年月6日");
  CHECK(says(rows[0], "公布日期不完整"));
}

TEST_CASE("a document that became an error is listed in its place and counted in a note") {
  ReportOptions options;
  options.format = "json";
  auto report = Report::make("summary", options);
  std::string out;
  report->add(stating("a.txt", "8", ""), nullptr, out);
  report->add_error("b.txt", "extract", {Errc::empty_document, "has no text", {}}, out);
  report->add(stating("c.txt", "4", ""), nullptr, out);
  report->finish(out);
  const auto whole = nlohmann::json::parse(out);
  REQUIRE(whole["rows"].size() == 4);
  CHECK(whole["rows"][1]["row"] == "error");
  CHECK(whole["rows"][1]["source"] == "b.txt");
  CHECK(whole["rows"][1]["remarks"] == "未能处理：extract: empty_document: has no text");
  CHECK(whole["rows"][2]["no"] == 2);
  CHECK(whole["rows"][3]["findings_total"] == 12);
  CHECK(whole["notes"].back() == "1份未能处理，列出但不计入合计。");
}

TEST_CASE("in English, headings and remarks are English and quotations stay Chinese") {
  const Labels self = genre_labels("self_report", "自查报告");
  const auto rows =
      report_rows("summary", Notices{{stating("a.txt", "8", ""), &self}}, Language::en);
  REQUIRE(rows.size() == 1);  // nothing counted: no total
  CHECK(rows[0]["remarks"] == "not counted: self report");
  CHECK(rows[0]["inspected_body"] == "云溪镇");
}
