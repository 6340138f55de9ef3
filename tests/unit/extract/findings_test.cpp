#include "extract/findings.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// "台账不全/2 …": each problem with the number of its measures.
std::string findings(std::string_view text) {
  const Notice n = extracted(text);
  std::string out;
  for (const Finding& f : n.findings) {
    if (!out.empty()) out += ' ';
    out += std::string(n.view(f.problem)) + "/" + std::to_string(f.measures.size());
  }
  return out;
}

const std::string lead =
    "关于巡察整改情况的通报\n根据安排，某组对某局党组开展了巡察。现将整改情况通报如下。\n";

}  // namespace

TEST_CASE("unnumbered problems under a group are told by the labelled answer below them") {
  CHECK(
      findings(
          lead +
          "一、反馈问题整改情况\n（一）基层基础方面\n村里的路灯长年不亮。\n"
          "整改情况：一是修灯。二是专人管。\n晒谷场堆满杂物。\n整改情况：一是清场。二是立牌。\n") ==
      "村里的路灯长年不亮/2 晒谷场堆满杂物/2");
}

TEST_CASE("one sentence may hold the problem and its list") {
  const Notice n = extracted(
      lead +
      "针对台账不全的问题，局党组抓住源头，一是补记台账；二是专人负责。该问题已整改完成。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].lead) == "局党组抓住源头");
  CHECK(n.findings[0].measures.size() == 2);
}

TEST_CASE("the rest of the problem's paragraph tells of it, the next paragraphs answer") {
  const Notice n =
      extracted(lead +
                "一、反馈问题整改情况\n（一）制度方面\n1.采购论证不充分。上年有3次未比价。\n"
                "第一，停用原供货商；第二，改为三家比价。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].detail) == "上年有3次未比价");
  CHECK(n.findings[0].measures.size() == 2);
}

TEST_CASE("bullets and half brackets are lists too") {
  CHECK(
      findings(lead +
               "一、反馈问题整改情况\n（一）关于“台账不全”的问题\n——补记台账。\n——专人负责。\n") ==
      "台账不全/2");
  CHECK(findings(lead + "一、反馈问题整改情况\n（一）针对“台账不全”的问题，补短板。1）补记台账；2）"
                        "专人负责。\n") == "台账不全/2");
}

TEST_CASE("news of a feedback tells problems and no answers") {
  const Notice n = extracted(
      "某组向某局反馈巡察情况\n6月3日，某组向某局党组反馈了巡察情况，对抓好整改提出要求。\n"
      "一、巡察反馈的主要问题\n（一）制度方面\n1.台账不全。3本未记。\n二、巡察组提出的意见建议\n"
      "（一）压实责任，扎紧制度笼子。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].detail) == "3本未记");
  CHECK(n.findings[0].measures.empty());
}

TEST_CASE("a dash in a table's cell is an empty cell") {
  const Notice n = extracted(
      lead + "序号\t反馈问题\t具体表现\t整改措施\t完成情况\n1\t台账不全\t—\t补记台账\t已完成\n");
  REQUIRE(n.findings.size() == 1);
  CHECK_FALSE(n.findings[0].detail);
  CHECK(n.findings[0].status.value == StatusValue::completed);
}
