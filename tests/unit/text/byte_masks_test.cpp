#include "text/byte_masks.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace noticekit;

TEST_CASE("the fast way to bits gives the bits of the plain way") {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  std::mt19937 random(7);
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(random() % 256);
  for (std::size_t i = 0; i + ByteMasks::bytes <= bytes.size(); ++i)
    REQUIRE(byte_masks(bytes.data() + i) == plain_byte_masks(bytes.data() + i));
}

TEST_CASE("the end of a text has bits for its own bytes only") {
  CHECK(byte_masks_of_end("") == ByteMasks{});
  CHECK(byte_masks_of_end("a一\n") == ByteMasks{0b10011, 0b10000});
}
