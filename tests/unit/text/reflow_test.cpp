#include "text/reflow.hpp"

#include <catch2/catch.hpp>

#include "support/reading.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

const std::string lead = "按照统一部署，巡察组对某镇党委开展了巡察，现将整改情况予以公布。\n";

}  // namespace

TEST_CASE("a sentence that a page break cut is rejoined") {
  CHECK(
      normal(lead + "一是加强学习，分管领导与各支部书记开展谈\n\n心谈话20人次。二是完善制度。\n") ==
      lead + "一是加强学习，分管领导与各支部书记开展谈心谈话20人次。二是完善制度。\n");
  CHECK(normal(lead + "一是加强学习，分管领导与各支部书记开展谈\n— 3 —\n心谈话20人次。\n") ==
        lead + "一是加强学习，分管领导与各支部书记开展谈心谈话20人次。\n");
  CHECK(normal(lead + "一是加强学习，分管领导与各支部书记开展谈\n3\n心谈话20人次。\n") ==
        lead + "一是加强学习，分管领导与各支部书记开展谈心谈话20人次。\n");
}

TEST_CASE("a line that ends in a comma goes on") {
  CHECK(normal(lead + "加强党务工作者的业务培训，\n增强业务能力。\n") ==
        lead + "加强党务工作者的业务培训，增强业务能力。\n");
}

TEST_CASE("a line cannot begin with a comma or a full stop") {
  CHECK(normal(lead + "加强培训\n，增强能力\n。\n") == lead + "加强培训，增强能力。\n");
  CHECK(normal(lead + "落实“一岗双责\n”制度。\n") == lead + "落实“一岗双责”制度。\n");
}

TEST_CASE("numbers, items, labels, dates and signatures begin lines of their own") {
  const std::string cut = lead + "一是加强学习，分管领导与各支部书记开展谈话并且完善了制度\n";
  for (const char* next :
       {"二、下一步打算\n", "（二）关于作风方面\n", "2.完善制度\n", "二是完善制度。\n",
        "整改成效：制度更加完善。\n", "2024年6月12日\n", "某某镇委员会\n2024年6月12日\n",
        "中共某某镇委员会\n", "欢迎广大群众监督。\n", "序号\t问题\n"}) {
    CAPTURE(next);
    CHECK(normal(cut + next) == cut + next);
  }
}

TEST_CASE("a title over two lines stays two lines") {
  const std::string title = "中共某某镇委员会关于巡察某村、某社区集中整改\n进展情况的通报\n";
  CHECK(normal(title + lead) == title + lead);
  const std::string one = "中共某某镇委员会关于巡察某村、某社区集中整改进展情况的通报\n";
  CHECK(normal(one + lead) == one + lead);
}

TEST_CASE("a heading goes on only where a mark is open") {
  CHECK(normal(lead + "（一）关于“理论学习抓得不实，制度\n落实不经常”的问题\n一是加强学习。\n") ==
        lead + "（一）关于“理论学习抓得不实，制度落实不经常”的问题\n一是加强学习。\n");
  const std::string two =
      lead + "（一）关于理论学习抓得不实、制度落实不经常的问题\n镇党委高度重视。\n";
  CHECK(normal(two) == two);
}

TEST_CASE("contact lines and form rows end without a full stop") {
  const std::string rows =
      lead +
      "责任领导：社区书记　责任部门：社区党建岗　整改时限：年底\n整改情况良好\n"
      "联系电话：0599-5550123（工作日八点到十七点，节假日除外）\n其他事项\n";
  CHECK(normal(rows) == rows);
}

TEST_CASE("bare numbers go where they count pages, and stay where they count rows") {
  const std::string rows = lead + "1\n问题一。\n2\n问题二。\n3\n问题三。\n";
  CHECK(normal(rows) == rows);
  std::string page;
  for (int i = 0; i < 30; ++i) page += "社区认真落实整改要求，完善制度。";
  CHECK(normal(lead + page + "\n1\n" + page + "\n2\n" + page + "\n") ==
        lead + page + "\n" + page + "\n" + page + "\n");
}

TEST_CASE("a number at a form feed is a page's") {
  CHECK(normal(lead + "一、情况\n7\n\f二、打算\n") == lead + "一、情况\n二、打算\n");
}

