#include <catch2/catch.hpp>

#include "noticekit/report.hpp"

using namespace noticekit;

TEST_CASE("a roster is read in every encoding and with every line end") {
  const std::vector<std::string> names = {"青禾镇党委", "乌桕镇党委"};
  const std::string gbk =
      "\xC7\xE0\xBA\xCC\xD5\xF2\xB5\xB3\xCE\xAF%\xCE\xDA\xE8\xEA\xD5\xF2\xB5\xB3\xCE\xAF%";
  const std::string utf8 = "青禾镇党委%乌桕镇党委%";
  for (const std::string& table : {gbk, utf8, "\xEF\xBB\xBF" + utf8}) {
    for (const char* line_end : {"\n", "\r\n", "\r", " \n\n"}) {
      std::string bytes = table;
      for (std::size_t at; (at = bytes.find('%')) != std::string::npos;)
        bytes.replace(at, 1, line_end);
      const auto roster = read_roster(bytes);
      REQUIRE(roster);
      CHECK(*roster == names);
    }
  }
}

TEST_CASE("blank lines and remarks of a roster name nobody") {
  const auto roster = read_roster("# 第三轮\n\n  \n\t青禾镇党委 \n");
  REQUIRE(roster);
  CHECK(*roster == std::vector<std::string>{"青禾镇党委"});
  CHECK(read_roster("")->empty());
}

TEST_CASE("a roster that is no text is refused with the line") {
  const auto roster = read_roster("青禾镇党委\n\xFF\xFF\xFF\x01\n");
  REQUIRE_FALSE(roster);
  CHECK(roster.error().where.line == 2);
  CHECK(roster.error().message.find("UTF-8") != std::string::npos);
}
