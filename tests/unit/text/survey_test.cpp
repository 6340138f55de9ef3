#include "text/survey.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

std::string kinds(std::string_view text) {
  std::string out;
  for (const Special& s : survey(text).specials) {
    constexpr std::string_view letters = "nlfbwtdcsmW";
    out += std::to_string(s.at) + letters[static_cast<std::size_t>(s.kind)] +
           std::to_string(s.size) + ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("plain Chinese holds nothing special but its line ends") {
  CHECK(kinds("整改工作，“四个”意识（试行）《办法》。\n下一步\n") == "60n1 70n1 ");
}

TEST_CASE("what normalization acts on is found with its place and size") {
  CHECK(kinds("a b\tc*") == "1b1 3t1 5s1 ");
  CHECK(kinds("一\u3000二\u00A0三") == "3w3 9w2 ");
  CHECK(kinds("一\u200B二\uFEFF\u00AD") == "3d3 9d3 12d2 ");
  CHECK(kinds("Ａ９ｚ：") == "0W3 3W3 6W3 ");
  CHECK(kinds("a\r\nb\rc\u2028d\fe\x01") == "1l2 4l1 6l3 10f1 12c1 ");
}

TEST_CASE("the survey ends where UTF-8 does") {
  const Survey s = survey("一二三四\xFF\n");
  CHECK(s.valid == 12);
  CHECK(s.specials.empty());
}

TEST_CASE("control characters are counted, NUL is told apart") {
  CHECK_FALSE(survey("a\x01").nul);
  CHECK(survey("ab\x01\x02").controls == 2);
  CHECK(survey("ab\x01\x02").first_control == 2);
  CHECK(survey(std::string_view("a\0", 2)).nul);
}

TEST_CASE("only texts with characters that may change need composing") {
  CHECK_FALSE(survey("整改（一）①Ａé 20℃ “”…—").may_need_nfc);
  CHECK(survey("e\u0301").may_need_nfc);
  CHECK(survey("\uF900").may_need_nfc);
  CHECK(survey("\u304B\u3099").may_need_nfc);
}
