#include "extract/claims.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// The rates that a sentence before all findings states of the whole notice.
std::string rates(std::string_view sentence) {
  const Notice n = extracted(notice_lead + "一、组织整改情况\n" + std::string(sentence) +
                             "\n二、反馈问题整改情况\n（一）关于台账不全的问题。补记台账。\n");
  std::string out;
  for (const Claim& c : n.claims) {
    if (c.kind != ClaimKind::completion_rate) continue;
    if (!out.empty()) out += ' ';
    out += to_string(c.value);
  }
  return out;
}

/// "findings_total 3 …": what a sentence after the lead's first, of May 2024, states.
std::string stated(std::string_view sentence) {
  const Notice n = extracted("关于巡察整改情况的通报\n2024年5月，某组对某局党组开展了巡察。" +
                             std::string(sentence) +
                             "\n一、整改落实情况\n（一）关于台账不全的问题。补记台账。\n");
  std::string out;
  for (const Claim& c : n.claims) {
    if (!out.empty()) out += ' ';
    out += std::string(claim_name(c.kind)) + ' ' + to_string(c.value) + c.unit;
    if (c.scope != "document") out += '@' + c.scope;
  }
  return out;
}

}  // namespace

TEST_CASE("what is not yet, planned or said of a part is not said of all") {
  for (const char* const rest :
       {"尚未全部完成整改", "未能按期全部完成整改", "确保全部完成整改", "预计2025年6月全部完成整改",
        "年底前全部完成整改", "除账目不清问题外均已整改完成",
        "除需要长期坚持的制度建设类事项外，全部完成整改", "已完成整改的问题均已销号",
        "到期应完成2个，已全部完成"}) {
    CAPTURE(rest);
    CHECK(stated("反馈问题3个，" + std::string(rest) + "。") == "findings_total 3个");
  }
  CHECK(stated("反馈的3个问题尚未全部完成整改。") == "findings_total 3个");
  CHECK(stated("反馈的3个问题，1个正在整改，其余2个问题均已整改到位。") ==
        "findings_total 3个 findings_in_progress 1个 findings_completed 2个");
  CHECK(stated("反馈问题3个，制定措施8条，措施已全部完成。") ==
        "findings_total 3个 measures_total 8条 measures_completed 8条");
}

TEST_CASE("what is said of all stays so") {
  const char* const all = "findings_total 3个 findings_completed 3个";
  CHECK(stated("反馈问题3个，现已全部完成整改。") == all);
  CHECK(stated("反馈问题3个，已于2024年6月底前全部完成整改。") == all);
  CHECK(stated("消除隐患，对外公示，反馈的3个问题均已整改到位。") == all);
  CHECK(stated("确保件件有着落，反馈的3个问题已全部完成整改。") == all);
  CHECK(stated("反馈问题3个，制定措施8条，目前已全部完成整改。") ==
        "findings_total 3个 findings_completed 3个 measures_total 8条 measures_completed 8条");
}

TEST_CASE("what an earlier year's inspection found is of another round") {
  CHECK(stated("反馈问题3个，2019年巡察反馈的5个问题已全部整改完成。") ==
        "findings_total 3个 sub_issues_total 5个@previous_round "
        "sub_issues_completed 5个@previous_round");
  CHECK(stated("2024年巡察反馈的5个问题已全部整改完成。") ==
        "findings_total 5个 findings_completed 5个");
}

TEST_CASE("an earlier inspection's year is not the day of the feedback") {
  const Notice n = extracted(
      "关于巡察整改情况的通报\n2024年5月，某组对某局党组开展了巡察。2019年巡察反馈的问题已整改。\n"
      "一、整改落实情况\n（一）关于台账不全的问题。补记台账。\n");
  CHECK((!n.feedback || n.feedback->year == 2024));
}

TEST_CASE("tasks beside problems, kinds between aspects and problems") {
  CHECK(stated("反馈的3个方面、12个问题、36项整改任务，已完成整改任务34项。") ==
        "aspects_total 3个 findings_total 12个 measures_total 36项 measures_completed 34项");
  CHECK(stated("反馈3方面12类30个具体问题。") == "aspects_total 3方面 findings_total 30个");
}

TEST_CASE("problems and tasks joined in one breath are done together") {
  CHECK(stated("反馈的3个问题、8项整改任务均已完成。") ==
        "findings_total 3个 findings_completed 3个 measures_total 8项 measures_completed 8项");
}

TEST_CASE("what is to be done before a day is no state") {
  CHECK(stated("反馈12个问题，10月底前完成8个，12月底前完成4个。") == "findings_total 12个");
  CHECK(stated("反馈12个问题，已于10月底前完成8个。") ==
        "findings_total 12个 findings_completed 8个");
}

TEST_CASE("a rate in words has decimals") {
  CHECK(rates("反馈的12个问题，整改完成率百分之九十一点七。") == "91.7");
  CHECK(rates("问题整改完成率百分之九十二。") == "92");
}

TEST_CASE("a rate of completion is that of the findings where the sentence speaks of them") {
  CHECK(rates("反馈的8个问题已完成整改5个，完成率62.5%。") == "62.5");
  CHECK(rates("截至目前，已完成7个，取得阶段性成效3个，完成率70%。") == "70");
  CHECK(rates("截至目前，总体完成率90%。") == "90");
  CHECK(rates("已完成整改7个（完成率87.5%）。") == "87.5");
}

TEST_CASE("a rate of something else is no claim of the notice") {
  CHECK(rates("局党组会议议定事项督办销号率95%，危房改造完成率达98%。").empty());
  CHECK(rates("对照整改要求清理档案，档案归档完成率100%。").empty());
  CHECK(rates("开展房屋排查，完成率100%。").empty());
  CHECK(rates("巡查发现安全隐患32处，完成率100%。").empty());
  CHECK(rates("抓紧推进，确保年底前整改完成率100%。").empty());
}

TEST_CASE("what is not said of all problems of a finding's own check is not either") {
  for (const char* const rest : {"确保全部整改到位", "除2个外均已整改到位", "其余均已整改到位"}) {
    CAPTURE(rest);
    CHECK(with_answer("自查发现问题7个，" + std::string(rest) + "。").claims.empty());
  }
  CHECK(with_answer("自查发现问题7个，均已整改到位。").claims.size() == 2);
}
