#include "text/nfc.hpp"

#include <catch2/catch.hpp>

using namespace noticekit;

TEST_CASE("composing keeps the way to the bytes") {
  const std::string bytes = "ae\u0301b";
  Decoded d;
  d.utf8 = bytes;
  CHECK(compose(d) == 1);
  CHECK(d.utf8 == "a\u00E9b");
  CHECK(d.origin == std::vector<std::uint32_t>{0, 1, 1, 4, 5});
}

TEST_CASE("text in NFC is left alone") {
  const std::string bytes = "整改é";
  Decoded d;
  d.utf8 = bytes;
  CHECK(compose(d) == 0);
  CHECK(d.utf8.data() == bytes.data());
}

TEST_CASE("compatibility ideographs may change, circled digits and wide forms may not") {
  CHECK(nfc_may_change(0xF900));
  CHECK(nfc_may_change(0x212B));
  CHECK(nfc_may_change(0x1161));
  CHECK_FALSE(nfc_may_change(0x2460));
  CHECK_FALSE(nfc_may_change(0xFF11));
  CHECK_FALSE(nfc_may_change(0x4E00));
}
