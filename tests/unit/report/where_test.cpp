#include "report/where.hpp"

#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"

using namespace noticekit;
using testing::NoticeBuilder;

namespace {

struct Sample {
  Notice notice;
  Labels labels;
};

Sample sample() {
  NoticeBuilder b("a/b.txt");
  b.body("青禾镇党委");
  b.finding("现金使用不规范").status.value = StatusValue::completed;
  b.measure("一律转账");
  b.finding("党费收缴不及时").status.value = StatusValue::unclear;
  Sample s;
  s.notice = b.take();
  s.labels.findings.resize(2);
  s.labels.findings[0].topics = {{"cash_revenue", "现金与收支两条线", 4, {}},
                                 {"accounting", "财务管理与凭证", 1, {}}};
  s.labels.findings[1].topics = {{"party_dues", "党费", 4, {}}};
  return s;
}

std::string taken(const Sample& s, std::string_view words) {
  const auto where = Condition::parse(words);
  INFO((where ? std::string() : where.error().message));
  REQUIRE(where);
  std::string out;
  for (std::size_t i = 0; i < s.notice.findings.size(); ++i)
    out += where->takes(s.notice, &s.labels, i) ? '1' : '0';
  return out + (where->takes(s.notice, &s.labels) ? "+" : "-");
}

}  // namespace

TEST_CASE("conditions take findings by code, by name, by words and by number") {
  const Sample s = sample();
  CHECK(taken(s, "") == "11+");
  CHECK(taken(s, "topic=party_dues") == "01+");
  CHECK(taken(s, "topic=党费") == "01+");
  CHECK(taken(s, "topic=accounting") == "10+");
  CHECK(taken(s, "topic!=accounting") == "01+");
  CHECK(taken(s, "status=completed") == "10+");
  CHECK(taken(s, "status=已完成") == "10+");
  CHECK(taken(s, "problem~现金") == "10+");
  CHECK(taken(s, "problem!~现金") == "01+");
  CHECK(taken(s, "measures>=1") == "10+");
  CHECK(taken(s, "measures<1") == "01+");
  CHECK(taken(s, "measures>10") == "00-");
  CHECK(taken(s, "body~青禾") == "11+");
  CHECK(taken(s, "source='a/b.txt'") == "11+");
  CHECK(taken(s, "finding=F02") == "01+");
  CHECK(taken(s, "issuer=某某") == "00-");
  CHECK(taken(s, "issuer!=某某") == "11+");
}

TEST_CASE("and binds before or, not before and, parentheses before all") {
  const Sample s = sample();
  CHECK(taken(s, "topic=party_dues and status=unclear") == "01+");
  CHECK(taken(s, "topic=party_dues and status=completed") == "00-");
  CHECK(taken(s, "finding=F01 or finding=F02 and status=completed") == "10+");
  CHECK(taken(s, "(finding=F01 or finding=F02) and status=unclear") == "01+");
  CHECK(taken(s, "not finding=F01 and status=unclear") == "01+");
  CHECK(taken(s, "not (finding=F01 or finding=F02)") == "00-");
}

TEST_CASE("a condition that cannot be read is bad usage with its place") {
  for (const char* words : {"topic", "topic=", "topic=a and", "(topic=a", "topic=a topic=b",
                            "colour=red", "topic='a", "topic ? a", ")", "and topic=a"}) {
    const auto where = Condition::parse(words);
    INFO(words);
    REQUIRE_FALSE(where);
    CHECK(where.error().code == Errc::bad_usage);
    CHECK(where.error().message.starts_with("--where: "));
  }
  CHECK(Condition::parse("colour=red").error().message.find("choose source") != std::string::npos);
  CHECK_FALSE(Condition::parse(std::string(5000, '(')).ok());
}

TEST_CASE("a value that a field can never have is bad usage and names those it can") {
  for (const char* words :
       {"status=unclearr", "status!=done", "status==completed", "title==a", "basis=guessed",
        "origin=other", "year>=abc", "findings=many", "measures<x", "published>2024-13-45",
        "published>2024-02-30", "feedback=2024/03/05", "year=>2020", "finding=F01 or year=x"}) {
    const auto where = Condition::parse(words);
    INFO(words);
    REQUIRE_FALSE(where);
    CHECK(where.error().code == Errc::bad_usage);
    CHECK(where.error().message.starts_with("--where: "));
  }
  CHECK(Condition::parse("status=x").error().message.find("choose completed, basically") !=
        std::string::npos);
  for (const char* words : {"status=unclear", "status=已完成", "status~compl", "basis=derived",
                            "origin=self_identified", "year>=2020", "published>2024",
                            "published>=2024-02", "published<2024-02-29", "published~2024-1",
                            "topic=of_an_overlay", "genre=of_an_overlay", "title='=a'"}) {
    INFO(words);
    CHECK(Condition::parse(words).ok());
  }
}
