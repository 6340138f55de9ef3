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

TEST_CASE("what stands where changes nothing in what is seen") {
  const std::string text =
      "一、整改，“好”《办法》（试行）：\r\n\u3000Ａ1* é\u200b 20％\t𠀀。\u2028①\u00a0—…\r完";
  const auto alone = survey(text).specials;
  REQUIRE(alone.size() == 11);
  for (std::size_t before = 1; before < 120; ++before) {
    const Survey moved = survey(std::string(before, 'x') + text + std::string(before, 'y'));
    REQUIRE(moved.valid == text.size() + 2 * before);
    REQUIRE(moved.specials.size() == alone.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
      REQUIRE(moved.specials[i].at == alone[i].at + before);
      REQUIRE(moved.specials[i].kind == alone[i].kind);
      REQUIRE(moved.specials[i].size == alone[i].size);
    }
  }
}

TEST_CASE("a broken sequence ends the valid part wherever it stands") {
  const std::string han = "整改情况通报整改情况通报整改情况通报整改情况通报整改情况通报";
  for (const char* broken : {"\x80", "\xE4\xB8", "\xE6", "\xE0\x80\x80", "\xED\xA0\x80", "\xC0\x80",
                             "\xF5\x80\x80\x80", "\xFF", "\xE3\x80", "\xEF\xBC", "\xE2\x80\x7A"}) {
    for (std::size_t at = 0; at <= han.size(); at += 3) {
      const std::string bytes = han.substr(0, at) + broken + han.substr(at) + han;
      REQUIRE(survey(bytes).valid == at);
      REQUIRE(survey(han.substr(0, at) + broken).valid == at);
    }
  }
}
