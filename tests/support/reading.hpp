// Shorthand for tests that read a text and look at one thing of it.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "noticekit/text.hpp"

namespace noticekit::test {

inline Text text_of(std::string_view bytes, const char* encoding = "", bool reflow = true) {
  Source source;
  source.path = "a/b.txt";
  auto text = read_text(bytes, source, {encoding}, {reflow});
  INFO((text ? std::string() : text.error().message));
  REQUIRE(text);
  return std::move(*text);
}

inline std::string normal(std::string_view bytes) { return text_of(bytes).utf8; }

/// Without rejoining lines.
inline std::string folded(std::string_view bytes) { return text_of(bytes, "", false).utf8; }

inline Error error_of(std::string_view bytes, const char* encoding = "") {
  Source source;
  source.path = "a/b.txt";
  auto text = read_text(bytes, source, {encoding}, {});
  REQUIRE_FALSE(text);
  return text.error();
}

}  // namespace noticekit::test
