#include "extract/findings.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

std::string findings(std::string_view text) { return counted(extracted(text)); }

}  // namespace

TEST_CASE("unnumbered problems under a group are told by the labelled answer below them") {
  CHECK(
      findings(
          notice_lead +
          "一、反馈问题整改情况\n（一）基层基础方面\n村里的路灯长年不亮。\n"
          "整改情况：一是修灯。二是专人管。\n晒谷场堆满杂物。\n整改情况：一是清场。二是立牌。\n") ==
      "村里的路灯长年不亮/2 晒谷场堆满杂物/2");
}

TEST_CASE("a problem that was never put right is one finding, whatever paragraphs answer it") {
  CHECK(counted(one_group("1.审计指出的借款问题未整改到位\n整改情况：\n一是收回借款。\n"
                          "二是建立对账机制。\n整改成效：借款已收回。\n")) ==
        "审计指出的借款问题未整改到位/2");
}

TEST_CASE("what is to come is no measure where a label tells it apart") {
  CHECK(answered(one_group("1.公章乱放。\n整改进展：买了柜子。\n下一步举措：换锁。\n"
                           "2.台账不全。\n整改进展：补记了。\n")) ==
        "公章乱放/买了柜子 台账不全/补记了");
}

TEST_CASE("one sentence may hold the problem and its list") {
  const Notice n = extracted(
      notice_lead +
      "针对台账不全的问题，局党组抓住源头，一是补记台账；二是专人负责。该问题已整改完成。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].lead) == "局党组抓住源头");
  CHECK(n.findings[0].measures.size() == 2);
}

TEST_CASE("the rest of the problem's paragraph tells of it, the next paragraphs answer") {
  const Notice n =
      extracted(notice_lead +
                "一、反馈问题整改情况\n（一）制度方面\n1.采购论证不充分。上年有3次未比价。\n"
                "第一，停用原供货商；第二，改为三家比价。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].detail) == "上年有3次未比价");
  CHECK(n.findings[0].measures.size() == 2);
}

TEST_CASE("bullets and half brackets are lists too") {
  CHECK(
      findings(notice_lead +
               "一、反馈问题整改情况\n（一）关于“台账不全”的问题\n——补记台账。\n——专人负责。\n") ==
      "台账不全/2");
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n（一）针对“台账不全”的问题，补短板。1）补记台账；2）"
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
  const Notice n =
      extracted(notice_lead +
                "序号\t反馈问题\t具体表现\t整改措施\t完成情况\n1\t台账不全\t—\t补记台账\t已完成\n");
  REQUIRE(n.findings.size() == 1);
  CHECK_FALSE(n.findings[0].detail);
  CHECK(n.findings[0].status.value == StatusValue::completed);
}

TEST_CASE("numbered lines without sections are the findings where there are as many as told") {
  const std::string told =
      "关于巡察整改情况的通报\n某组对某村党支部开展了巡察，反馈的3个问题，改好了2个。\n";
  const std::string items =
      "1、灯常年黑着。换灯12盏。\n2、广播时响时哑。修喇叭4只。\n3、账簿锁在柜里。上墙公布。\n";
  CHECK(findings(told + items + "下一步，支部接着修渠。\n") ==
        "灯常年黑着/1 广播时响时哑/1 账簿锁在柜里/1");
  CHECK(
      findings("关于巡察整改情况的通报\n某组对某村党支部开展了巡察，反馈的5个问题，改好了2个。\n" +
               items)
          .empty());
}

TEST_CASE("a label before each problem parts the findings, one alone stands before a detail") {
  CHECK(findings(notice_lead +
                 "一、制度建设方面\n【问题】台账不全\n【表现】缺两年。\n【整改】首先，补记。其次，"
                 "专人管。\n【具体问题】公章乱放\n【整改】锁进柜子。\n") ==
        "台账不全/2 公章乱放/1");
  CHECK(
      findings(notice_lead +
               "一、反馈问题整改情况\n（一）台账管理不到位\n【问题】缺两年。\n【整改】补记。\n") ==
      "台账管理不到位/1");
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n（一）养老服务领域\n存在问题：烟感失灵\n整改举措：更换。\n"
                 "存在问题：补助拖欠\n整改举措：补发。\n（二）殡葬管理领域\n存在问题：价格虚高\n"
                 "整改举措：降价。\n") == "烟感失灵/1 补助拖欠/1 价格虚高/1");
  CHECK(findings(notice_lead +
                 "一、加强领导\n开会4次。\n二、对账销号\n问题1：押金放在私人手里。\n整改情况：\n"
                 "一是收回押金；\n二是修订办法。\n问题2：合同一签八年。\n整改情况：\n解约。\n") ==
        "押金放在私人手里/2 合同一签八年/1");
}

