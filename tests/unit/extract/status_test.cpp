#include "extract/status.hpp"

#include <catch2/catch.hpp>

#include "extract/codes.hpp"
#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// "completed stated": value and basis of the one finding's status.
std::string status(std::string_view answer) {
  const Notice n = with_answer(answer);
  REQUIRE(n.findings.size() == 1);
  const Status& s = n.findings[0].status;
  return std::string(status_name(s.value)) + " " + basis_name(s.basis);
}

}  // namespace

TEST_CASE("a sentence that is nothing but a status is the finding's") {
  CHECK(status("一是补记台账。二是专人负责。已完成整改。") == "completed stated");
  CHECK(status("一是补记台账。\n此项工作将长期坚持。") == "phased_long_term stated");
  CHECK(status("整改情况：补记台账。该问题正在整改。") == "in_progress stated");
}

TEST_CASE("a label of progress holds a status where its words are one") {
  CHECK(status("整改举措：补记台账。\n办理进度：基本完成") == "basically_completed stated");
  CHECK(status("整改措施：补记台账。\n整改结果：尚未完成，列入明年计划。") ==
        "not_completed stated");
}

TEST_CASE("a status line below the answer is no part of it") {
  const Notice n = with_answer("一是补记台账。\n二是专人负责。\n此项工作将长期坚持。");
  REQUIRE(n.findings[0].measures.size() == 2);
  CHECK(n.view(n.findings[0].measures[1].text) == "专人负责");
}

TEST_CASE("of several words the weakest is believed, and nothing is guessed") {
  CHECK(status("整改情况：该问题已基本完成整改，仍需长期坚持。") == "phased_long_term stated");
  CHECK(status("一是补记台账。二是开展培训。") == "unclear unclear");
  CHECK(status("整改情况：排查发现的32个隐患问题已全部完成整改。") == "unclear unclear");
}

TEST_CASE("a last clause speaks of the finding where it opens with the need to go on") {
  CHECK(with_answer("加固9处，受资金所限，其余分三年安排，需长期坚持。").findings[0].status.value ==
        StatusValue::phased_long_term);
  CHECK(with_answer("补签合同2份，竣工结算待评审，整改基本完成。").findings[0].status.value ==
        StatusValue::basically_completed);
  CHECK(with_answer("购置设备3套，验收已完成。").findings[0].status.value == StatusValue::unclear);
  CHECK(with_answer("清运垃圾30吨，已完成整改。").findings[0].status.value ==
        StatusValue::completed);
  CHECK(with_answer("另有6处尚未拆除，整改未完成。").findings[0].status.value ==
        StatusValue::not_completed);
  CHECK(with_answer("公布专线。该项整改已于2031年供暖前完成。").findings[0].status.value ==
        StatusValue::completed);
}

TEST_CASE("the defect is gone where words of the problem were put right") {
  const auto settled = [](std::string_view problem, std::string_view answer) {
    const Notice n =
        extracted(notice_lead + "一、反馈问题整改情况\n（一）针对“" + std::string(problem) +
                  "”的问题\n整改情况：" + std::string(answer) + "\n");
    REQUIRE(n.findings.size() == 1);
    return std::string(status_name(n.findings[0].status.value));
  };
  CHECK(settled("楼道堆满杂物", "杂物已全部清走，粉刷墙面。") == "completed");
  CHECK(settled("电梯坏了没人修", "两部电梯已恢复运行。") == "completed");
  CHECK(settled("教工支部换届超期", "3个超期支部已于四月全部完成换届。") == "completed");
  CHECK(settled("楼道堆满杂物", "旧书柜已全部清走。") == "unclear");            // of something else
  CHECK(settled("隐患整治不彻底", "查出的23处隐患已全部清理。") == "unclear");  // sub-issues
  CHECK(settled("电梯坏了没人修", "部分电梯已恢复运行。") == "unclear");
  CHECK(settled("楼道堆满杂物", "杂物已全部清走，余下手续正在办理。") == "in_progress");
}

TEST_CASE("what is left and under way is the status of a last clause") {
  CHECK(status("核销账款14笔，剩余款项正在清理。") == "in_progress stated");
  CHECK(status("补办手续，整改取得阶段性成效。") == "phased_long_term stated");
}

TEST_CASE("a closing line of a group gives its status to all in it that have none") {
  const Notice n = extracted(
      notice_lead +
      "一、反馈问题整改情况\n（一）制度方面\n1.关于台账不全的问题。补记台账。\n"
      "2.关于公章乱放的问题。锁进柜子。\n上述问题均已整改完毕。\n（二）作风方面\n"
      "1.关于会议过多的问题。合并会议。\n2.关于文件过长的问题。限定字数。该问题正在整改。\n");
  REQUIRE(n.findings.size() == 4);
  CHECK(n.findings[0].status.value == StatusValue::completed);
  CHECK(n.findings[0].status.basis == StatusBasis::derived);
  CHECK(n.findings[1].status.value == StatusValue::completed);
  CHECK(n.findings[2].status.value == StatusValue::unclear);
}