TEST_CASE("a line printed on every page beside its number is furniture, and sentences go on") {
  const std::string begun = "一是加强学习，分管领导与各支部书记开展谈";
  const std::string ended = "心谈话20人次。二是完善制度。\n";
  const std::string header = "某某投资公司党委文件\n";
  const std::string pages =
      lead + begun + "\n- 1 -\n" + header + ended + begun + "\n- 2 -\n" + header + ended;
  const std::string whole = lead + begun + ended + begun + ended;
  CHECK(normal(pages) == whole);
  CHECK(normal(header + pages) == header + whole);  // the first page's head is no furniture
  const std::string footer = "内部刊物　注意保存\n";
  CHECK(normal(lead + begun + "\n" + footer + "第 1 页 共 2 页\n" + ended + footer +
               "第 2 页 共 2 页\n") == lead + begun + ended);
  CHECK(normal(lead + "一、情况\n1\n\f" + header + "二、做法\n2\n\f" + header + "三、打算\n") ==
        lead + "一、情况\n二、做法\n三、打算\n");

  const Text t = text_of(pages);
  CHECK(t.edits[Edit::page_furniture] == 4);
  const auto at = static_cast<std::uint32_t>(t.utf8.find("心谈话"));
  const SourceSpan there = t.map.to_source(Span(at, at + 9));
  CHECK(pages.substr(there.begin.value, there.end.value - there.begin.value) == "心谈话");
}

TEST_CASE("a line beside a page number that is once there, or elsewhere too, stays") {
  const std::string once =
      lead + "完善制度。\n- 1 -\n某某投资公司党委\n加强学习。\n- 2 -\n抓落实。\n";
  CHECK(normal(once) == lead + "完善制度。\n某某投资公司党委\n加强学习。\n抓落实。\n");
  const std::string status = "已经完成整改\n";
  CHECK(normal(lead + "加强学习。\n- 1 -\n" + status + "完善制度。\n- 2 -\n" + status +
               "健全机制。\n" + status + "抓好落实。\n" + status) ==
        lead + "加强学习。\n" + status + "完善制度。\n" + status + "健全机制。\n" + status +
            "抓好落实。\n" + status);
  for (const char* own : {"整改成效：\n", "（一）存在问题\n", "完成\n", "序号\t问题\n"}) {
    CAPTURE(own);
    const std::string line(own);
    CHECK(normal(lead + "加强学习。\n- 1 -\n" + line + "甲方。\n- 2 -\n" + line + "乙方。\n") ==
          lead + "加强学习。\n" + line + "甲方。\n" + line + "乙方。\n");
  }
  // Rows that are numbered are no pages.
  const std::string rows = lead + "1\n党建办公室\n问题一。\n2\n党建办公室\n问题二。\n";
  CHECK(normal(rows) == rows);
}

TEST_CASE("a document wrapped at a fixed width gets its paragraphs back") {
  const std::string wrapped =
      "　　按照统一部署，巡察组对某镇党委开展了巡察，现将\n整改情况予以公布。镇党委高度重视，召开会"
      "议三次，\n"
      "认真研究整改措施，逐条明确责任领导和完成时限。\n镇党委书记带头落实整改工作，多次现场督办，推"
      "动解\n"
      "决了一批问题。\n　　一、整改总体情况\n　　镇党委成立了整改工作领导小组，由书记任组长，各\n"
      "分管领导任副组长，下设办公室负责日常工作，建立了\n整改台账，逐项销号，确保整改落实到位、取得"
      "实效和\n"
      "群众认可。\n　　（一）关于落实基层党建工作责任制不够到位方面的\n问题\n"
      "　　一是加强学习，制定学习计划，组织专题学习三次，\n开展交流研讨。二是完善制度，修订了议事规"
      "则，并且\n"
      "抓好落实。\n";
  CHECK(normal(wrapped) ==
        "按照统一部署，巡察组对某镇党委开展了巡察，现将整改情况予以公布。镇党委高度重视，召开会议三"
        "次，"
        "认真研究整改措施，逐条明确责任领导和完成时限。镇党委书记带头落实整改工作，多次现场督办，推"
        "动解"
        "决了一批问题。\n一、整改总体情况\n镇党委成立了整改工作领导小组，由书记任组长，各"
        "分管领导任副组长，下设办公室负责日常工作，建立了整改台账，逐项销号，确保整改落实到位、取得"
        "实效和"
        "群众认可。\n（一）关于落实基层党建工作责任制不够到位方面的问题\n"
        "一是加强学习，制定学习计划，组织专题学习三次，开展交流研讨。二是完善制度，修订了议事规则，"
        "并且"
        "抓好落实。\n");
}

TEST_CASE("words that only go on are joined whatever stands before them") {
  CHECK(normal(lead + "（一）关于“理论学习抓得不实，落实不经常”\n的问题\n一是加强学习。\n") ==
        lead + "（一）关于“理论学习抓得不实，落实不经常”的问题\n一是加强学习。\n");
  CHECK(normal(lead + "收回闲置结余资金41.\n2万元。\n") == lead + "收回闲置结余资金41.2万元。\n");
  CHECK(normal(lead + "出台《监管办法》\n（某民〔2024〕31号），建立机制。\n") ==
        lead + "出台《监管办法》（某民〔2024〕31号），建立机制。\n");
  CHECK(normal("某某镇委员会关于巡察集中整改\n的通报\n" + lead) ==
        "某某镇委员会关于巡察集中整改\n的通报\n" + lead);
}