TEST_CASE("a second label below a numbered problem opens its detail") {
  const Notice n =
      extracted(notice_lead +
                "一、具体问题整改情况\n反馈问题1：库房管理不严。\n具体问题：钥匙挂在门边。\n"
                "整改举措：①收回钥匙；②专人管。\n反馈问题2：合同不全。\n具体问题：缺了3份。\n"
                "整改举措：补签。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(words(n, n.findings[0].detail) == "钥匙挂在门边");
  CHECK(n.findings[0].measures.size() == 2);
}

TEST_CASE("a list before the results is what was done, though no label says so") {
  const Notice n =
      extracted(notice_lead +
                "一、反馈问题整改情况\n（一）制度方面\n1.针对“公章乱放”的问题\n①锁进柜子。\n"
                "②专人管。\n整改成效：再没有乱盖。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(n.findings[0].measures.size() == 2);
  CHECK(n.findings[0].results.size() == 1);
  CHECK_FALSE(n.findings[0].lead);
}

TEST_CASE("the plan that follows the last finding without a heading is no part of it") {
  const Notice n =
      extracted(notice_lead +
                "一、制度方面\n（一）关于“公章乱放”问题的整改。锁进柜子。本问题已完成整改。\n"
                "（二）关于“台账不全”问题的整改。补记两年台账。本问题已完成整改。\n"
                "今后一个时期，局党组将做好两件事：一是常抓；二是常查。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.findings[1].status.value == StatusValue::completed);
  CHECK(n.findings[1].measures.size() == 1);
}

TEST_CASE("quoted problems that open their paragraphs are findings under a group") {
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n（一）执行制度还有差距\n“公车管理混乱”的问题。封存2辆。\n"
                 "“台账不全”的问题。首先，补记；其次，专人管。\n") == "公车管理混乱/1 台账不全/2");
}

TEST_CASE("a table of which every cell became a line is read by its row numbers") {
  const Notice n =
      extracted(notice_lead +
                "附：整改台账\n序号\n反馈问题\n整改措施\n责任单位\n进展情况\n1\n台账不全\n"
                "1）补记台账；2）专人负责。\n办公室\n已完成\n2\n公章乱放\n购置印章柜。\n用章须登记"
                "。\n综合科\n"
                "正在整改\n3\n空房闲置\n对外出租。\n局里将继续盯住。\n联系电话：0000-5550000\n");
  REQUIRE(n.findings.size() == 3);
  CHECK(n.findings[0].measures.size() == 2);
  CHECK(words(n, n.findings[0].responsible.department) == "办公室");
  CHECK(n.findings[0].status.value == StatusValue::completed);
  // Two lines more than columns are two paragraphs of the measures.
  CHECK(n.view(n.findings[1].measures.at(0).text) == "购置印章柜。\n用章须登记");
  CHECK(n.findings[1].status.value == StatusValue::in_progress);
  // A row with fewer lines tells its problem and measures only.
  CHECK(n.findings[2].measures.size() == 1);
  CHECK(n.findings[2].status.value == StatusValue::unclear);
}

TEST_CASE("the last row of a flattened table ends before the text below it") {
  const Notice n = extracted(notice_lead +
                             "附：整改台账\n序号\n反馈问题\n整改措施\n责任单位\n1\n公章乱放\n"
                             "购置印章柜。\n用章须登记。\n综合科\n局里将继续盯住。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].responsible.department) == "综合科");
  CHECK(n.next_steps.size() == 1);
}

TEST_CASE("cells of a flattened table may begin like headings") {
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n序号\n存在问题\n整改举措\n牵头单位\n1\n台账不全\n"
                 "（1）补记台账；\n（2）专人负责。\n办公室\n2\n公章乱放\n锁进柜子。\n综合科\n"
                 "二、下一步打算\n一是巩固。\n") == "台账不全/2 公章乱放/1");
}

