#include "report/phrasing.hpp"

#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"

using namespace noticekit;
using testing::genre_labels;

TEST_CASE("only notices, reports and round summaries count, and what has no genre") {
  for (const char* genre :
       {"rectification_notice", "rectification_report", "rectification_summary"}) {
    const Labels labels = genre_labels(genre, "");
    CHECK(counts_in_statistics(&labels));
  }
  for (const char* genre : {"self_report", "rectification_plan", "feedback_news", "other"}) {
    const Labels labels = genre_labels(genre, "");
    CHECK_FALSE(counts_in_statistics(&labels));
  }
  const Labels unlabelled;
  CHECK(counts_in_statistics(&unlabelled));
  CHECK(counts_in_statistics(nullptr));
}

TEST_CASE("remarks are parted by semicolons of their language; none is an empty cell") {
  Remarks zh(Language::zh), en(Language::en);
  CHECK(std::holds_alternative<std::monostate>(zh.cell()));
  zh.say("一");
  zh.say("");
  zh.say({"二：", "two: "}, "三");
  en.say("a");
  en.say({"二：", "two: "}, "b");
  CHECK(std::get<std::string>(zh.cell()) == "一；二：三");
  CHECK(std::get<std::string>(en.cell()) == "a; two: b");
}

TEST_CASE("every status but the unclear one has words in both languages") {
  for (int i = 0; i < 5; ++i) {
    CHECK(*status_words(static_cast<StatusValue>(i), Language::zh) != '\0');
    CHECK(*status_words(static_cast<StatusValue>(i), Language::en) != '\0');
  }
  CHECK(*status_words(StatusValue::unclear, Language::zh) == '\0');
  CHECK(std::string(status_words(StatusValue::not_completed, Language::zh)) == "未完成");
}

TEST_CASE("several bodies share a cell; none leaves it empty, whoever issued the notice") {
  testing::NoticeBuilder b("a.txt");
  b.notice.issuer = b.line("云溪镇党委");
  CHECK(std::holds_alternative<std::monostate>(bodies_of(b.notice)));
  b.body("云溪村").body("石桥村");
  CHECK(std::get<std::string>(bodies_of(b.notice)) == "云溪村、石桥村");
}

TEST_CASE("English counts know one from many") {
  CHECK(documents(1, Language::en) == "1 document");
  CHECK(documents(3, Language::en) == "3 documents");
  CHECK(documents(3, Language::zh) == "3份");
}

TEST_CASE("a field that runs over a line end is one line in a cell") {
  testing::NoticeBuilder b("a.txt");
  const Field wrapped = b.line("2031年\n第三轮 round\nthree");
  CHECK(std::get<std::string>(words_of(b.notice, wrapped)) == "2031年第三轮 round three");
}

TEST_CASE("a date without a value keeps its words, and without words is no date") {
  testing::NoticeBuilder b("a.txt");
  Date date;
  CHECK(std::holds_alternative<std::monostate>(date_of(b.notice, date)));
  CHECK(std::holds_alternative<std::monostate>(date_of(b.notice, std::nullopt)));
  date.span = b.line("203年月6日");
  CHECK(std::get<std::string>(date_of(b.notice, date)) == "203年月6日");
}
