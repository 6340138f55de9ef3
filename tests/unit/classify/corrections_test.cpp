#include <catch2/catch.hpp>
#include <string>

#include "noticekit/correction.hpp"
#include "support/extracted.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;

namespace {

const std::string head = "id,finding,kind,measure,label,text\r\n";

std::size_t applied = 0;  ///< by the last corrected()

/// The notice with the corrections of a table.
Labels corrected(const std::string& csv) {
  testing::NoticeBuilder builder("a.txt");
  builder.finding("党费收缴不及时，财务凭证不规范");
  builder.measure("组织业务培训");
  const Notice notice = builder.take();
  auto corrections = read_corrections(csv, test::builtin().taxonomy());
  REQUIRE(corrections);
  Labels labels = classify(notice, test::builtin().taxonomy());
  const auto done = correct(notice, test::builtin().taxonomy(), *corrections, labels);
  applied = done.size();
  return labels;
}

std::string refusal(const std::string& csv, unsigned line) {
  auto corrections = read_corrections(csv, test::builtin().taxonomy());
  REQUIRE_FALSE(corrections);
  CHECK(corrections.error().where.line == line);
  return corrections.error().message;
}

}  // namespace

TEST_CASE("a person's label wins and says so") {
  const Labels l = corrected(head + "a.txt,F01,topics,,accounting,\r\n");
  REQUIRE(l.findings[0].topics.size() == 2);
  CHECK(l.findings[0].topics[0].id == "accounting");
  CHECK(l.findings[0].topics[0].by == LabelSource::person);
  CHECK(l.findings[0].topics[1].id == "party_dues");
}

TEST_CASE("labels may be given by their Chinese names, several parted by spaces") {
  const Labels l = corrected(head + "a.txt,F01,measure_types,1,\"会议研究/谈话 ledger\",x\n");
  const auto& types = l.findings[0].measure_types[0];
  REQUIRE(types.size() == 2);
  CHECK(types[0].id == "meeting");
  CHECK(types[1].id == "ledger");
}

TEST_CASE("several topics are all there are") {
  const Labels l = corrected(head + "a.txt,F01,topics,,assets accounting,\n");
  REQUIRE(l.findings[0].topics.size() == 2);
  CHECK(l.findings[0].topics[0].id == "assets");
  CHECK(l.findings[0].topics[1].id == "accounting");
}

TEST_CASE("columns may stand in any order, rows with an empty label say nothing") {
  const Labels l = corrected(
      "\xEF\xBB\xBF"
      "text,label,measure,kind,finding,id\n"
      "\"two\nlines, \"\"quoted\"\"\",,,topics,F01,a.txt\n"
      ",prior_rectification,,dimension,F01,a.txt\n");
  CHECK(l.findings[0].topics[0].by == LabelSource::rule);
  CHECK(l.findings[0].dimension->id == "prior_rectification");
}

TEST_CASE("a table that a spreadsheet saved in GB18030 is read like any other") {
  // a.txt,F01,topics,,资产与“三资”, and two words in a column that nobody reads
  const Labels l = corrected(
      "id,finding,kind,measure,label,text\r\na.txt,F01,topics,,"
      "\xD7\xCA\xB2\xFA\xD3\xEB\xA1\xB0\xC8\xFD\xD7\xCA\xA1\xB1,\xB5\xB3\xB7\xD1\r\n");
  CHECK(applied == 1);
  CHECK(l.findings[0].topics[0].id == "assets");
}

TEST_CASE("corrections of other notices and findings change nothing") {
  const Labels l = corrected(head + "b.txt,F01,topics,,assets,\na.txt,F09,topics,,assets,\n" +
                             "a.txt,F01,measure_types,7,ledger,\n");
  CHECK(applied == 0);
  CHECK(l.findings[0].topics[0].id == "party_dues");
  CHECK(l.findings[0].measure_types[0][0].id == "training");
}

TEST_CASE("a table that cannot be followed is refused with its line") {
  CHECK(refusal("", 1).find("empty") != std::string::npos);
  CHECK(refusal("id,finding,kind,label\n", 1).find("measure") != std::string::npos);
  CHECK(refusal(head + "a,F01,topics,,unheard,\n", 2).find("unheard") != std::string::npos);
  CHECK(refusal(head + "a,F01,colour,,red,\n", 2).find("colour") != std::string::npos);
  CHECK(refusal(head + "a,F01,measure_types,first,ledger,\n", 2).find("number") !=
        std::string::npos);
  CHECK(refusal(head + "a,F01,topics,,assets,\n\"a,F01\n", 3).find("quotation") !=
        std::string::npos);
  CHECK(refusal(head + "a,F01\n", 2).find("fewer") != std::string::npos);
  // Bytes of no text, and a table of which one character was cut.
  CHECK(refusal(head + "a,F01,topics,,\xFF\xFE\xFF\xFF\xFF,\n", 2).find("UTF-8") !=
        std::string::npos);
  CHECK(refusal(head + "a,F01,topics,,assets,资产\n" + "a,F01,topics,,assets,资\xE4\xBA\n", 3)
            .find("UTF-8") != std::string::npos);
}

TEST_CASE("rows may end with CR alone, and cells may be parted by semicolons or tabs") {
  const std::string table = "id,finding,kind,measure,label\na.txt,F01,topics,,accounting\n";
  const auto with = [&](char separator, char line_end) {
    std::string out = table;
    for (char& c : out) c = c == ',' ? separator : c == '\n' ? line_end : c;
    return out;
  };
  for (const char separator : {',', ';', '\t'}) {
    for (const char line_end : {'\n', '\r'}) {
      const Labels l = corrected(with(separator, line_end));
      CHECK(applied == 1);
      CHECK(l.findings[0].topics[0].by == LabelSource::person);
    }
  }
  corrected("id;finding;kind;measure;label\r\na.txt;F01;topics;;\"assets;accounting\"\r\n");
  CHECK(applied == 1);
  refusal("id,finding,kind,measure,label\ra.txt,F01,topics,,none_such\r", 2);
}

TEST_CASE("a finding that has another number since is known by its words") {
  testing::NoticeBuilder builder("a.txt");
  builder.finding("公车管理不规范");
  builder.finding("党费收缴不及时");
  builder.measure("组织业务培训");
  const Notice notice = builder.take();
  const auto first_topics = [&](const std::string& row) {
    const auto table = read_corrections(head + row, test::builtin().taxonomy());
    REQUIRE(table);
    Labels labels = classify(notice, test::builtin().taxonomy());
    correct(notice, test::builtin().taxonomy(), *table, labels);
    return labels.findings[0].topics[0].id + " " + labels.findings[1].topics[0].id;
  };
  const std::string before = first_topics("");
  const std::string first = before.substr(0, before.find(' '));
  CHECK(first_topics("a.txt,F01,topics,,accounting,党费收缴不及时\n") == first + " accounting");
  CHECK(first_topics("a.txt,F02,topics,,accounting,党费收缴不及时\n") == first + " accounting");
  // Words that no finding has leave the number to decide.
  CHECK(first_topics("a.txt,F02,topics,,accounting,另一句\n") == first + " accounting");
  CHECK(first_topics("a.txt,F02,topics,,accounting,\n") == first + " accounting");
}
