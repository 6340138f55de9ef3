#include "text/big5.hpp"

#include <catch2/catch.hpp>

#include "support/text_generator.hpp"
#include "text/decode.hpp"
#include "text/encoding.hpp"

using namespace noticekit;
using noticekit::test::encode;

TEST_CASE("Big5 decodes, the characters of Hong Kong too") {
  const std::string text = "巡察整改情況通報，全部完成。";
  Decoded d;
  decode(encode(text, "Big5"), {Encoding::big5, 0, EncodingBasis::chosen}, d);
  CHECK(d.utf8 == text);
  CHECK(d.malformed_count == 0);
  Decoded hk;
  decode(encode("喺度", "Big5-HKSCS"), {Encoding::big5, 0, EncodingBasis::chosen}, hk);
  CHECK(hk.utf8 == "喺度");
}

TEST_CASE("what is no Big5 becomes one replacement each and leaves ASCII alone") {
  Decoded d;
  decode(
      "a\xFF"
      "b\x81",
      {Encoding::big5, 0, EncodingBasis::chosen}, d);
  CHECK(d.utf8 == "a\uFFFDb\uFFFD");
  CHECK(d.malformed_count == 2);
  CHECK(d.truncated);
}

TEST_CASE("short texts are told apart") {
  const auto name = [](const std::string& bytes) {
    const auto found = detect_encoding(bytes);
    return std::string(found ? encoding_name(found->encoding) : "none");
  };
  CHECK(name(encode("整改全部完成", "GB18030")) == "gb18030");
  CHECK(name(encode("問題整改情況", "Big5")) == "big5");
  CHECK(name(encode("问题整改情况", "UTF-16LE")) == "utf-16le");
  CHECK(name(encode("问题整改情况", "UTF-16BE")) == "utf-16be");
}

TEST_CASE("a declared encoding is believed where the bytes agree") {
  const std::string gb = encode("巡察整改情况通报，全部完成。", "GB18030");
  const auto agreed = detect_encoding(gb, "gb2312");
  REQUIRE(agreed);
  CHECK(agreed->basis == EncodingBasis::declared);
  const auto wrong = detect_encoding(gb, "big5");
  REQUIRE(wrong);
  CHECK(wrong->encoding == Encoding::gb18030);
  CHECK(wrong->basis == EncodingBasis::detected);
}
