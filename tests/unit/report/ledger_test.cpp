#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"
#include "support/rows.hpp"

using namespace noticekit;
using testing::genre_labels;
using testing::NoticeBuilder;
using testing::report_rows;

namespace {

using Notices = std::vector<std::pair<Notice, const Labels*>>;

std::vector<std::string> keys_of(const nlohmann::ordered_json& row) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : row.items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("the columns of the ledger stand in the offices' order, the source after them") {
  ReportOptions options;
  options.format = "csv";
  options.bom = false;
  auto report = Report::make("ledger", options);
  std::string out;
  report->finish(out);
  CHECK(out ==
        "序号,巡察轮次,被巡察单位,监督重点(方面),反馈问题,具体表现,问题类别,整改措施,责任领导,"
        "责任部门,责任人,整改时限,整改进展,整改成效,完成状态,佐证材料,是否销号,备注,来源(文件:行)"
        "\r\n");
}

TEST_CASE("a finding is one row, every cell what the notice says") {
  NoticeBuilder b("云溪/a.txt");
  b.body("云溪村");
  b.notice.round = b.line("第三轮");
  const auto section = b.heading("反馈问题整改情况");
  const auto aspect = b.heading("聚焦基层党建方面");
  Finding& f = b.finding("台账不全");
  f.path = {section, aspect};
  f.detail = b.line("两年未更新");
  b.measure("补记台账").measure("明确专人");
  f.results = {b.line("台账已补齐")};
  f.outcomes = {b.line("已销毁旧册"), b.line("新册已启用")};
  f.responsible.leader = b.line("何某");
  f.responsible.department = b.line("党建办");
  Date deadline;
  deadline.span = b.line("2031年6月底前");
  f.deadline = deadline;
  f.status = {StatusValue::completed, StatusBasis::derived, f.results[0]};
  Labels labels = genre_labels("rectification_notice", "整改通报");
  labels.findings.resize(1);
  labels.findings[0].topics = {{"party_affairs_records", "基础党务与档案", 4, {}},
                               {"org_life_meeting", "组织(民主)生活会", 1, {}}};
  const auto rows = report_rows("ledger", Notices{{b.take(), &labels}});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].dump() ==
        R"({"row":"entry","no":1,"round":"第三轮","inspected_body":"云溪村",)"
        R"("focus":"聚焦基层党建方面","problem":"台账不全","detail":"两年未更新",)"
        R"("topics":"基础党务与档案、组织(民主)生活会","measures":"1. 补记台账\n2. 明确专人",)"
        R"("leader":"何某","department":"党建办","person":null,"deadline":"2031年6月底前",)"
        R"("progress":"1. 已销毁旧册\n2. 新册已启用","results":"台账已补齐","status":"已完成",)"
        R"("evidence":null,"closed":null,"remarks":"完成状态系推定，依据：“台账已补齐”",)"
        R"("source":"云溪/a.txt:5"})");
}

TEST_CASE("where the notice is silent, cells are empty") {
  NoticeBuilder b("a.txt");
  b.finding("台账不全");
  const auto rows = report_rows("ledger", Notices{{b.take(), nullptr}});
  for (const std::string& key : keys_of(rows[0])) {
    const bool stated = key == "row" || key == "no" || key == "problem" || key == "source";
    INFO(key);
    CHECK(rows[0][key].is_null() != stated);
  }
}

TEST_CASE("a lone measure bears no number") {
  NoticeBuilder b("a.txt");
  b.finding("台账不全");
  b.measure("补记台账");
  CHECK(report_rows("ledger", Notices{{b.take(), nullptr}})[0]["measures"] == "补记台账");
}

TEST_CASE("a stated status has no remark, an unclear one no word") {
  NoticeBuilder b("a.txt");
  Finding& stated = b.finding("台账不全");
  stated.status = {StatusValue::phased_long_term, StatusBasis::stated, stated.problem};
  b.finding("账目不清");
  const auto rows = report_rows("ledger", Notices{{b.take(), nullptr}});
  CHECK(rows[0]["status"] == "阶段性完成/长期坚持");
  CHECK(rows[0]["remarks"].is_null());
  CHECK(rows[1]["status"].is_null());
}

TEST_CASE("findings right under several top headings have these for aspects") {
  NoticeBuilder b("a.txt");
  const auto one = b.heading("聚焦决策部署");
  b.finding("落实不力").path = {one};
  const auto two = b.heading("聚焦基层党建");
  b.finding("台账不全").path = {two};
  const auto rows = report_rows("ledger", Notices{{b.take(), nullptr}});
  CHECK(rows[0]["focus"] == "聚焦决策部署");
  CHECK(rows[1]["focus"] == "聚焦基层党建");
  NoticeBuilder c("c.txt");
  const auto section = c.heading("反馈问题整改情况");
  c.finding("落实不力").path = {section};
  c.finding("台账不全").path = {section};
  CHECK(report_rows("ledger", Notices{{c.take(), nullptr}})[0]["focus"].is_null());
}

TEST_CASE("rows are numbered through; other genres and self-identified problems are marked") {
  const Labels self = genre_labels("self_report", "自查报告");
  NoticeBuilder a("a.txt"), b("b.txt");
  a.finding("台账不全");
  b.finding("账目不清").origin = Origin::self_identified;
  const auto rows = report_rows("ledger", Notices{{a.take(), nullptr}, {b.take(), &self}});
  CHECK(rows[1]["no"] == 2);
  CHECK(rows[1]["row"] == "uncounted");
  CHECK(rows[1]["remarks"] == "不计入统计：自查报告；自查问题");
}

TEST_CASE("the notes count findings by status, name documents without findings, count errors") {
  const Labels self = genre_labels("self_report", "自查报告");
  ReportOptions options;
  options.format = "json";
  auto report = Report::make("ledger", options);
  std::string out;
  NoticeBuilder a("a.txt"), b("b.txt"), c("c.txt");
  a.finding("台账不全").status = {StatusValue::completed, StatusBasis::stated, std::nullopt};
  a.finding("账目不清");
  b.finding("落实不力").status = {StatusValue::completed, StatusBasis::stated, std::nullopt};
  report->add(a.take(), nullptr, out);
  report->add(b.take(), &self, out);
  report->add(c.take(), nullptr, out);
  report->add_error("d.txt", "normalize", {Errc::not_text, "is no text", {}}, out);
  report->finish(out);
  const auto whole = nlohmann::json::parse(out);
  CHECK(whole["notes"][0] == "2份通报，2个问题；完成状态：已完成 1、未载明 1。");
  CHECK(whole["notes"][2] == "1份其他文种列出并注明，不计入上述数字。");
  CHECK(whole["notes"][3] == "1份未列出问题：c.txt。");
  CHECK(whole["notes"][4] == "1份未能处理，已列出。");
  CHECK(whole["rows"].back()["row"] == "error");
  CHECK(whole["rows"].back()["source"] == "d.txt");
}
