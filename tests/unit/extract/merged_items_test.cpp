#include "extract/merged_items.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

std::string merged(std::string_view items) { return counted(one_group(items)); }

}  // namespace

TEST_CASE("a marker inside a line begins another finding where it counts on and is answered") {
  CHECK(
      merged("（1）公章乱放。整改情况：①买柜子；②专人管。（2）台账不全。缺两年。整改情况：补记。\n"
             "（3）空房闲置。整改情况：①清点；②出租；③公示。\n") ==
      "公章乱放/2 台账不全/1 空房闲置/3");
  CHECK(merged("1.公章乱放。整改措施：买柜子。2.台账不全。整改措施：一是补记；二是专人管。"
               "3.空房闲置。整改措施：出租。\n") == "公章乱放/1 台账不全/2 空房闲置/1");
}

TEST_CASE("a list of measures begins no findings") {
  CHECK(merged("（1）公章乱放。整改措施：（1）买柜子。（2）专人管。整改成效：再没有乱盖。\n"
               "（2）台账不全。整改措施：补记。\n") == "公章乱放/2 台账不全/1");
  // Not answered, or not under a label: （2） is told within the answer.
  CHECK(
      merged("（1）公章乱放。整改措施：买柜子。（2）专人管。\n（2）台账不全。整改措施：补记。\n") ==
      "公章乱放/1 台账不全/1");
}
