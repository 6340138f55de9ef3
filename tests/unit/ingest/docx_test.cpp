#include <catch2/catch.hpp>

#include "support.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

std::string p(const std::string& text, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" +
         text + "</w:t></w:r></w:p>";
}

std::string at(int level, int number = 1) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(number) + "\"/></w:numPr>";
}

std::string level(int n, const std::string& format, const std::string& text,
                  const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(n) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         format + "\"/>" + more + "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"" + text +
         "\"/></w:lvl>";
}

const std::string four_levels =
    "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "%1、") +
    level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
    level(3, "decimal", "（%4）") + level(4, "decimalEnclosedCircle", "%5") +
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
    "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

}  // namespace

TEST_CASE("automatic numbers are printed, level by level, with restarts") {
  const std::string body = p("总体", at(0)) + p("认识", at(1)) + p("学习", at(2)) +
                           p("会议", at(2)) + p("甲", at(3)) + p("乙", at(4)) + p("行动", at(1)) +
                           p("检查", at(2)) + p("问题", at(0)) + p("方面", at(1)) +
                           p("另起", at(0, 2));
  CHECK(text_in(docx_of(body, four_levels)) ==
        "一、总体\n（一）认识\n1.学习\n2.会议\n（1）甲\n①乙\n（二）行动\n1."
        "检查\n二、问题\n（一）方面\n五、另起\n");
}

TEST_CASE("numbering comes by style, by what that is based on, and is taken away by number 0") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr>"
      "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H1b\"><w:basedOn w:val=\"H1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  const auto styled = [](const std::string& style) {
    return "<w:pStyle w:val=\"" + style + "\"/>";
  };
  const std::string none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
  CHECK(text_in(docx_of(p("甲", styled("H1")) + p("乙", styled("H2")) + p("丙", styled("H1b")) +
                            p("丁", styled("H1") + none),
                        four_levels, styles)) == "一、甲\n（一）乙\n二、丙\n丁\n");
}

TEST_CASE("deleted revisions are left out, inserted ones kept") {
  CHECK(text_in(docx_of("<w:p><w:r><w:t>完成</w:t></w:r><w:del><w:r><w:delText>7</"
                        "w:delText><w:t>7</w:t></w:r></w:del>"
                        "<w:ins><w:r><w:t>8</w:t></w:r></w:ins><w:r><w:t>个</w:t></w:r></w:p>")) ==
        "完成8个\n");
  CHECK(text_in(
            docx_of("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" +
                    p("后半"))) == "前半后半\n");
  CHECK(text_in(docx_of(p("甲", "<w:pPrChange><w:pPr>" + at(0) + "</w:pPr></w:pPrChange>"),
                        four_levels)) == "甲\n");
  CHECK(text_in(docx_of("<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>" + p("新"))) == "新\n");
}

TEST_CASE("tables are rows with tabs; merged and spanned cells are empty ones") {
  const auto cell = [](const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
  };
  const std::string table =
      "<w:tbl><w:tr>" + cell("问题") + cell("措施") + cell("状态") + "</w:tr><w:tr>" +
      cell("账目不清", "<w:vMerge w:val=\"restart\"/>") + cell("补记") + cell("完成") +
      "</w:tr><w:tr>" + cell("", "<w:vMerge/>") + cell("培训") + cell("完成") + "</w:tr><w:tr>" +
      cell("合计", "<w:gridSpan w:val=\"2\"/>") + cell("2") +
      "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("删") + cell("去") + "</w:tr></w:tbl>";
  CHECK(text_in(docx_of(table)) ==
        "问题\t措施\t状态\n账目不清\t补记\t完成\n\t培训\t完成\n合计\t\t2\n");
}

TEST_CASE("text boxes are read once, hidden text and the contents are not") {
  const std::string box = "<w:txbxContent>" + p("框内") + "</w:txbxContent>";
  CHECK(text_in(docx_of(
            "<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
            "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t></w:r></w:p>")) ==
        "框外\n框内\n");
  CHECK(text_in(docx_of("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</"
                        "w:t></w:r></w:p>")) == "明\n");
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>";
  CHECK(text_in(docx_of(p("一、目录行", "<w:pStyle w:val=\"T\"/>") + p("一、正文"), {}, styles)) ==
        "一、正文\n");
}

TEST_CASE("a line break is a line, a tab a gap") {
  CHECK(text_in(docx_of("<w:p><w:r><w:t>电话</w:t><w:tab/><w:t>甲乙；</w:t><w:br/><w:t>一、丙</"
                        "w:t></w:r></w:p>")) == "电话\u3000甲乙；\n一、丙\n");
}

TEST_CASE("damage and attacks are errors") {
  CHECK(text_in(zip_of({{"word/document.xml", "<w:document><w:body><w:p>"}})) == "<damaged_file>");
  CHECK(
      text_in(zip_of({{"word/document.xml",
                       "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>"}})) ==
      "<damaged_file>");
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<w:sdt>";
  CHECK(text_in(docx_of(deep))[0] == '<');
  const std::string whole = docx_of(p("完成"));
  CHECK(text_in(whole.substr(0, whole.size() / 2)) == "<damaged_file>");
}
