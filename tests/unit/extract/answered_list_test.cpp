#include "extract/answered_list.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

TEST_CASE("one section lists the problems, a later one answers them by number") {
  const Notice n = extracted(
      notice_lead +
      "一、巡察反馈的主要问题\n（一）制度建设方面\n1.公章乱放。抽屉不上锁。\n2.台账不全。\n"
      "（二）资产管理方面\n3.空房闲置。\n二、整改落实情况\n局党组逐项认领。\n"
      "问题1：一是买柜子。二是专人管。该问题已完成整改。\n问题2：补记两年。\n"
      "针对第三个问题，挂牌出租。\n三、下一步打算\n一是常抓。\n");
  CHECK(answered(n) ==
        "公章乱放/买柜子/专人管。该问题已完成整改 台账不全/补记两年 空房闲置/挂牌出租");
  REQUIRE(n.findings.size() == 3);
  CHECK(words(n, n.findings[0].detail) == "抽屉不上锁");
  CHECK(n.findings[0].status.value == StatusValue::completed);
  REQUIRE(n.findings[2].path.size() == 2);
  CHECK(n.view(n.outline.headings[n.findings[2].path[1]].text) == "资产管理方面");
  CHECK(n.findings[2].extent.contains(n.findings[2].measures[0].text));
}

TEST_CASE("the numbers of problems and answers may restart in each group") {
  const std::string list =
      "一、巡察反馈问题\n（一）制度建设方面\n1.公章乱放。\n2.台账不全。\n"
      "（二）资产管理方面\n1.空房闲置。\n2.车辆失管。\n";
  CHECK(answered(extracted(notice_lead + list +
                           "二、整改情况\n（一）制度建设方面\n对问题1，买柜子。\n对问题2，补记。\n"
                           "（二）资产管理方面\n对问题1，出租。\n对问题2，封存。\n")) ==
        "公章乱放/买柜子 台账不全/补记 空房闲置/出租 车辆失管/封存");
  // Answers may count through where the list restarts.
  CHECK(answered(extracted(notice_lead + list +
                           "二、整改情况\n第1个问题：买柜子。\n第2个问题：补记。\n"
                           "第3个问题：出租。\n第4个问题：封存。\n")) ==
        "公章乱放/买柜子 台账不全/补记 空房闲置/出租 车辆失管/封存");
}

TEST_CASE("problems listed in prose are answered by number too") {
  CHECK(answered(extracted(notice_lead +
                           "一、反馈的主要问题\n一是公章乱放。二是台账不全。\n二、整改情况\n"
                           "针对第一个问题，买柜子。针对第二个问题，补记。\n")) ==
        "公章乱放/买柜子 台账不全/补记");
}

TEST_CASE("what tells the problems again, or names others, answers no list") {
  // The second section is read by itself.
  CHECK(answered(extracted(notice_lead +
                           "一、反馈的主要问题\n1.公章乱放。\n2.台账不全。\n二、问题整改情况\n"
                           "问题1：公章乱放。\n整改措施：买柜子。\n问题2：台账不全。\n"
                           "整改措施：补记。\n")) == "公章乱放/买柜子 台账不全/补记");
  const Notice n = extracted(notice_lead +
                             "一、反馈的主要问题\n1.公章乱放。\n2.台账不全。\n二、其他情况\n"
                             "问题5：买柜子。\n问题6：补记。\n");
  for (const Finding& f : n.findings) CHECK(f.measures.empty());
}

TEST_CASE("problems and answers may both be lines that carry the number") {
  CHECK(answered(extracted(notice_lead +
                           "一、反馈问题\n问题1：台账不全。\n问题2：公章乱放。\n二、整改情况\n"
                           "问题1：补记两年。\n问题2：锁进柜子，正在整改。\n")) ==
        "台账不全/补记两年 公章乱放/锁进柜子，正在整改");
}

TEST_CASE(
    "one answer may name several problems of the list, and ends before the next one's marker") {
  CHECK(answered(extracted(notice_lead +
                           "一、巡察反馈的主要问题\n1.公章乱放。\n2.台账不全。\n3.空房闲置。\n"
                           "二、整改落实情况\n（一）针对第1、2项问题，买柜子，补记。\n"
                           "（二）针对第3项问题，出租。\n")) ==
        "公章乱放/买柜子，补记 台账不全/买柜子，补记 空房闲置/出租");
}
