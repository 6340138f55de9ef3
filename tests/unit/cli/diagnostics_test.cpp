#include "cli/diagnostics.hpp"

#include <catch2/catch.hpp>

namespace noticekit::cli {
namespace {

TEST_CASE("a place is as much as is known of it") {
  CHECK(place_of({}) == "");
  CHECK(place_of({"a.txt", {}, {}, ""}) == "a.txt");
  CHECK(place_of({"a.jsonl", 17, {}, ""}) == "a.jsonl:17");
  CHECK(place_of({"a.jsonl", 17, {}, "/title/span"}) == "a.jsonl:17:/title/span");
  CHECK(place_of({"a.txt", {}, 40, ""}) == "a.txt: byte 40");
}

TEST_CASE("a message is one line whatever a file is called") {
  CHECK(on_one_line("整改 a.txt") == "整改 a.txt");
  CHECK(on_one_line("a\nb\x1B[0m") == "a\\x0ab\\x1b[0m");
}

}  // namespace
}  // namespace noticekit::cli
