#include "record/positions.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

TEST_CASE("positions are those that counting from the start gives") {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += std::string(static_cast<std::size_t>(i % 7), 'x') + "整改é\"𠀀\n";
    const Positions p(text);
    std::uint32_t code_point = 0;
    std::uint32_t line = 1;
    std::uint32_t escape = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
      if (!starts) continue;
      REQUIRE(p.code_point(at) == code_point);
      REQUIRE(p.place(at).code_point == code_point);
      REQUIRE(p.place(at).escape == escape);
      REQUIRE(p.line(at) == line);
      REQUIRE(p.byte(code_point) == at);
      ++code_point;
      if (text[at] != '\n' && text[at] != '"') continue;
      REQUIRE(p.escape(escape).at == at);
      REQUIRE(p.escape(escape).line == line);
      ++escape;
      if (text[at] == '\n') ++line;
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    REQUIRE(p.code_points() == code_point);
    REQUIRE(p.code_point(end) == code_point);
    REQUIRE(p.code_point(end + 5) == code_point);
    REQUIRE(p.place(end).code_point == code_point);
    REQUIRE(p.line(end) == line);
    REQUIRE(p.byte(code_point) == end);
    REQUIRE(p.escape(escape).at > end);
  }
}

TEST_CASE("an empty text has one line and no code point") {
  const Positions p("");
  CHECK(p.code_points() == 0);
  CHECK(p.line(0) == 1);
  CHECK(p.byte(0) == 0);
}
