#include "extract/damage.hpp"

#include <catch2/catch.hpp>

using namespace noticekit;

namespace {

std::vector<Defect> lost_in(std::string_view bytes) {
  auto text = read_text(bytes, {}, {.encoding = "utf-8"});
  REQUIRE(text);
  std::vector<Defect> out;
  find_lost_characters(*text, out);
  for (const Defect& d : out) {
    CHECK(d.span.end.value <= text->utf8.size());
    CHECK_FALSE(d.span.empty());
  }
  return out;
}

std::string repeated(int times, const std::string& words) {
  std::string out;
  for (int i = 0; i < times; ++i) out += words;
  return out;
}

}  // namespace

TEST_CASE("a whole text has lost no character") { CHECK(lost_in("云溪村整改情况。\n").empty()); }

TEST_CASE("stray bytes are a defect at their place, several in a row are one") {
  const auto defects = lost_in(repeated(9, "云溪村整改情况。") + "\xFF\xFF已完成。\n");
  REQUIRE(defects.size() == 1);
  CHECK(defects[0].kind == "malformed_bytes");
  CHECK(defects[0].span == Span{9 * 24, 9 * 24 + 6});
  CHECK(defects[0].hint.find("compare") != std::string::npos);
}

TEST_CASE("a file that ends inside a character is truncated, at its end") {
  const auto defects = lost_in("云溪村整改情况。\n已完成\xE9\x95");
  REQUIRE(defects.size() == 1);
  CHECK(defects[0].kind == "truncated");
  CHECK(defects[0].span == Span{25 + 9, 25 + 12});
}

TEST_CASE("a cut whose place is not in the text is told of the last line") {
  Text text;
  text.utf8 = "第一行\n第二行\n";
  text.warnings.push_back({"truncated", "words", {}});
  std::vector<Defect> out;
  find_lost_characters(text, out);
  REQUIRE(out.size() == 1);
  CHECK(out[0].span == Span{10, 19});
}

TEST_CASE("a character that the document itself had lost is told too") {
  const auto defects = lost_in("云溪\xEF\xBF\xBD整改情况。\n");
  REQUIRE(defects.size() == 1);
  CHECK(defects[0].hint.find("document itself") != std::string::npos);
}

TEST_CASE("many places are twenty defects, and the last says how many more") {
  const auto defects = lost_in(repeated(30, repeated(9, "云溪村整改情况。") + "\xFF。\n"));
  REQUIRE(defects.size() == 20);
  CHECK(defects.back().hint.find("10 more places") != std::string::npos);
}