namespace {

/// The status of each finding of one group that ends in `last`; - where there is none.
std::string statuses(std::string_view last, std::string_view first = "") {
  const Notice n = extracted(notice_lead + "一、反馈问题整改情况\n" + std::string(first) +
                             "（一）关于台账不全的问题。补记台账。\n"
                             "（二）关于公章乱放的问题。锁进柜子。\n"
                             "（三）关于会议过多的问题。合并会议。" +
                             std::string(last) + "\n二、下一步工作\n继续努力。\n");
  REQUIRE(n.findings.size() == 3);
  CHECK(n.view(n.findings[2].measures.at(0).text) == "合并会议");
  std::string out;
  for (const Finding& f : n.findings) {
    if (!out.empty()) out += ' ';
    out += f.status.basis == StatusBasis::unclear ? "-" : status_name(f.status.value);
  }
  return out;
}

}  // namespace

TEST_CASE("a sentence that names findings by number gives its status to these") {
  CHECK(statuses("\n以上（一）、（三）项已完成整改。") == "completed - completed");
  CHECK(statuses("第1、3项问题已整改完成，第2项正在推进。") == "completed in_progress completed");
  CHECK(statuses("\n目前，第一至二项已完成整改，需长期坚持；其中，第（三）项正在推进。") ==
        "completed completed in_progress");
  CHECK(statuses("", "上述第1、2项问题已完成整改，第3项尚未完成整改。\n") ==
        "completed completed not_completed");
  CHECK(statuses("\n第1、7项问题已整改完成。") == "- - -");  // there is no seventh
  const Notice n = extracted(notice_lead +
                             "一、反馈问题整改情况\n（一）制度方面\n"
                             "1.关于台账不全的问题。补记台账。\n（二）作风方面\n"
                             "1.关于会议过多的问题。合并会议。\n以上（一）项已完成整改。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.findings[0].status.value == StatusValue::completed);
  CHECK(n.findings[0].status.basis == StatusBasis::derived);
  CHECK(n.findings[1].status.value == StatusValue::unclear);
}

TEST_CASE("numbers that name items count none") {
  const Notice n = one_group(
      "1.关于台账不全的问题。补记台账。\n2.关于公章乱放的问题。锁进柜子。\n"
      "第1、2项问题已整改完成。\n");
  CHECK(n.findings[1].status.value == StatusValue::completed);
  CHECK(n.claims.empty());
  CHECK(n.quantities.empty());
}

TEST_CASE("numbers that may be those of measures name no findings") {
  const Notice n = one_group(
      "1.关于台账不全的问题。补记台账。\n2.关于公章乱放的问题。一是锁进柜子。二是专人负责。\n"
      "第1项已完成整改。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(n.findings[0].status.value == StatusValue::unclear);
}

TEST_CASE("a bracket that ends the answer may be the finding's status") {
  CHECK(status("整改情况：①补记台账；②专人负责（正在推进）。") == "in_progress stated");
  CHECK(status("整改情况：补记台账23本（阶段性完成）。") == "phased_long_term stated");
  CHECK(status("整改情况：①补记台账（推进中）；②专人负责（已完成）。") == "in_progress stated");
  CHECK(status("整改情况：①补记台账（已完成）；②专人负责。") == "unclear unclear");
  CHECK(status("整改情况：补记台账（已完成12本）。") == "unclear unclear");
}

TEST_CASE("what the heading of one group says of all its findings holds there only") {
  const Notice n =
      extracted(notice_lead +
                "一、制度方面（共1个问题，已全部完成整改）\n1.关于台账不全的问题。补记。\n"
                "二、作风方面（共2个问题，完成1个）\n1.关于会议过多的问题。合并会议。\n"
                "2.关于文件过长的问题。限定字数。\n");
  REQUIRE(n.findings.size() == 3);
  CHECK(n.findings[0].status.value == StatusValue::completed);
  CHECK(n.findings[1].status.value == StatusValue::unclear);
}

TEST_CASE("a last sentence that says how far the work has come is the finding's status") {
  CHECK(status("整改情况：补记台账。正在整改中。") == "in_progress stated");
  CHECK(status("整改情况：补记台账。正在持续推进中。") == "in_progress stated");
  CHECK(status("整改情况：补记台账。尚在进行中。") == "in_progress stated");
  CHECK(status("整改情况：补记台账。正按计划推进。") == "in_progress stated");
  CHECK(status("整改情况：补记台账。仍未整改到位。") == "not_completed stated");
  CHECK(status("整改情况：补记台账。尚未全部整改到位。") == "not_completed stated");
  CHECK(status("整改情况：补记台账。还没有完成。") == "not_completed stated");
  CHECK(status("整改情况：补记台账。立行立改，已完成。") == "completed stated");
  CHECK(status("整改情况：补记台账。已立行立改到位。") == "completed stated");
}

TEST_CASE("a last clause that says only how far the work has come does so too") {
  CHECK(status("整改情况：补记台账，正在推进。") == "in_progress stated");
  CHECK(status("整改情况：补记台账，还在持续推进。") == "in_progress stated");
  CHECK(status("整改情况：补记台账，整改仍在进行。") == "in_progress stated");
  CHECK(status("整改情况：补记台账，正在推进库房改造。") == "unclear unclear");
}

TEST_CASE("what is put right in part is not completed") {
  CHECK(status("整改情况：补记台账，已部分整改到位。") == "in_progress stated");
  CHECK(status("整改状态：基本完成，持续推进") == "basically_completed stated");
}

TEST_CASE("the ticked choice is the status") {
  CHECK(status("整改情况：补记台账。☑已完成") == "completed stated");
  CHECK(status("整改情况：√ 已完成") == "completed stated");
  CHECK(status("整改状态：☑已完成 □正在推进 □未完成") == "completed stated");
  CHECK(status("整改状态：□已完成 ☑正在推进") == "in_progress stated");
}
