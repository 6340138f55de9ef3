#include "text/gb18030.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support/text_generator.hpp"

using namespace noticekit;
using noticekit::test::encode;

namespace {

void append(std::string& out, char32_t c) {
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

}  // namespace

TEST_CASE("an independent encoder's characters come back, two bytes and four") {
  struct Block {
    char32_t first, last;
  };
  for (const Block b :
       {Block{0xA1, 0x17F}, Block{0x2010, 0x2027}, Block{0x2460, 0x249B}, Block{0x3001, 0x3017},
        Block{0x3400, 0x4DB5}, Block{0x4E00, 0x9FA5}, Block{0xAC00, 0xAC50}, Block{0xFF01, 0xFF5E},
        Block{0x20100, 0x20200}, Block{0x10FFF0, 0x10FFFF}}) {
    for (char32_t c = b.first; c <= b.last; ++c) {
      std::string utf8;
      append(utf8, c);
      const std::string bytes = encode(utf8, "GB18030");
      const GbCharacter got = gb18030_at(bytes, 0);
      if (got.c != c || got.bad || got.size != bytes.size()) {
        FAIL("U+" << std::hex << static_cast<std::uint32_t>(c) << " came back as U+"
                  << static_cast<std::uint32_t>(got.c));
      }
    }
  }
}

TEST_CASE("a fault leaves the ASCII behind it alone") {
  const GbCharacter before_letter = gb18030_at("\xB0 x", 0);
  CHECK(before_letter.bad);
  CHECK(before_letter.size == 1);
  const GbCharacter four = gb18030_at("\x81\x30zz", 0);
  CHECK(four.bad);
  CHECK(four.size == 1);
  CHECK(gb18030_at("\xFF\xB0", 0).bad);
}

TEST_CASE("an encoded replacement character is no fault") {
  const GbCharacter c = gb18030_at("\x84\x31\xA4\x37", 0);
  CHECK(c.c == 0xFFFD);
  CHECK_FALSE(c.bad);
}
