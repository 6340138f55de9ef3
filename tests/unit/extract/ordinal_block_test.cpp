#include "extract/ordinal_block.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

std::string problems_and_answers(std::string_view block) { return answered(one_group(block)); }

}  // namespace

TEST_CASE("problems listed in one block are findings where the answers name their numbers") {
  CHECK(problems_and_answers("存在问题：一是公章乱放。抽屉不上锁。二是台账不全。\n"
                             "整改情况：针对第一个问题，买柜子。针对第二个问题，补记两年。\n") ==
        "公章乱放/买柜子 台账不全/补记两年");
  CHECK(problems_and_answers(
            "存在问题：①公章乱放；②台账不全；③空房闲置。\n"
            "整改情况：①针对第1个问题，买柜子；②针对第2个问题，补记；③针对第3个问题，出租。\n") ==
        "公章乱放/买柜子 台账不全/补记 空房闲置/出租");
  CHECK(
      problems_and_answers("存在问题：一是公章乱放。二是台账不全。\n"
                           "整改情况：一是针对第一个问题，买柜子。二是针对第二个问题，补记。\n") ==
      "公章乱放/买柜子 台账不全/补记");
  CHECK(problems_and_answers("1.存在问题：一是公章乱放。二是台账不全。\n"
                             "2.整改情况：对问题一，买柜子。对问题二，补记。\n") ==
        "公章乱放/买柜子 台账不全/补记");
  const Notice n = one_group(
      "存在问题：一是公章乱放。抽屉不上锁。二是台账不全。\n"
      "整改情况：针对第一个问题，买柜子。针对第二个问题，补记。\n");
  REQUIRE(n.findings.size() == 2);
  CHECK(words(n, n.findings[0].detail) == "抽屉不上锁");
  CHECK(n.findings[1].path.size() == 2);
}

TEST_CASE("each block below a heading is told apart") {
  CHECK(problems_and_answers("存在问题：一是公章乱放。二是台账不全。\n"
                             "整改情况：针对第一个问题，买柜子。\n针对第二个问题，补记。\n"
                             "存在问题：空房闲置。\n整改情况：出租。\n") ==
        "公章乱放/买柜子 台账不全/补记 空房闲置/出租");
}

TEST_CASE("answers that name no number, or not every one, leave the block one finding") {
  CHECK(one_group(+"存在问题：一是公章乱放。二是台账不全。\n"
                   "整改情况：一是买柜子。二是补记。\n")
            .findings.size() == 1);
  CHECK(one_group(+"存在问题：一是公章乱放。二是台账不全。三是空房闲置。\n"
                   "整改情况：针对第一个问题，买柜子。针对第二个问题，补记。\n")
            .findings.size() == 1);
}

TEST_CASE("one answer may name several problems of numbered lines, and numbers run on") {
  const std::string block =
      "存在问题：\n1、公章乱放；\n2、台账不全；\n3、空房闲置。\n整改情况：\n"
      "针对第1、2项问题，一是买柜子。二是补记。\n针对第3项问题，出租。\n"
      "（二）作风建设方面\n存在问题：\n4、窗口常空；\n5、电话没人接；\n6、请假不报。\n整改情况：\n"
      "针对第4至6项问题，排班。\n";
  CHECK(problems_and_answers(block) ==
        "公章乱放/买柜子/补记 台账不全/买柜子/补记 空房闲置/出租 "
        "窗口常空/排班 电话没人接/排班 请假不报/排班");
  CHECK(problems_and_answers("存在问题：一是公章乱放。二是台账不全。\n"
                             "整改情况：针对第一、二个问题，买柜子，补记。\n") ==
        "公章乱放/买柜子，补记 台账不全/买柜子，补记");
}
