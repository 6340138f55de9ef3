#include <catch2/catch.hpp>

#include "noticekit/text.hpp"
#include "support/reading.hpp"
#include "support/text_generator.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// The bytes of the file behind `words`, which must occur once in its text.
std::string behind(const std::string& bytes, std::string_view words, const char* encoding = "") {
  const Text t = text_of(bytes, encoding);
  const auto at = t.utf8.find(words);
  REQUIRE(at != std::string::npos);
  const SourceSpan s = t.map.to_source(Span(at, at + words.size()));
  return bytes.substr(s.begin.value, s.size());
}

}  // namespace

TEST_CASE("a clean file is one run") {
  CHECK(text_of("一、整改\n情况。\n").map.runs().size() == 1);
}

TEST_CASE("copies that follow each other grow together") {
  OffsetMap m;
  m.copy(0, 5, 3);
  m.copy(3, 8, 4);
  m.copy(7, 20, 1);
  m.finish(8, {});
  REQUIRE(m.runs().size() == 2);
  CHECK(m.runs()[0].source_size == 7);
  CHECK(m.to_source(Span(2, 7)) == SourceSpan(7, 12));
  CHECK(m.to_source(Span(2, 8)) == SourceSpan(7, 21));
}

TEST_CASE("a part of a replacement stands for all of it") {
  OffsetMap m;
  m.copy(0, 0, 2);
  m.replace(2, 2, 6);
  m.copy(5, 8, 1);
  m.finish(6, {});
  CHECK(m.to_source(Span(2, 5)) == SourceSpan(2, 8));
  CHECK(m.to_source(Span(0, 2)) == SourceSpan(0, 2));
  CHECK(m.to_source(Span(5, 6)) == SourceSpan(8, 9));
  CHECK(m.to_source(Span(5, 5)) == SourceSpan(8, 8));
}

TEST_CASE("an appended piece keeps its places, and what is forgotten is gone") {
  OffsetMap old;
  old.copy(0, 0, 4);
  old.replace(4, 4, 2);
  old.copy(5, 6, 5);
  old.finish(10, {});
  OffsetMap m;
  m.append(old, 2, 8, 0);
  m.forget_from(5);
  m.append(old, 8, 10, 5);
  m.finish(7, {});
  CHECK(m.to_source(Span(0, 2)) == SourceSpan(2, 4));
  CHECK(m.to_source(Span(2, 3)) == SourceSpan(4, 6));
  CHECK(m.to_source(Span(3, 5)) == SourceSpan(6, 8));
  CHECK(m.to_source(Span(5, 7)) == SourceSpan(9, 11));
}

TEST_CASE("a value leads back to exactly its bytes") {
  CHECK(behind("\xEF\xBB\xBF　　２０２４年 6 月，整\u200B改。", "2024年6月") == "２０２４年 6 月");
  CHECK(behind("一、**整改**情况\r\n二、打算", "整改情况") == "整改**情况");
  CHECK(behind("cafe\u0301。", "é") == "e\u0301");
  CHECK(behind("\uFB1D。", "\u05D9") == "\uFB1D");
  CHECK(behind("按照要求，现将情况公布。\n加强党务工作者的业务培训，\n\n增强业务能力。",
               "培训，增强") == "培训，\n\n增强");
}

TEST_CASE("it does so in every encoding") {
  const std::string text = "一、A整改 20 项（\U00020000）。";
  for (const char* e : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(e);
    CHECK(behind(encode(text, e), "改20项（\U00020000", e) == encode("改 20 项（\U00020000", e));
  }
  const std::string marked = "\xFF\xFE" + encode(text, "UTF-16LE");
  CHECK(behind(marked, "整改") == encode("整改", "UTF-16LE"));
}
