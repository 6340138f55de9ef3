#include "outline/marker.hpp"

#include <catch2/catch.hpp>

using noticekit::DivisionKind;
using noticekit::heading_end;
using noticekit::read_division;
using noticekit::read_marker;

namespace {

std::string_view heading(std::string_view line) {
  return line.substr(0, heading_end(noticekit::Signs(line), {0, line.size()}));
}

}  // namespace

TEST_CASE("each class of marker has its rank and number") {
  struct Case {
    const char* line;
    int rank;
    int ordinal;
    std::size_t length;
  };
  const Case cases[] = {
      {"一、总体情况", 1, 1, 6},
      {"十二、其他", 1, 12, 9},
      {"（三）关于学习", 2, 3, 9},
      {"(二)关于学习", 2, 2, 5},
      {"1.学习不够", 3, 1, 2},
      {"12、学习不够", 3, 12, 5},
      {"3．学习不够", 3, 3, 4},
      {"（4）学习不够", 4, 4, 7},
      {"(10)学习不够", 4, 10, 4},
      {"二十一、附则", 1, 21, 12},
      {"1.2031年以来账目不清", 3, 1, 2},
      {"2.12315热线无人接听", 3, 2, 2},
      {"3.2个村账目不清", 3, 3, 2},
      {"4.5名党员失联", 3, 4, 2},
      {"㈢关于学习", 2, 3, 3},
      {"⒉学习不够", 3, 2, 3},
      {"⑷学习不够", 4, 4, 3},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const auto m = read_marker(c.line);
    REQUIRE(m);
    CHECK(m->rank == c.rank);
    CHECK(m->ordinal == c.ordinal);
    CHECK(m->length == c.length);
  }
}

TEST_CASE("years, decimals, pairs of ordinals, lists and table rows are no markers") {
  for (const char* line :
       {"2024年3月", "1.2万元", "1.2031", "1.203万元", "1.25倍", "1.5个月", "2.3个百分点",
        "一、二级网格员", "三、四季度", "一是加强学习", "①加强学习", "第一，加强学习", "（试行）",
        "(2024)5号", "（一", "1、\t问题\t措施", "十", ""}) {
    CAPTURE(line);
    CHECK_FALSE(read_marker(line));
  }
}

TEST_CASE("a run-in heading ends at the first full stop") {
  CHECK(heading("学习不够。一是加强学习。") == "学习不够");
  CHECK(heading("关于学习不够的问题") == "关于学习不够的问题");
}

TEST_CASE("a full stop inside quotation marks does not end a heading") {
  CHECK(heading("针对“学习不够。记录不全。”的问题。一是补学。") ==
        "针对“学习不够。记录不全。”的问题");
  CHECK(heading("“甲“乙。丙”丁。”戊。己") == "“甲“乙。丙”丁。”戊");
}

TEST_CASE("a quotation mark that is never closed does not swallow the line") {
  CHECK(heading("针对“学习不够的问题。一是补学。") == "针对“学习不够的问题");
  CHECK(heading("“甲”乙“丙。丁") == "“甲”乙“丙");
}

TEST_CASE("articles, chapters and sections are told from citations of them") {
  struct Case {
    const char* line;
    DivisionKind kind;
    int ordinal;
    std::size_t length;
  };
  const Case cases[] = {
      {"第一条 为了办好食堂，制定本办法。", DivisionKind::article, 1, 9},
      {"第一千零四十条本编说的是借书。", DivisionKind::article, 1040, 21},
      {"第三十二条中医诊室每日开放。", DivisionKind::article, 32, 15},
      {"第五条之一 还书可以延期。", DivisionKind::article, 5, 15},
      {"第二章 借阅", DivisionKind::chapter, 2, 9},
      {"第12节\u3000还书", DivisionKind::section, 12, 8},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const auto d = read_division(c.line);
    REQUIRE(d);
    CHECK(d->kind == c.kind);
    CHECK(d->ordinal == c.ordinal);
    CHECK(d->length == c.length);
  }
  for (const char* line :
       {"第三条规定借书要登记。", "第三条、第五条删去。", "第二条第一款修改为：", "第三季度", "第",
        "第条", "第二章的规定", "三、借阅", "第99999条 无", ""}) {
    CAPTURE(line);
    CHECK_FALSE(read_division(line));
  }
}
