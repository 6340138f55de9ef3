#include <catch2/catch.hpp>
#include <string>

#include "noticekit/label.hpp"
#include "support/extracted.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;

namespace {

/// A notice with one finding under each heading, labelled under a scheme.
Labels under(const std::string& scheme, const std::vector<std::string>& headings,
             const std::string& problem = "上级审计指出的问题未整改") {
  testing::NoticeBuilder builder("n");
  const std::uint32_t section = builder.heading("巡察反馈问题整改情况");
  for (const std::string& h : headings) {
    const std::uint32_t at = builder.heading(h);
    builder.finding(problem).path = {section, at};
  }
  const Notice notice = builder.take();
  Labels labels = classify(notice, test::builtin().taxonomy());
  apply_scheme(notice, test::builtin().taxonomy(), scheme, labels);
  return labels;
}

std::string scheme_of(const Labels& l) { return l.scheme ? l.scheme->name : ""; }

}  // namespace

TEST_CASE("auto takes the scheme that the notice's own headings show") {
  CHECK(scheme_of(under("auto", {"聚焦党的路线方针政策方面", "聚焦群众身边腐败问题方面"})) ==
        "三个聚焦");
  CHECK(scheme_of(under("auto", {"聚焦党的路线方针政策方面", "聚焦群众身边腐败问题方面",
                                 "聚焦巡察、审计反馈问题整改方面"})) == "四个聚焦");
  CHECK(scheme_of(under("auto", {"落实党的路线方针政策方面", "落实全面从严治党战略部署方面"})) ==
        "四个落实");
  CHECK(scheme_of(under("auto", {"财务方面", "党建方面"})).empty());
}

TEST_CASE("a scheme names the dimensions its own way") {
  const Labels l = under("四个落实", {"财务方面"});
  CHECK(l.findings[0].dimension->id == "prior_rectification");
  CHECK(l.findings[0].dimension->name == "落实巡视巡察、审计等监督发现问题整改");
}

TEST_CASE("a dimension that a scheme lacks falls to another") {
  const Labels l = under("三个聚焦", {"财务方面"});
  CHECK(l.findings[0].dimension->id == "mass_interest_integrity");
  CHECK(l.findings[0].dimension->name == "聚焦群众身边腐败问题和不正之风");
}

TEST_CASE("the schemes are listed by their Chinese words") {
  CHECK(list_schemes(test::builtin().taxonomy()) ==
        std::vector<std::string>{"三个聚焦", "四个聚焦", "四个落实"});
}

TEST_CASE("of two focuses in one heading the topic's own is taken") {
  const std::string both = "新时代党的组织路线及上一轮巡察整改落实方面";
  CHECK(under("auto", {both}, "党支部长期不换届").findings[0].dimension->id ==
        "grassroots_party_building");
  CHECK(under("auto", {both}).findings[0].dimension->id == "prior_rectification");
}