TEST_CASE("contact data that is part of a paragraph is rejoined") {
  CHECK(
      normal(lead + "欢迎监督。联系电话：0599-5550123；来信地址：某\n某路12号；邮编：555001。\n") ==
      lead + "欢迎监督。联系电话：0599-5550123；来信地址：某某路12号；邮编：555001。\n");
}

TEST_CASE("a telephone number or mail address that a line end cut is one") {
  const auto one = [](const std::string& begun, const std::string& rest) {
    CAPTURE(begun, rest);
    CHECK(normal(lead + begun + "\n" + rest + "\n") == lead + begun + rest + "\n");
  };
  one("联系电话：0599-", "5550123（办公室）");
  one("联系电话：0599—555", "0123");
  one("联系电话：0599", "-5550123。");
  one("联系电话：05", "99-5550123。");
  one("电子邮箱：some_", "body@example.com");
  one("电子邮箱：some", "body@example.com");
  one("电子邮箱：somebody", "@example.com");
  one("电子邮箱：somebody@", "example.com。");
  one("电子邮箱：somebody@exam", "ple.com。");
  one("电子邮箱：somebody@example.", "com。");
}

TEST_CASE("what only looks like a cut number or address stays two lines") {
  const auto two = [](const std::string& begun, const std::string& rest) {
    CAPTURE(begun, rest);
    CHECK(normal(lead + begun + "\n" + rest + "\n") == lead + begun + "\n" + rest + "\n");
  };
  two("联系电话：0599-5550123", "1.完善制度");
  two("联系电话：0599-5550123", "5550124");
  two("联系电话：0599-", "2024年6月");
  two("项目编号：2024-", "5550123");
  two("电子邮箱：somebody@example.com", "nobody@example.com");
  two("E-mail", "somebody@example.com");
  two("电子邮箱：somebody@localhost", "www.example.com");
  two("0599-\t12", "5550123");
}

TEST_CASE("in a wrapped document only indents part paragraphs") {
  std::string wrapped = "　　按照统一部署，巡察组对镇党委开展巡察，镇党委认真\n整改，现予公布。\n";
  std::string whole = "按照统一部署，巡察组对镇党委开展巡察，镇党委认真整改，现予公布。\n";
  for (const char* n : {"一是", "二是", "三是", "四是", "五是"}) {
    const std::string item(n);
    wrapped += "　　" + item + "加强学习，制定学习计划，组织专题学习三次以上。\n" + item +
               "完善制度，修订议事规则，严格按照规定程序办理各类\n重大事项，抓好落实。\n";
    whole += item + "加强学习，制定学习计划，组织专题学习三次以上。" + item +
             "完善制度，修订议事规则，严格按照规定程序办理各类重大事项，抓好落实。\n";
  }
  CHECK(normal(wrapped) == whole);
}

TEST_CASE("rejoined Latin words keep a space") {
  CHECK(normal(lead + "采用了新的整改工作管理平台，平台的名称是some\nthing，已经上线运行。\n") ==
        lead + "采用了新的整改工作管理平台，平台的名称是some thing，已经上线运行。\n");
  CHECK(normal(lead + "采用了新的整改工作管理平台，平台的网址是www.exa\nmple.com，已经上线。\n") ==
        lead + "采用了新的整改工作管理平台，平台的网址是www.example.com，已经上线。\n");
}

TEST_CASE("a folded character at the end of a joined line keeps its place") {
  const std::string cut = lead + "加强党务工作者的业务培训，培训总人次达到了１２\n０人次。\n";
  const Text t = text_of(cut);
  REQUIRE(t.utf8 == lead + "加强党务工作者的业务培训，培训总人次达到了120人次。\n");
  const auto at = static_cast<std::uint32_t>(t.utf8.find("120"));
  const SourceSpan two = t.map.to_source(Span(at + 1, at + 2));
  CHECK(cut.substr(two.begin.value, two.size()) == "２");
}

TEST_CASE("rejoining can be turned off") {
  const std::string cut = lead + "加强党务工作者的业务培训，\n增强业务能力。\n—2—\n";
  CHECK(folded(cut) == cut);
}

TEST_CASE("joins and dropped page numbers are counted") {
  const Text t = text_of(lead + "加强党务工作者的业务培训，\n增强业务能力。\n— 2 —\n");
  CHECK(t.edits[Edit::joined_line] == 1);
  CHECK(t.edits[Edit::page_furniture] == 1);
}
