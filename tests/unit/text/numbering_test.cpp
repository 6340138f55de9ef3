#include "text/numbering.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

std::string marker(std::string_view s) { return std::string(s.substr(0, numbering_length(s))); }
std::string item(std::string_view s) { return std::string(s.substr(0, item_length(s))); }

}  // namespace

TEST_CASE("a heading's number is measured") {
  CHECK(marker("一、总体情况") == "一、");
  CHECK(marker("十二、总体情况") == "十二、");
  CHECK(marker("（一）关于") == "（一）");
  CHECK(marker("(12)关于") == "(12)");
  CHECK(marker("1.关于") == "1.");
  CHECK(marker("3．关于") == "3．");
  CHECK(marker("2、关于") == "2、");
  CHECK(marker("①关于") == "①");
  CHECK(marker("第三条") == "第三条");
}

TEST_CASE("a year, a decimal, a count are no numbers of headings") {
  for (const char* s :
       {"2024年", "1.2万元", "12项措施", "一二级", "（试行）", "（12个）", "第一批", "一是"}) {
    CAPTURE(s);
    CHECK(marker(s).empty());
  }
}

TEST_CASE("items inside a paragraph are told apart") {
  CHECK(item("一是加强") == "一是");
  CHECK(item("首先，加强") == "首先，");
  CHECK(item("第二，加强") == "第二，");
  CHECK(item("最后完成").empty());
  CHECK(item("第二批").empty());
}
