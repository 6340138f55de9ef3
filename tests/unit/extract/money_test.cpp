#include "extract/money.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// "5万元=50000": the amounts of a notice's answer.
std::string money_in(std::string_view sentence) {
  const Notice n = with_answer(sentence);
  std::string out;
  for (const Money& m : n.money) {
    if (!out.empty()) out += ' ';
    out += std::string(n.view(m.span)) + "=" + to_string(m.yuan);
  }
  return out;
}

}  // namespace

TEST_CASE("a range has no value, and its upper end is not one") {
  for (const char* range : {"3至5万元", "3—5万元", "3000-5,000元", "3.5万～5万元", "三至五万元"}) {
    CAPTURE(range);
    CHECK(money_in("追回款项" + std::string(range) + "，清退0.2万元。") == "0.2万元=2000");
  }
}

TEST_CASE("what only looks like a range is an amount") {
  CHECK(money_in("补贴标准统一到五万元。") == "五万元=50000");
  CHECK(money_in("2031年6月至5月共收回资金5万元，由3万元提高到4万元。") ==
        "5万元=50000 3万元=30000 4万元=40000");
  CHECK(money_in("截至12月底——5万元已追回。") == "5万元=50000");
}
