#include "report/audit/passages.hpp"

#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"

using namespace noticekit;
using namespace noticekit::audit;

namespace {

audit::Letters letters_of(std::string_view words) {
  static const PhraseSet none;
  testing::NoticeBuilder b("a.txt");
  const Span span = b.line(words);
  audit::Letters out;
  append_letters(b.notice, span, none, out);
  return out;
}

constexpr const char* copied = "组织业务骨干对全镇水库逐座巡检并建立问题台账逐条销号";  // 25

}  // namespace

TEST_CASE("a run of twenty letters and more is found wherever it stands, punctuation aside") {
  const audit::Letters a = letters_of(std::string("甲乙丙丁。") + copied + "。戊己庚辛");
  for (int before = 0; before < 30; ++before) {
    std::string words;
    for (int i = 0; i < before; ++i) words += std::string("春夏秋冬东南西北").substr(i % 8 * 3, 3);
    std::string cut = copied;
    cut.insert(30, "，");
    const audit::Letters run = longest_run(a, letters_of(words + cut + "寒暑"), 20);
    CHECK(utf8_of(run) == copied);
  }
}

TEST_CASE("shorter runs, titles and changed words are no shared run") {
  const audit::Letters a = letters_of(copied);
  CHECK(longest_run(a, letters_of(std::string(copied).substr(0, 57)), 20).empty());
  CHECK(longest_run(a, letters_of(std::string("《") + copied + "》"), 20).empty());
  std::string changed = copied;
  changed.replace(36, 3, "旱");
  CHECK(longest_run(a, letters_of(changed), 20).empty());
}

TEST_CASE("five-letter runs are counted once and never over a gap") {
  CHECK(five_grams(letters_of("甲乙丙丁戊")).size() == 1);
  CHECK(five_grams(letters_of("甲乙丙丁")).empty());
  CHECK(five_grams(letters_of("甲乙丙《丁戊》己庚")).empty());
}
