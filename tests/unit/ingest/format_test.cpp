#include <catch2/catch.hpp>

#include "noticekit/ingest.hpp"

using namespace noticekit;

namespace {
std::string format_of(std::string_view head) { return format_name(sniff_format(head)); }
}  // namespace

TEST_CASE("a format is told by content") {
  CHECK(format_of("一、整改情况\n") == "txt");
  CHECK(format_of("") == "txt");
  CHECK(format_of("<!DOCTYPE html><html>") == "html");
  CHECK(format_of("\xEF\xBB\xBF \n<HTML>") == "html");
  CHECK(format_of("<?xml version=\"1.0\"?>\n<!DOCTYPE html>") == "html");
  CHECK(format_of("<!-- saved --><div>x</div>") == "html");
  CHECK(format_of("<p>整改情况</p>") == "html");
  CHECK(format_of(std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)) == "html");
  CHECK(format_of("PK\x03\x04....") == "zip");
  CHECK(format_of("%PDF-1.7\n") == "pdf");
  CHECK(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "doc");
  CHECK(format_of("{\\rtf1\\ansi") == "rtf");
  CHECK(format_of("\x1F\x8B\x08") == "tar.gz");
  CHECK(format_of("\x89PNG\r\n") == "unknown");
}

TEST_CASE("text with angle brackets is text") {
  CHECK(format_of("见<附件>。\n") == "txt");
  CHECK(format_of("a < b\n") == "txt");
  CHECK(format_of("<某县>整改情况通报\n") == "txt");
}

TEST_CASE("names of formats go both ways") {
  for (const char* name : {"txt", "html", "docx", "pdf", "doc", "rtf", "zip", "tar.gz"}) {
    CAPTURE(name);
    const auto format = format_from_name(name);
    REQUIRE(format);
    CHECK(std::string(format_name(*format)) == name);
  }
  CHECK_FALSE(format_from_name("exe"));
}
