#include "classify/n_gram.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using noticekit::NGram;

TEST_CASE("an n-gram keeps its characters") {
  for (const char* const text : {"查", "查账", "查账本", "^a", "0人", "𠀀查𠀀"}) {
    const auto gram = NGram::of(text);
    REQUIRE(gram);
    CHECK(gram->text() == text);
  }
  CHECK_FALSE(NGram::of(""));
  CHECK_FALSE(NGram::of("查账目录"));
  CHECK(NGram(U'^').with(1, U'查') == NGram::of("^查"));
}

TEST_CASE("n-grams sort as their bytes do") {
  std::vector<std::string> texts = {"查账本", "𠀀", "0人",  "查", "^查",
                                    "a",      "账", "查账", "0",  "^"};
  std::sort(texts.begin(), texts.end());
  CHECK(std::is_sorted(texts.begin(), texts.end(), [](const std::string& a, const std::string& b) {
    return NGram::of(a) < NGram::of(b);
  }));
}