TEST_CASE("after a wrapped problem's own sentence come facts, where the answer has a label") {
  const Notice n = extracted(notice_lead +
                             "一、反馈问题整改情况\n（一）制度方面\n关于库房防潮的问题。"
                             "两处返潮，探头有7个黑屏。\n整改落实：更换探头。\n");
  REQUIRE(n.findings.size() == 1);
  CHECK(words(n, n.findings[0].detail) == "两处返潮，探头有7个黑屏");
  CHECK(!n.findings[0].lead);
}

TEST_CASE("the problem's cell holds its detail too where no column does") {
  const Notice n = extracted(notice_lead +
                             "一、反馈问题整改情况\n序号\t反馈问题\t整改措施\t完成情况\n"
                             "1\t台账不全。缺了两年。\t①补记；②专人管。\t已完成\n"
                             "2\t公章乱放。\t锁进柜子。\t已完成\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.view(n.findings[0].problem) == "台账不全");
  CHECK(words(n, n.findings[0].detail) == "缺了两年");
  CHECK_FALSE(n.findings[1].detail);
}

TEST_CASE("a table in the annex, below the signature, holds the findings") {
  CHECK(findings(notice_lead +
                 "一、组织领导\n开会4次。\n二、下一步工作\n持续用力。\n详见附件。\n某局党组\n"
                 "2031年5月6日\n附件\n整改情况一览表\n序号\t问题\t整改措施\t完成情况\n"
                 "1\t台账不全\t补记\t已完成\n2\t公章乱放\t锁进柜子\t已完成\n") ==
        "台账不全/1 公章乱放/1");
}

TEST_CASE("a number of two parts and who found it open a problem in prose") {
  const Notice n =
      extracted(notice_lead +
                "一、反馈问题整改情况\n1.基层治理方面\n"
                "1.1 巡察组指出：台账不全。缺了两年。街道的整改是：一是补记；二是专人管。\n"
                "1.2 巡察组指出：公章乱放。街道的整改是：锁进柜子。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.view(n.findings[0].problem) == "台账不全");
  CHECK(words(n, n.findings[0].detail) == "缺了两年");
  CHECK(n.findings[0].measures.size() == 2);
}

TEST_CASE("a last paragraph that promises is no part of the last finding") {
  const Notice n =
      extracted(notice_lead +
                "针对台账不全的问题，局党组补记两年台账。\n针对公章乱放的问题，局党组收回公章。\n"
                "局党组将把这次整改作为新的起点，已经改好的坚持住。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.findings[1].measures.size() == 1);
  CHECK(n.next_steps.size() == 1);
}

TEST_CASE("headings that carry the label of a problem are findings, not parts of one") {
  const Notice n =
      extracted(notice_lead +
                "一、组织领导\n开会4次。\n二、具体问题整改情况\n（一）反馈问题：公章乱放\n"
                "具体表现：抽屉不上锁。\n整改措施：（1）买柜子；（2）专人管。\n完成情况：已完成\n"
                "（二）反馈问题：台账不全\n具体表现：缺了两年。\n整改措施：补记。\n"
                "完成情况：正在整改\n");
  CHECK(counted(n) == "公章乱放/2 台账不全/1");
  CHECK(words(n, n.findings.at(0).detail) == "抽屉不上锁");
  CHECK(n.findings.at(1).status.value == StatusValue::in_progress);
}

TEST_CASE("a sentence that names no organ names no inspection group") {
  const Notice n = extracted(
      "关于近三年工作情况的报告\n县委第三巡察组：\n按照巡察组进驻要求，某卫生院党支部开展自查。\n");
  CHECK(words(n, n.inspection_group) != "按照巡察组");
}

TEST_CASE("one paragraph may answer several problems, each in its sentence") {
  CHECK(
      findings(notice_lead +
               "针对台账不全的问题，补记两年。针对用章不规范的问题，收回公章，尚未完成整改。\n") ==
      "台账不全/1 用章不规范/1");
}

TEST_CASE("numbered measures under a label make no section of the problem above") {
  CHECK(findings(notice_lead +
                 "（一）台账不全。缺了两年。\n整改措施：\n1.补记。\n2.专人管。\n整改成效：齐了。\n"
                 "（二）公章乱放。\n整改措施：锁进柜子。\n整改成效：没有再乱放。\n") ==
        "台账不全/2 公章乱放/1");
}

TEST_CASE("rows that sum up or name a group are no findings") {
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n序号\t反馈问题\t整改措施\t完成情况\n一\t制度方面\t\t\n"
                 "1\t台账不全\t补记\t已完成\n2\t公章乱放\t锁进柜子\t已完成\n"
                 "合计\t2\t\t完成2个\n") == "台账不全/1 公章乱放/1");
}

TEST_CASE("numbered measures below problems that stand in lines of their own are no findings") {
  CHECK(findings(notice_lead +
                 "一、制度建设方面\n问题一：台账不全。\n整改措施：\n1.补记；\n2.专人管。\n"
                 "整改结果：已完成。\n问题二：公章乱放。\n整改措施：锁进柜子。\n"
                 "二、作风方面\n问题三：窗口常空。\n整改措施：\n1.排班。\n整改结果：已完成。\n") ==
        "台账不全/2 公章乱放/1 窗口常空/1");
}

TEST_CASE("headings may stand between the rows of one table") {
  const Notice n =
      extracted(notice_lead +
                "一、整改事项\n序号\t反馈问题\t整改措施\t完成情况\n（一）制度方面\n"
                "1\t台账不全\t补记\t已完成\n2\t公章乱放\t锁进柜子\t正在推进\n"
                "（二）作风方面\n3\t窗口常空\t排班\t已完成\n二、下一步打算\n持续用力。\n");
  CHECK(counted(n) == "台账不全/1 公章乱放/1 窗口常空/1");
  REQUIRE(n.findings.size() == 3);
  REQUIRE(n.findings[2].path.size() == 2);
  CHECK(n.view(n.outline.headings[n.findings[2].path[1]].text) == "作风方面");
}

TEST_CASE("how the work was done stands in no finding, though its section is called 整改") {
  CHECK(findings(notice_lead +
                 "一、整改落实基本情况\n（一）统一思想认识。党组开会3次，一是剖析问题，二是分工。\n"
                 "二、具体问题整改情况\n（一）台账不全。\n整改措施：补记。\n"
                 "（二）公章乱放。\n整改措施：锁进柜子。\n") == "台账不全/1 公章乱放/1");
}

TEST_CASE("what sums up the findings is none, and the plan follows it") {
  const Notice n =
      extracted(notice_lead +
                "一、制度建设方面\n关于台账不全的问题。整改结果：补记两年。\n"
                "关于公章乱放的问题。整改结果：锁进柜子，已完成。\n"
                "以上2个问题中，已完成整改1个，未完成1个。下一步，局党组将接着补记台账。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(words(n, n.findings[1].results.at(0)) == "锁进柜子，已完成");
  CHECK(n.findings[1].status.value == StatusValue::completed);
  CHECK(n.claims.size() == 3);
  REQUIRE(n.next_steps.size() == 1);
  CHECK(n.view(n.next_steps[0]) == "局党组将接着补记台账");
}

TEST_CASE("the last unnumbered finding ends before the plan") {
  const Notice n =
      extracted(notice_lead +
                "一、制度建设方面\n问题一：台账不全。\n整改措施：补记。\n整改结果：已完成。\n"
                "问题二：公章乱放。\n整改措施：锁进柜子。\n整改结果：已完成。\n"
                "下一步，局党组将按季回访。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(words(n, n.findings[1].results.at(0)) == "已完成");
}

TEST_CASE("beside the measures a column tells what came of them") {
  const Notice n =
      extracted(notice_lead +
                "序号\t反馈问题\t整改措施\t整改情况\n1\t台账不全\t补记\t已完成。补记86笔\n"
                "2\t公章乱放\t锁进柜子\t正在推进\n");
  REQUIRE(n.findings.size() == 2);
  REQUIRE(n.findings[0].results.size() == 1);
  CHECK(n.view(n.findings[0].results[0]) == "已完成。补记86笔");
  CHECK(n.findings[0].status.value == StatusValue::completed);
  CHECK(n.findings[1].results.empty());
  CHECK(n.findings[1].status.value == StatusValue::in_progress);
}

TEST_CASE("lines that part the text say what the sections below them are") {
  const Notice n =
      extracted(notice_lead +
                "第一部分　主要做法\n一、建章立制，巩固整改成效\n制定制度3项。\n"
                "第二部分　反馈问题整改情况\n一、制度建设方面\n（一）台账不全\n"
                "整改措施：补记。\n（二）公章乱放\n整改措施：锁进柜子。\n"
                "第三部分　下一步打算\n一、抓学习。每月一课。\n二、抓回访。每季一次。\n");
  CHECK(answered(n) == "台账不全/补记 公章乱放/锁进柜子");
  REQUIRE(n.next_steps.size() == 2);
  CHECK(n.view(n.next_steps[1]) == "抓回访。每季一次");
}

TEST_CASE("a narrow full stop ends a unit as a wide one does") {
  const Notice n = extracted(notice_lead +
                             "一、制度建设方面\n（一）台账不全.\n整改措施:补记两年.\n"
                             "（二）公章乱放.\n整改措施:锁进柜子,需长期推进.\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.view(n.findings[0].measures.at(0).text) == "补记两年");
  CHECK(n.findings[1].status.value == StatusValue::phased_long_term);
}

TEST_CASE("numbered lines that nothing answers are the answer to the sentence above them") {
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n（一）制度建设方面\n1、台账不全。\n（1）补记两年台账。\n"
                 "（2）确定专人管理。\n2、公章乱放。\n（1）锁进柜子。\n（2）用章登记。\n") ==
        "台账不全/2 公章乱放/2");
  CHECK(findings(notice_lead + "一、反馈问题整改情况\n（一）制度建设方面\n1.针对台账不全的问题\n"
                               "（1）补记两年台账。\n（2）确定专人管理。\n") == "台账不全/2");
  CHECK(findings(notice_lead +
                 "一、反馈问题整改情况\n（一）制度建设方面\n1、台账不全。\n（1）漏记两年。补记。\n"
                 "（2）专人缺位。配人。\n") == "漏记两年/1 专人缺位/1");
}

TEST_CASE("a row without number and problem goes on with the one above") {
  const Notice n = extracted(notice_lead +
                             "序号\t反馈问题\t整改措施\t整改情况\n1\t台账不全\t补记\t已完成\n"
                             "\t\t专人管\t\n2\t公章乱放\t锁进柜子\t正在推进\n");
  CHECK(answered(n) == "台账不全/补记/专人管 公章乱放/锁进柜子");
}

TEST_CASE("an answer under a label right behind its sentence makes a paragraph a finding") {
  CHECK(findings(notice_lead +
                 "一、制度建设方面\n①公章乱放。整改情况：锁进柜子。\n②空房闲置。整改情况：出租。\n"
                 "二、下一步打算\n持续用力。\n") == "公章乱放/1 空房闲置/1");
}

TEST_CASE("a part without sections may hold the plan") {
  const Notice n =
      extracted(notice_lead +
                "第一部分　整改情况\n一、台账不全。补记两年。\n二、公章乱放。锁进柜子。\n"
                "第二部分　下步工作\n局党组将按季回访。\n");
  REQUIRE(n.next_steps.size() == 1);
  CHECK(n.view(n.next_steps[0]) == "局党组将按季回访");
}

TEST_CASE("the marker before a label belongs to it, whether or not a colon follows") {
  const Notice n =
      extracted(notice_lead +
                "一、反馈问题整改情况\n（一）台账不全\n（1）整改措施：补记两年。\n"
                "（2）整改成效：账实相符。\n（二）公章乱放\n1.整改措施\n（1）锁进柜子。\n"
                "（2）用章登记。\n2.整改成效\n没有再乱放。\n（三）空房闲置\n1.整改措施\n"
                "（1）出租18间。\n2.整改成效\n收租3万元。\n");
  CHECK(answered(n) == "台账不全/补记两年 公章乱放/锁进柜子/用章登记 空房闲置/出租18间");
  REQUIRE(n.findings.size() == 3);
  CHECK_FALSE(n.findings[0].detail);
  CHECK(words(n, n.findings[1].results.at(0)) == "没有再乱放");
  CHECK(words(n, n.findings[2].measures.at(0).marker) == "（1）");
}

TEST_CASE("an answer that opens with its status tells what was done all the same") {
  const Notice n =
      extracted(notice_lead +
                "一、反馈问题整改情况\n（一）关于台账不全的问题\n"
                "整改情况：已完成。补记两年台账。\n（二）关于公章乱放的问题\n"
                "正在整改。买了3个柜子。\n（三）关于空房闲置的问题\n整改情况：已完成整改\n");
  CHECK(answered(n) == "台账不全/已完成。补记两年台账 公章乱放/正在整改。买了3个柜子 空房闲置");
  REQUIRE(n.findings.size() == 3);
  CHECK(n.findings[0].status.value == StatusValue::completed);
  CHECK(n.findings[1].status.value == StatusValue::in_progress);
  CHECK(n.findings[2].status.value == StatusValue::completed);
}

TEST_CASE("a sentence that goes on in a cell tells of money as prose does") {
  const Notice n = extracted(notice_lead +
                             "序号\t反馈问题\t整改措施\t整改情况\t涉及金额\n"
                             "1\t空房闲置\t出租\t已完成。追缴租金3万元\t5万元\n");
  REQUIRE(n.money.size() == 1);
  CHECK(n.view(n.money[0].span).find("3万元") != std::string_view::npos);
}

TEST_CASE("a status or a count behind a heading does not change what the heading is") {
  CHECK(findings(notice_lead + "一、制度建设方面（2个）\n（一）台账不全（已整改）\n补记两年。\n"
                               "（二）公章乱放（持续整改）\n锁进柜子。\n二、作风建设方面（1个）\n"
                               "（一）窗口常空（已整改）\n排班。\n三、下一步工作\n持续用力。\n") ==
        "台账不全/1 公章乱放/1 窗口常空/1");
}

TEST_CASE("names of attachments are no findings and no part of one") {
  const Notice n = one_group(
      "1.关于台账不全的问题。补记台账。\n2.关于公章乱放的问题。买柜子。\n"
      "附件：1.整改台账\n2.制度目录\n3.公章使用登记表\n某局党组\n2031年5月6日\n");
  CHECK(answered(n) == "台账不全/补记台账 公章乱放/买柜子");
  CHECK(words(n, n.issuer) == "某局党组");
}

TEST_CASE("a table drawn with strokes is read as one with tabs") {
  const Notice n = extracted(notice_lead +
                             "一、反馈问题整改情况\n| 序号 | 反馈问题 | 整改措施 | 完成情况 |\n"
                             "| --- | --- | --- | --- |\n| 1 | 台账不全 | 补记台账 | 已完成 |\n"
                             "| 2 | 公章乱放 | 买柜子 | 正在推进 |\n");
  CHECK(answered(n) == "台账不全/补记台账 公章乱放/买柜子");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.findings[1].status.value == StatusValue::in_progress);
}

TEST_CASE("quoted problems of one paragraph have each its own answer and status") {
  const Notice n = extracted(
      notice_lead +
      "一、反馈问题整改情况\n针对“台账不全”问题，补记两年，已完成整改。针对“用章走过场”问题，"
      "收回公章，正在推进。针对“发文超期”问题，限定五日，已整改到位。\n");
  CHECK(counted(n) == "台账不全/1 用章走过场/1 发文超期/1");
  std::string statuses;
  for (const Finding& f : n.findings) statuses += std::string(status_name(f.status.value)) + ' ';
  CHECK(statuses == "completed in_progress completed ");
}
