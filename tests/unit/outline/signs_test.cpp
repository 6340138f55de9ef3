#include "outline/signs.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

std::string list(std::string_view text) {
  std::string out;
  const Signs signs(text);
  for (const Sign* s = signs.first(); s->at < text.size(); ++s)
    out += text.substr(s->at, s->end() - s->at);
  return out;
}

}  // namespace

TEST_CASE("signs are found, letters, figures and Han are none") {
  CHECK(list("一是加强，abc12％；①《办法》（试行）【甲】“乙”。") == "，；《》（）【】“”。");
  CHECK(list("a, b; c: d.\te\n") == ", ; : .\t\n");
  CHECK(list("甲　乙、丙［丁］〔2024〕(戊)[己]：") == "　、［］〔〕()[]：");
  CHECK(list("").empty());
  CHECK(list("甲").empty());
}

TEST_CASE("characters that share bytes with signs are none") {
  // Of the same page as 。 or ，, or with the first and the last byte of 。, ， or “.
  CHECK(list("々！？—…あｌₜ①%").empty());
}

TEST_CASE("a sign is found wherever it stands in a long text") {
  for (std::size_t before = 0; before < 140; ++before) {
    for (const std::string sign : {"。", ";"}) {
      CAPTURE(before, sign);
      const std::string text =
          std::string(before, 'x') + sign + "甲甲" + sign + std::string(9, 'y');
      const Signs signs(text);
      const auto at = static_cast<std::uint32_t>(before);
      const auto second = static_cast<std::uint32_t>(before + sign.size() + 6);
      REQUIRE(signs.first()->at == at);
      CHECK(signs.from(0)->at == at);
      CHECK(signs.from(at)->at == at);
      CHECK(signs.from(at + 1)->at == second);
      CHECK(signs.from(second + 1)->at == text.size());
      CHECK(signs.next(0, sentence_ends, second) == at);
      CHECK(signs.next(at + 1, sentence_ends, second) == second);
      CHECK(signs.next(0, Sign::comma, second) == second);
      CHECK(signs.after_last(0, at, sentence_ends) == 0);
      CHECK(signs.after_last(0, second, sentence_ends) == at + sign.size());
      CHECK(signs.after_last(at + 1, second, sentence_ends) == at + 1);
      CHECK(signs.after_last(0, second, Sign::comma) == 0);
    }
  }
}

TEST_CASE("behind the last sign stands a line end at the end of the text") {
  const std::string text = "甲。乙";
  const Signs signs(text);
  CHECK(signs.from(6)->at == text.size());
  CHECK(signs.from(static_cast<std::uint32_t>(text.size()))->is(Sign::line_end));
  CHECK(Signs("").first()->is(Sign::line_end));
  CHECK(signs.has(Sign::full_stop));
  CHECK_FALSE(signs.has(Sign::line_end | Sign::comma));
}

TEST_CASE("a text of signs only has room for all of them") {
  const std::string text(5000, ',');
  const Signs signs(text);
  CHECK(signs.from(4999)->at == 4999);
  CHECK(signs.from(4999) - signs.first() == 4999);
}
