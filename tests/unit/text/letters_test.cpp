#include "text/letters.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "support/text_generator.hpp"
#include "text/utf8.hpp"

using namespace noticekit;

namespace {

std::u16string units(std::string_view text) {
  const Letters letters(text);
  return {letters.units(), letters.size()};
}

/// That letters and bytes lead to each other, whatever the bytes are.
void check_places(std::string_view text) {
  const Letters letters(text);
  REQUIRE(letters.byte(0) == 0);
  REQUIRE(letters.byte(letters.size()) == text.size());
  REQUIRE(letters.units()[letters.size()] == 0);
  for (std::uint32_t n = 0; n < letters.size(); ++n) {
    REQUIRE(letters.byte(n) < letters.byte(n + 1));
    for (std::uint32_t b = letters.byte(n); b < letters.byte(n + 1); ++b)
      REQUIRE(letters.at(b) == n);
  }
  REQUIRE(letters.at(static_cast<std::uint32_t>(text.size())) == letters.size());
}

}  // namespace

TEST_CASE("a letter is a character, punctuation of any width and shape as one") {
  CHECK(units("已整改3项ab") == u"已整改3项ab");
  CHECK(units("，；：（）“”「」—～％．【】？！＠\u3000") == u",;:()\"\"\"\"--%.[]?!@ ");
  CHECK(units("。、《》×é") == u"。、《》×é");
  CHECK(units("").empty());
}

TEST_CASE("a character beyond the first 65,536 has a unit that no other character has") {
  const std::u16string two = units("𠀀甲𠀁");
  REQUIRE(two.size() == 3);
  CHECK(two[0] != two[2]);
  for (const char16_t c : {two[0], two[2]}) CHECK((c >= 0xD800 && c < 0xE000));
  CHECK(units("\uFFFF") == u"\uFFFD");  // U+FFFF stands for something else in patterns
}

TEST_CASE("every byte leads to its letter, every letter to its bytes") {
  check_places("");
  check_places("a");
  check_places("甲，b𠀀é乙\n");
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    const std::string text = test::random_text(random);
    check_places(text);
    CHECK(Letters(text).size() == utf8::count(text));
  }
}

TEST_CASE("bytes that are no UTF-8 are letters of some kind, and none is read past the end") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::string bytes = test::random_bytes(random, static_cast<std::size_t>(round % 70));
    check_places(std::string(bytes));
  }
  check_places("\xE6\x95");
  check_places("甲\xF0\xA0\x80");
}

TEST_CASE("letters read again hold the new text only") {
  Letters letters("甲乙丙丁戊己庚辛");
  letters.read("a，");
  REQUIRE(letters.size() == 2);
  CHECK(letters.all()[1] == u',');
  CHECK(letters.all()[2] == 0);
  CHECK(letters.at(1) == 1);
}

TEST_CASE("a stretch ends where it ends") {
  const Letters letters("甲，乙");
  const Stretch stretch = letters.stretch({3, 6});
  CHECK(stretch.begin == 1);
  CHECK(stretch.end == 2);
  CHECK(stretch[1] == u',');
  CHECK(stretch[2] == 0);
}
