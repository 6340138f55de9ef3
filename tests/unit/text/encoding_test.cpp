#include "text/encoding.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/text_generator.hpp"

using namespace noticekit;
using noticekit::test::encode;

namespace {

const std::string sample = "一、整改工作总体情况\n局党组高度重视，召开会议3次，研究整改措施。\n";

std::string name(std::string_view bytes) {
  const auto found = detect_encoding(bytes);
  return found ? encoding_name(found->encoding) : "none";
}

}  // namespace

TEST_CASE("each encoding is recognised without a mark") {
  CHECK(name(sample) == "utf-8");
  CHECK(name("plain ASCII") == "utf-8");
  CHECK(name(encode(sample, "GB18030")) == "gb18030");
  CHECK(name(encode(sample, "UTF-16LE")) == "utf-16le");
  CHECK(name(encode(sample, "UTF-16BE")) == "utf-16be");
}

TEST_CASE("a byte order mark decides and is measured") {
  const auto utf8 = detect_encoding("\xEF\xBB\xBF" + sample);
  REQUIRE(utf8);
  CHECK(utf8->encoding == Encoding::utf8);
  CHECK(utf8->bom == 3);
  const auto little = detect_encoding("\xFF\xFE" + encode("x", "UTF-16LE"));
  REQUIRE(little);
  CHECK(little->encoding == Encoding::utf16le);
  CHECK(little->bom == 2);
}

TEST_CASE("UTF-8 that was cut or hurt in one place is still UTF-8") {
  std::string cut = sample;
  cut.resize(cut.size() - 3);
  CHECK(name(cut) == "utf-8");
  std::string hurt = sample;
  hurt[4] = '\xFF';
  CHECK(name(hurt) == "utf-8");
}

TEST_CASE("GB18030 that was cut inside a character is still GB18030") {
  std::string cut = encode(sample, "GB18030");
  cut.pop_back();
  cut.pop_back();
  CHECK(name(cut) == "gb18030");
}

TEST_CASE("Big5 is recognised") {
  CHECK(name(encode("整改情況通報，區委第一巡察組對某街道進行了巡察。", "BIG5")) == "big5");
}

TEST_CASE("bytes that are no text are refused") {
  CHECK(name(std::string("\x7F"
                         "ELF\0\0\0\x01",
                         8)) == "none");
  std::mt19937 random(7);
  std::string noise;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>(random());
  CHECK(name(noise) == "none");
  CHECK(name("caf\xE9 cr\xE8me") == "none");
}

TEST_CASE("encodings are called by their usual names") {
  CHECK(encoding_from_name("GBK") == Encoding::gb18030);
  CHECK(encoding_from_name("Utf-8") == Encoding::utf8);
  CHECK(encoding_from_name("UTF-16BE") == Encoding::utf16be);
  CHECK(encoding_from_name("Big5-HKSCS") == Encoding::big5);
  CHECK_FALSE(encoding_from_name("latin1"));
}

TEST_CASE("strict UTF-8 knows overlong forms, surrogates and what lies past the last code point") {
  CHECK(valid_utf8_prefix("一a") == 4);
  CHECK(valid_utf8_prefix("一\xC0\x80") == 3);
  CHECK(valid_utf8_prefix("\xE0\x80\xAF") == 0);
  CHECK(valid_utf8_prefix("\xED\xA0\x80") == 0);
  CHECK(valid_utf8_prefix("\xF4\x90\x80\x80") == 0);
  CHECK(valid_utf8_prefix("\xF0\x9F\x98\x80") == 4);
  CHECK(valid_utf8_prefix("一二三\xE4\xB8") == 9);
}
