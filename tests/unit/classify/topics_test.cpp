#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "noticekit/label.hpp"
#include "support/extracted.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;

namespace {

std::vector<Label> topics(std::string_view problem, std::string_view detail = {}) {
  testing::NoticeBuilder builder("n");
  builder.finding(problem);
  if (!detail.empty()) {
    const Span d = builder.line(detail);
    builder.notice.findings.back().detail = d;
  }
  return classify(builder.take(), test::builtin().taxonomy()).findings.at(0).topics;
}

}  // namespace

TEST_CASE("what a problem names first is its primary topic") {
  CHECK(topics("固定资产底数不清，报销凭证不全")[0].id == "assets");
  CHECK(topics("报销凭证不全，固定资产底数不清")[0].id == "accounting");
}

TEST_CASE("of two topics joined by 、 or 和 the first is primary") {
  CHECK(topics("工程招标和物资采购监管失守")[0].id == "projects_bidding");
  CHECK(topics("物资采购和工程招标监管失守")[0].id == "procurement");
}

TEST_CASE("words inside longer ones do not count") {
  const auto found = topics("服务群众专项经费使用率不高");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].id == "earmarked_funds");
  for (const Label& l : found) CHECK(l.id != "mass_service");
}

TEST_CASE("where nothing speaks the topic is other, without a reason") {
  const auto found = topics("魑魅魍魉");
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "other");
  CHECK(found[0].why.empty());
}

TEST_CASE("a topic names the runner-up, its margin, and whose words gave which share") {
  const auto found = topics("固定资产底数不清，报销凭证不全", "仓库物资未登记入账。");
  CHECK(found[0].runner_up == "accounting");
  REQUIRE(found[0].margin);
  CHECK(*found[0].margin == Approx(1 - found[1].score / found[0].score));
  double all = 0;
  for (const Evidence& e : found[0].why) all += e.share;
  CHECK(all == Approx(1));
  CHECK(*topics("党费收缴不及时")[0].margin > 0.9);
}

TEST_CASE("problems of the genre get their topics") {
  CHECK(topics("以读代学，学习研讨少")[0].id == "theory_study");
  CHECK(topics("存在一户多宅，宅基地审批不严")[0].id == "rural_development");
  CHECK(topics("干部人事档案审核不细")[0].id == "selection_appointment");
  CHECK(topics("离任审计查出的报销问题未整改")[0].id == "audit_rectification");
  CHECK(topics("对下检查考核多，基层负担重")[0].id == "formalism");
}

TEST_CASE("learnt words name topics that no rule does, and say so") {
  const auto model = topics("收上来的钱没进账");
  CHECK(model[0].id == "cash_revenue");
  CHECK(model[0].by == LabelSource::model);
  for (const Evidence& e : model[0].why) CHECK(e.rule == "words.topics");
  CHECK(topics("党费收缴不及时")[0].by == LabelSource::rule);
}

TEST_CASE("the score says how likely a topic is; one that is not sure takes the next along") {
  const auto sure = topics("党费收缴不及时");
  REQUIRE(sure.size() == 1);
  CHECK(sure[0].score > 0.9);
  CHECK(sure[0].score <= 1);
  const auto unsure = topics("收上来的钱没进账");
  CHECK(unsure[0].score < 0.8);
  CHECK(unsure.size() == 2);
}
