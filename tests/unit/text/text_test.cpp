#include <catch2/catch.hpp>

#include "support/reading.hpp"
#include "support/text_generator.hpp"

using namespace noticekit;
using namespace noticekit::test;

TEST_CASE("a text knows its source") {
  const std::string bytes = "\xEF\xBB\xBF整改情况。\n";
  const Text t = text_of(bytes);
  CHECK(t.utf8 == "整改情况。\n");
  CHECK(t.source.path == "a/b.txt");
  CHECK(t.source.format == "txt");
  CHECK(t.source.encoding == "utf-8");
  CHECK(t.source.bytes == bytes.size());
  CHECK(t.source.sha256.size() == 64);
  CHECK(t.warnings.empty());
}

TEST_CASE("nothing, blanks and a lone mark are empty documents") {
  for (const char* s : {"", " \n\t\n", "\xEF\xBB\xBF", "\u200B", "— 1 —\n"}) {
    CAPTURE(s);
    const Error e = error_of(s);
    CHECK(e.code == Errc::empty_document);
    CHECK(e.where.path == "a/b.txt");
  }
}

TEST_CASE("noise is no text, and the message says where") {
  const Error nul = error_of(std::string("整改\0情况", 13));
  CHECK(nul.code == Errc::not_text);
  CHECK(nul.where.byte == 6U);
  CHECK(nul.message.find("--encoding") != std::string::npos);
  CHECK(error_of("\x01\x02\x03\x04 abc").code == Errc::not_text);
  std::mt19937 random(3);
  std::string noise;
  for (int i = 0; i < 100000; ++i) noise += static_cast<char>(random());
  CHECK(error_of(noise).code == Errc::not_text);
}

TEST_CASE("a chosen encoding that the bytes contradict is an error of its own") {
  const std::string gb = encode("整改情况良好，已经全部完成。", "GB18030");
  CHECK(error_of(gb, "utf-8").code == Errc::malformed_encoding);
  CHECK(error_of(encode("plain ASCII", "UTF-16LE"), "gb18030").code == Errc::malformed_encoding);
  CHECK(error_of(std::string("整改\0情况", 13), "utf-8").code == Errc::malformed_encoding);
  CHECK(error_of("整改", "klingon").code == Errc::bad_usage);
}

TEST_CASE("a truncated file is read with a warning that names the byte") {
  std::string gb = encode("一、整改情况\n已经全部完成，效果良好，群众满意。", "GB18030");
  gb.pop_back();
  const Text t = text_of(gb);
  CHECK(t.source.encoding == "gb18030");
  CHECK(t.utf8 == "一、整改情况\n已经全部完成，效果良好，群众满意\uFFFD\n");
  REQUIRE(t.warnings.size() == 1);
  CHECK(t.warnings[0].code == "truncated");
  CHECK(t.warnings[0].where.byte == gb.size() - 1);
  CHECK(t.warnings[0].where.path == "a/b.txt");
  CHECK(t.edits[Edit::malformed] == 1);
}

TEST_CASE("many faults are counted, few are listed") {
  std::string s;
  for (int i = 0; i < 50; ++i)
    s += "整改情况良好，已经全部完成，效果十分显著，群众非常满意。\xFF\n";
  const Text t = text_of(s, "utf-8");
  CHECK(t.edits[Edit::malformed] == 50);
  REQUIRE(t.warnings.size() == 21);
  CHECK(t.warnings.back().message.substr(0, 2) == "30");
}
