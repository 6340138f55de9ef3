#include "text/decode.hpp"

#include <catch2/catch.hpp>

#include "support/text_generator.hpp"

using namespace noticekit;
using noticekit::test::encode;

namespace {

struct Read {
  std::string text;
  std::vector<std::uint32_t> origin;
  std::vector<std::uint32_t> malformed;
  bool truncated = false;
};

Read read(std::string_view bytes, Encoding encoding, std::uint32_t bom = 0) {
  Decoded d;
  decode(bytes, {encoding, bom}, d);
  return {std::string(d.utf8), d.origin, d.malformed, d.truncated};
}

}  // namespace

TEST_CASE("clean UTF-8 is not copied") {
  const std::string bytes = "\xEF\xBB\xBF整改";
  Decoded d;
  decode(bytes, {Encoding::utf8, 3}, d);
  CHECK(d.utf8 == "整改");
  CHECK(d.utf8.data() == bytes.data() + 3);
  CHECK(d.shift == 3);
  CHECK(d.origin.empty());
}

TEST_CASE("every character remembers its first byte") {
  // A is one byte, 整 two, U+20000 four in GB18030.
  const std::string bytes = encode("A整\U00020000b", "GB18030");
  const Read r = read(bytes, Encoding::gb18030);
  CHECK(r.text == "A整\U00020000b");
  CHECK(r.origin == std::vector<std::uint32_t>{0, 1, 1, 1, 3, 3, 3, 3, 7, 8});
}

TEST_CASE("UTF-16 joins surrogates in either byte order") {
  const std::string text = "整\U0001F600a";
  CHECK(read("\xFF\xFE" + encode(text, "UTF-16LE"), Encoding::utf16le, 2).text == text);
  const Read r = read(encode(text, "UTF-16BE"), Encoding::utf16be);
  CHECK(r.text == text);
  CHECK(r.origin == std::vector<std::uint32_t>{0, 0, 0, 2, 2, 2, 2, 6, 8});
}

TEST_CASE("a malformed sequence becomes one replacement character and is located") {
  const Read utf8 = read("整\xE4\xB8改\xFFz", Encoding::utf8);
  CHECK(utf8.text == "整\uFFFD改\uFFFDz");
  CHECK(utf8.malformed == std::vector<std::uint32_t>{3, 8});
  CHECK_FALSE(utf8.truncated);
  const Read gb = read("a\xFF" + encode("改", "GB18030") + "\xB0 b", Encoding::gb18030);
  CHECK(gb.text == "a\uFFFD改\uFFFD b");
  CHECK(gb.malformed == std::vector<std::uint32_t>{1, 4});
  const Read lone = read(std::string("\x00\xD8"
                                     "a\0",
                                     4),
                         Encoding::utf16le);
  CHECK(lone.text == "\uFFFDa");
}

TEST_CASE("a character that the end cuts is told from other faults") {
  std::string bytes = encode("整改", "GB18030");
  bytes.pop_back();
  const Read gb = read(bytes, Encoding::gb18030);
  CHECK(gb.text == "整\uFFFD");
  CHECK(gb.truncated);
  CHECK(gb.malformed == std::vector<std::uint32_t>{2});
  CHECK(read("整\xE6\x94", Encoding::utf8).truncated);
  CHECK(read("\x48", Encoding::utf16le).truncated);
}
