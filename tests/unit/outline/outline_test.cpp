#include "noticekit/outline.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

Text text(std::string utf8) {
  Text t;
  t.utf8 = std::move(utf8);
  return t;
}

std::string levels(const Outline& o) {
  std::string s;
  for (const Heading& h : o.headings) s += static_cast<char>('0' + h.level);
  return s;
}

}  // namespace

TEST_CASE("level is the depth in this document, rank the class of the marker") {
  const Text t = text("一、甲\n（1）乙\n（2）丙\n二、丁\n1、戊\n（1）己\n");
  const Outline o = outline(t);
  CHECK(levels(o) == "122123");
  CHECK(o.headings[1].rank == 4);
  CHECK(o.headings[1].parent == 0);
  CHECK(o.headings[5].parent == 4);
  CHECK(o.headings[3].parent == -1);
}

TEST_CASE("a document may begin below the highest class") {
  CHECK(levels(outline(text("（一）甲\n1.乙\n（二）丙\n"))) == "121");
}

TEST_CASE("heading text is cut at the full stop and the rest is a block of its own") {
  const Text t = text("1.学习不够。一是补学。\n2.台账不全\n");
  const Outline o = outline(t);
  REQUIRE(o.headings.size() == 2);
  CHECK(slice(t.utf8, o.headings[0].marker) == "1.");
  CHECK(slice(t.utf8, o.headings[0].text) == "学习不够");
  CHECK(slice(t.utf8, o.headings[0].line) == "1.学习不够。一是补学。");
  REQUIRE(o.blocks.size() == 3);
  CHECK(slice(t.utf8, o.blocks[0].span) == "1.学习不够。");
  CHECK(slice(t.utf8, o.blocks[1].span) == "一是补学。\n");
  CHECK(slice(t.utf8, o.blocks[2].span) == "2.台账不全\n");
}

TEST_CASE("blocks tile the text and hang under the heading before them") {
  const Text t = text("标题\n导语。\n一、甲\n正文。\n（一）乙。丙。\n丁\n尾");
  const Outline o = outline(t);
  std::uint32_t at = 0;
  for (const Block& b : o.blocks) {
    CHECK(b.span.begin.value == at);
    at = b.span.end.value;
  }
  CHECK(at == t.utf8.size());
  CHECK(o.blocks.front().heading == -1);
  CHECK(o.blocks.back().heading == 1);
}

TEST_CASE("gaps, repeats and restarts of numbering are noted, the numbers kept") {
  const auto kinds = [](const char* s) {
    std::string all;
    for (const Defect& d : outline(text(s)).defects) all += d.kind + ";";
    return all;
  };
  CHECK(kinds("一、甲\n二、乙\n三、丙\n").empty());
  CHECK(kinds("一、甲\n1.乙\n2.丙\n二、丁\n1.戊\n").empty());
  CHECK(kinds("一、甲\n三、乙\n") == "numbering_gap;");
  CHECK(kinds("一、甲\n1.乙\n2.丙\n1.丁\n") == "numbering_restart;");
  CHECK(kinds("一、甲\n二、乙\n二、丙\n") == "numbering_repeat;");
}

TEST_CASE("lists that begin anew by design raise no alarm") {
  const auto kinds = [](const char* s) {
    std::string all;
    for (const Defect& d : outline(text(s)).defects) all += d.kind + ";";
    return all;
  };
  // Each article has a list of its own, while 一、 goes on across articles.
  CHECK(kinds("一、总则\n第一条 借书分两类：\n（一）甲\n（二）乙\n第二条 还书分两类：\n（一）丙\n"
              "二、附则\n第三条 从明日起施行。\n")
            .empty());
  // Two lists in one article, each announced.
  CHECK(kinds("第一条 下列书可借：\n（一）甲\n（二）乙\n下列书不可借：\n（一）丙\n").empty());
  CHECK(kinds("第一条 下列书可借：\n（一）甲\n（二）乙\n不可借的。\n（一）丙\n") ==
        "numbering_restart;");
  // Numbers that run on through the groups.
  CHECK(kinds("一、甲\n1.乙\n2.丙\n二、丁\n3.戊\n4.己\n三、庚\n5.辛\n").empty());
  CHECK(kinds("一、甲\n1.乙\n2.丙\n二、丁\n4.戊\n") == "numbering_gap;");
}

TEST_CASE("a list of an article that does not begin with one has lost a number") {
  const Outline o = outline(text("第一条 甲：\n（一）乙\n（二）丙\n第二条 丁：\n（二）戊\n"));
  REQUIRE(o.defects.size() == 1);
  CHECK(o.defects[0].kind == "numbering_gap");
}

TEST_CASE("outside laws a second list under one heading is noted, whatever announces it") {
  const Outline o = outline(text("一、问题\n主要表现在：\n1、甲\n2、乙\n其根源在于：\n1、丙\n"));
  REQUIRE(o.defects.size() == 1);
  CHECK(o.defects[0].kind == "numbering_restart");
}

TEST_CASE("a marker with nothing after it is no heading") {
  CHECK(outline(text("一、\n1.\n正文\n")).headings.empty());
}

TEST_CASE("names of attachments are no headings") {
  const auto headings = [](const char* s) { return outline(text(s)).headings.size(); };
  CHECK(headings("一、甲\n正文。\n附件：1.整改台账\n2.制度目录\n　　3．名单\n某局党组\n") == 1);
  CHECK(headings("一、甲\n正文。\n附件：\n1.整改台账；\n2.制度目录。\n") == 1);
  // What follows the names, and what is no name, stays a heading.
  CHECK(headings("附：1.整改台账\n2.目录\n某局党组\n3.乙\n一、丙\n") == 2);
  CHECK(headings("附件：整改情况\n1.甲\n2.乙\n") == 2);
  CHECK(headings("附件：\n1.关于台账不全的问题\n整改情况：补记。\n2.甲。已改。\n") == 2);
}
