#include "cli/glob.hpp"

#include <catch2/catch.hpp>

using namespace noticekit::cli;

TEST_CASE("a glob matches the last part, or the whole path where it holds a slash") {
  CHECK(matches("*.html", "a/b.html"));
  CHECK_FALSE(matches("*.html", "a.html/b.txt"));
  CHECK(matches("a/*", "a/b/c.txt"));
  CHECK_FALSE(matches("a/*", "b/a.txt"));
  CHECK(matches("old/", "old/"));
  CHECK(matches("通?.txt", "通报.txt"));
  CHECK(matches("[一-龥]报.txt", "通报.txt"));
  CHECK(matches("[!a-c]x", "dx"));
  CHECK_FALSE(matches("[!a-c]x", "bx"));
  CHECK(matches("*a*b*", "xxaxxbxx"));
  CHECK_FALSE(matches("*a*b", "xxaxxbxx"));
  CHECK(matches("[", "["));
  CHECK(matches("", ""));
}

TEST_CASE("files are chosen by what to include and what to exclude") {
  CHECK(is_chosen("a.txt", {}, {}));
  CHECK(is_chosen("a.txt", {"*.txt"}, {}));
  CHECK_FALSE(is_chosen("a.log", {"*.txt"}, {}));
  CHECK_FALSE(is_chosen("a.txt", {"*.txt"}, {"a*"}));
}
