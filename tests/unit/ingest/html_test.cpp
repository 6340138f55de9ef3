#include <catch2/catch.hpp>

#include "support.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

const std::string paragraph =
    "<p>按照县委统一部署，县委第一巡察组对某镇党委开展了巡察，并反馈了意见。</p>";
const std::string sentence =
    "按照县委统一部署，县委第一巡察组对某镇党委开展了巡察，并反馈了意见。\n";

std::string page(const std::string& body) { return "<html><body>" + body + "</body></html>"; }

}  // namespace

TEST_CASE("an article is kept, what stands around it is not") {
  const std::string html = page(
      "<div class=\"nav\"><a href=#>首页</a><a href=#>政务公开</a></div>"
      "<div class=crumbs>您当前的位置：<a>首页</a> &gt; <a>公开</a></div>"
      "<h1>某镇党委关于巡察整改进展情况的通报</h1>"
      "<div class=info>发布时间：2025-03-04 来源：某镇党委 浏览次数：12</div>"
      "<div id=zoom>" +
      paragraph + "<p>一、整改情况</p>" + paragraph +
      "<p>某镇党委</p><p>2025年3月1日</p></div>"
      "<div class=share>分享到：<a>微信</a></div>"
      "<p>上一篇：<a>别的通报</a></p>"
      "<div class=footer>主办：某县人民政府，网站标识码0000000000</div><script>var a = 1 < "
      "2;</script>");
  const auto all = documents_of(html);
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].text.ok());
  const Text& t = *all[0].text;
  CHECK(t.utf8 == "某镇党委关于巡察整改进展情况的通报\n" + sentence + "一、整改情况\n" + sentence +
                      "某镇党委\n2025年3月1日\n");
  CHECK(t.meta.published == "2025-03-04");
  CHECK(t.meta.publisher == "某镇党委");
  CHECK(t.meta.title == "某镇党委关于巡察整改进展情况的通报");
  CHECK(t.source.format == "html");
  CHECK(t.map.empty());
  CHECK(t.warnings.empty());
}

TEST_CASE("metadata that sites must carry is meta, not text") {
  const std::string html =
      "<html><head><meta name=ArticleTitle content='通报甲'><meta name=PubDate "
      "content='2025-01-02'>"
      "<meta name=ContentSource content='乙办'><meta name=ColumnName content='丙栏'>"
      "<meta name=Url content='http://www.example.com/1.html'></head><body>" +
      paragraph + paragraph + "</body></html>";
  const auto all = documents_of(html);
  REQUIRE(all[0].text.ok());
  const Text& t = *all[0].text;
  CHECK(t.meta.title == "通报甲");
  CHECK(t.meta.published == "2025-01-02");
  CHECK(t.meta.publisher == "乙办");
  CHECK(t.meta.column == "丙栏");
  CHECK(t.meta.url == "http://www.example.com/1.html");
  CHECK(t.utf8 == sentence + sentence);
}

TEST_CASE("tables of data are rows with tabs, empty and spanned cells included") {
  const std::string html =
      page("<div>" + paragraph + paragraph +
           "<table><tr><th>问题</th><th>措施</th><th>状态</th></tr>"
           "<tr><td rowspan=2><p>账目</p><p>不清</p></td><td>补记</td><td></td></tr>"
           "<tr><td>培训</td><td>完成</td></tr><tr><td "
           "colspan=2>合计</td><td>2</td></tr></table></div>");
  CHECK(text_in(html) ==
        sentence + sentence + "问题\t措施\t状态\n账目不清\t补记\n\t培训\t完成\n合计\t\t2\n");
}

TEST_CASE("a table that only places things is none") {
  std::string rows;
  for (int i = 0; i < 40; ++i) rows += paragraph + paragraph;
  const std::string html =
      page("<table><tr><td>" + std::string("栏目") + "</td><td>" + rows + "</td></tr></table>");
  CHECK(text_in(html).find('\t') == std::string::npos);
}

TEST_CASE("blanks, breaks, entities and nested spans are what people see") {
  const std::string html = page(
      "<div>" + paragraph +
      "<p>20<span>2<span>5</span></span>年&nbsp;&nbsp;\n 完成&ldquo;双清&rdquo;，<br>另行通报；</p>"
      "<p>&#x3000;&#x3000;已&#25972;改，群众满意度提升；</p></div>");
  CHECK(text_in(html) ==
        sentence + "2025年\u3000完成“双清”，\n另行通报；\n已整改，群众满意度提升；\n");
}

TEST_CASE("hidden elements are not read") {
  const std::string html =
      page("<div>" + paragraph + paragraph +
           "<p style='display: none'>暗藏，不可见的文字。</p><p hidden>甲，乙。</p></div>");
  CHECK(text_in(html) == sentence + sentence);
}

TEST_CASE("a page without an article is kept whole, with a warning") {
  const auto all = documents_of(page("<div class=nav><a>首页</a></div><p>暂无内容</p>"));
  REQUIRE(all[0].text.ok());
  CHECK(all[0].text->utf8 == "首页\n暂无内容\n");
  REQUIRE(all[0].text->warnings.size() == 1);
  CHECK(all[0].text->warnings[0].code == "article_not_found");
}

TEST_CASE("a wrong declared charset is told and not believed") {
  const auto all = documents_of("<html><head><meta charset=gb2312></head><body>" + paragraph +
                                paragraph + "</body></html>");
  REQUIRE(all[0].text.ok());
  CHECK(all[0].text->source.encoding == "utf-8");
  REQUIRE(all[0].text->warnings.size() == 1);
  CHECK(all[0].text->warnings[0].code == "charset_mismatch");
}

TEST_CASE("broken markup is repaired") {
  CHECK(text_in("<html><body><div>" + paragraph + "<p>一、未闭合，<b>粗体</p><p>二、下一段，" +
                paragraph) == sentence + "一、未闭合，粗体\n二、下一段，\n" + sentence);
}

TEST_CASE("a hundred thousand elements inside each other are too deep") {
  std::string html = "<html>";
  for (int i = 0; i < 100000; ++i) html += "<div>";
  CHECK(text_in(html) == "<too_large>");
  std::string spans = "<html>";
  for (int i = 0; i < 100000; ++i) spans += "<span>";
  CHECK(text_in(spans) == "<too_large>");
}

TEST_CASE("lines about the page are dropped even where they are no links and read like sentences") {
  const std::string html = page("<div><p>当前位置：首页、政务公开、某镇党务公开</p>" + paragraph +
                                paragraph + "<p>上一篇：某镇党委2024年度党务公开目录</p></div>");
  CHECK(text_in(html) == sentence + sentence);
  // In the middle of the article they are its own words.
  const std::string inside = "<p>当前位置：某镇东街一百二十号，临时办公。</p>";
  CHECK(text_in(page(paragraph + inside + paragraph)) ==
        sentence + "当前位置：某镇东街一百二十号，临时办公。\n" + sentence);
}
