#include "text/markup.hpp"

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace noticekit;
using namespace noticekit::test;

TEST_CASE("emphasis loses its stars") {
  CHECK(folded("**一、总体情况**\n") == "一、总体情况\n");
  CHECK(folded("完成整改。**二是加强管理，建立机制。**建立台账。") ==
        "完成整改。二是加强管理，建立机制。建立台账。\n");
  CHECK(folded("**三是完善制度**，堵塞漏洞。") == "三是完善制度，堵塞漏洞。\n");
  CHECK(folded("**一是加强。****二是完善。**") == "一是加强。二是完善。\n");
}

TEST_CASE("a pair that a page break parts is a pair") {
  CHECK(folded("已经完成。**三是加强\n\n日常巡查**，建立机制。") ==
        "已经完成。三是加强\n日常巡查，建立机制。\n");
}

TEST_CASE("stars that mask stay") {
  for (const char* s : {"电话138****5550。", "党委书记张**，男。", "李*、王**等人",
                        "****年**月**日", "证号4401**********1234", "价格为3*4元"}) {
    CAPTURE(s);
    CHECK(folded(s) == std::string(s) + "\n");
  }
}

TEST_CASE("quoting signs and bullets go from line starts only") {
  CHECK(folded("## 一、总体情况\n> 1.加强\n>2.完善\n* 三是\n#四、打算") ==
        "一、总体情况\n1.加强\n2.完善\n三是\n四、打算\n");
  CHECK(folded("#3楼漏水\nC# 和 a>b") == "#3楼漏水\nC#和a>b\n");
}

TEST_CASE("rules between paragraphs go") {
  CHECK(folded("一、情况\n---\n二、打算\n***\n====\n") == "一、情况\n二、打算\n");
  CHECK(folded("一、情况\n--\n") == "一、情况\n--\n");
}
