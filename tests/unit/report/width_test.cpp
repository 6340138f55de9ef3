#include "report/width.hpp"

#include <catch2/catch.hpp>

using namespace noticekit;

TEST_CASE("Han characters and full-width forms take two columns, Latin ones take one") {
  CHECK(width_of(U'整') == 2);
  CHECK(width_of(U'（') == 2);
  CHECK(width_of(U'，') == 2);
  CHECK(width_of(U'　') == 2);
  CHECK(width_of(U'𠮷') == 2);
  CHECK(width_of(U'a') == 1);
  CHECK(width_of(U'é') == 1);
  CHECK(width_of("整改ab") == 6);
}

TEST_CASE("combining and zero-width characters take no column") {
  CHECK(width_of(U'\u0301') == 0);
  CHECK(width_of(U'\u200B') == 0);
  CHECK(width_of(U'\uFEFF') == 0);
  CHECK(width_of(U'\n') == 0);
}

TEST_CASE("ambiguous characters are narrow unless the terminal draws them wide") {
  for (const char32_t c : U"“”‘’—…·①×") {
    if (c == 0) continue;
    CHECK(width_of(c) == 1);
    CHECK(width_of(c, true) == 2);
  }
  CHECK(width_of("“一”") == 4);
  CHECK(width_of("“一”", true) == 6);
}

TEST_CASE("words are cut at the width and at their own line ends") {
  CHECK(wrap("整改措施", 4) == std::vector<std::string>{"整改", "措施"});
  CHECK(wrap("整改措施", 5) == std::vector<std::string>{"整改", "措施"});
  CHECK(wrap("一\n二", 0) == std::vector<std::string>{"一", "二"});
  CHECK(wrap("", 4) == std::vector<std::string>{""});
}

TEST_CASE("a number or a date is not cut where it fits a line of its own") {
  CHECK(wrap("于2031-05-06完成", 10) == std::vector<std::string>{"于", "2031-05-06", "完成"});
  CHECK(wrap("abcdef", 4) == std::vector<std::string>{"abcd", "ef"});
}

TEST_CASE("closing punctuation does not begin a line, opening punctuation does not end one") {
  CHECK(wrap("整改到位，正在", 8) == std::vector<std::string>{"整改到", "位，正在"});
  CHECK(wrap("整改（到位）", 6) == std::vector<std::string>{"整改", "（到", "位）"});
}

TEST_CASE("control characters never reach a terminal") {
  CHECK(wrap("一\t二\x1b[31m", 0) == std::vector<std::string>{"一 二 [31m"});
  CHECK(wrap("（\x1b[31m一\u009B", 0) == std::vector<std::string>{"（ [31m一 "});
}

TEST_CASE("every line keeps to the width, however narrow it is, and no character is lost") {
  const std::string words = "对2名责任人（含村干部）给予处理，追缴12,345.67元；已完成。";
  for (std::uint32_t width = 2; width < 40; ++width) {
    std::string all;
    for (const std::string& line : wrap(words, width)) {
      CHECK(width_of(line) <= width);
      all += line;
    }
    CHECK(all == words);
  }
}
