#include "text/normalize.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace noticekit;
using namespace noticekit::test;

TEST_CASE("a paragraph is a line, and every line is ended") {
  CHECK(folded("\n\n  一、情况  \n\n　　正文。\n \n") == "一、情况\n正文。\n");
  CHECK(folded("正文。") == "正文。\n");
}

TEST_CASE("wide gaps of a very long line begin paragraphs, those of a short line stay") {
  std::string text = "根据安排开展巡察。";
  for (int n = 0; n < 6; ++n) {
    text += "　　第";
    for (int k = 0; k < 100; ++k) text += "段";
    text += "。";
  }
  CHECK(std::count(text.begin(), text.end(), '\n') == 0);
  const std::string out = normal(text);
  CHECK(std::count(out.begin(), out.end(), '\n') == 7);
  CHECK(normal(out) == out);
  CHECK(normal("责任领导：甲　　责任科室：乙\n") == "责任领导：甲\u3000责任科室：乙\n");
}

TEST_CASE("every kind of line end ends a line") {
  CHECK(folded("一\r\n二\r三\u2028四\u2029五\u0085六\v七\f八\n") ==
        "一\n二\n三\n四\n五\n六\n七\n八\n");
  CHECK(text_of("一\r\n二\r\n", "", false).edits[Edit::line_end] == 2);
}

TEST_CASE("letters and digits are folded to half width, punctuation stays as printed") {
  CHECK(folded("２０２４年Ａ类ｚ") == "2024年A类z\n");
  CHECK(folded("（１）整改，完成：９８．７％＠；！") == "（1）整改，完成：98．7％＠；！\n");
  CHECK(folded("①㈠Ⅳ℃㎡") == "①㈠Ⅳ℃㎡\n");
}

TEST_CASE("a single space stays between words and goes beside Han and its punctuation") {
  CHECK(folded("2024 年 6 月") == "2024年6月\n");
  CHECK(folded("1. 牵头抓总") == "1.牵头抓总\n");
  CHECK(folded("“回头看” 整改 ， 完成") == "“回头看”整改，完成\n");
  CHECK(folded("GB/T 50 001 word") == "GB/T 50 001 word\n");
  CHECK(folded("Ａ Ｂ") == "A B\n");
  CHECK(folded("été à") == "été à\n");
}

TEST_CASE("a row of blanks, and one that holds a wide one, becomes one U+3000") {
  CHECK(folded("电话：12  邮编：34") == "电话：12\u3000邮编：34\n");
  CHECK(folded("甲\u3000乙\u00A0丙 \u3000丁") == "甲\u3000乙\u3000丙\u3000丁\n");
  CHECK(folded("甲\u2003乙") == "甲乙\n");
}

TEST_CASE("a tab parts cells and stays one tab, but not behind a heading's number") {
  CHECK(folded("批次 \t 数量\t\t备注\t") == "批次\t数量\t备注\n");
  CHECK(folded("一、\t总体情况\n（一）\t打算\n1.\t加强") == "一、总体情况\n（一）打算\n1.加强\n");
  CHECK(folded("1\t加强") == "1\t加强\n");
}

TEST_CASE("a pasted sheet keeps its empty cells") {
  CHECK(folded("序号\t问题\t成效\t状态\n1\t台账不全\t\t完成") ==
        "序号\t问题\t成效\t状态\n1\t台账不全\t\t完成\n");
}

TEST_CASE("a table drawn with strokes becomes one of tabs") {
  CHECK(folded("正文。\n\n| 序号 | 问题 | 措施 |\n|---|:---:|---:|\n| 1 | 台账不全 | |\n| | 乱放 | "
               "锁 |\n"
               "完。\n") == "正文。\n序号\t问题\t措施\n1\t台账不全\n\t乱放\t锁\n完。\n");
  CHECK(folded("甲 | 乙\r\n--- | ---\r\n丙 | 丁\r\n") == "甲\t乙\n丙\t丁\n");
  // Strokes elsewhere are words of the document.
  CHECK(folded("首页 | 动态\n甲|乙\n") == "首页|动态\n甲|乙\n");
  const Text t = text_of("正文。\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", "", false);
  const auto at = static_cast<std::uint32_t>(t.utf8.find("丁"));
  CHECK(t.map.to_source(Span{at, at + 3}).begin.value == 42);
}

TEST_CASE("what has no width goes") {
  CHECK(folded("\uFEFF整\u200B改\u00AD工\u2060作\u200E\u202C。\x01") == "整改工作。\n");
  CHECK(text_of("整\u200B改\u200B。", "", false).edits[Edit::zero_width] == 2);
}

TEST_CASE("characters are composed, never by compatibility") {
  CHECK(folded("e\u0301 \u304B\u3099 \uF900") == "é\u304C\u8C48\n");
  CHECK(folded("①（１）㎡") == "①（1）㎡\n");
  CHECK(text_of("Cafe\u0301", "", false).edits[Edit::nfc] == 1);
}

TEST_CASE("what vanishes may bring together what is composed") {
  CHECK(folded("e\u200B\u0301") == "é\n");
}

TEST_CASE("changes are counted by kind") {
  const Text t = text_of("\xEF\xBB\xBF　　**一、情况**\r\n\r\n２项 。\n— 2 —\n", "");
  CHECK(t.edits[Edit::bom] == 1);
  CHECK(t.edits[Edit::markup] == 2);
  CHECK(t.edits[Edit::width] == 1);
  CHECK(t.edits[Edit::line_end] == 2);
  CHECK(t.edits[Edit::blank_line] == 1);
  CHECK(t.edits[Edit::page_furniture] == 1);
  CHECK(t.edits[Edit::space] == 4);
  CHECK(t.edits[Edit::nfc] == 0);
}
