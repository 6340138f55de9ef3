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

/// "recovered returned": the kinds of a notice's amounts.
std::string kinds_in(std::string_view sentence) {
  const Notice n = with_answer(sentence);
  std::string out;
  for (const Money& m : n.money) {
    if (!out.empty()) out += ' ';
    out += money_name(m.kind);
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

TEST_CASE("a figure that cannot be read from its beginning gives no amount") {
  for (const char* figure : {"12345678901234567890元", "1.2.3万元", "12,34万元", "1,2345元",
                             "3 456.78元", "￥1.2.3", "￥12,34", "￥99999999999999999999"}) {
    CAPTURE(figure);
    CHECK(money_in("追缴" + std::string(figure) + "，清退0.2万元。") == "0.2万元=2000");
  }
  CHECK(money_in("追缴1,234.5万元。") == "1,234.5万元=12345000");
  CHECK(money_in("2031年 5万元。") == "5万元=50000");
}

TEST_CASE("blanks of any width may part a figure from its unit") {
  for (const char* gap : {" ", "\u00A0", "\u3000", "\u2009", "\u202F"}) {
    CAPTURE(gap);
    const Notice n = with_answer("追缴23.6" + std::string(gap) + "万元。");
    REQUIRE(n.money.size() == 1);
    CHECK(to_string(n.money[0].yuan) == "236000");
    CHECK(n.money[0].kind == MoneyKind::recovered);
  }
}

TEST_CASE("the sign of the yuan makes an amount without 元, once") {
  CHECK(money_in("追缴￥1200，退还¥1,200。") == "￥1200=1200 ¥1,200=1200");
  CHECK(kinds_in("追缴￥1200，退还¥1,200。") == "recovered returned");
  CHECK(money_in("追缴￥300元。") == "300元=300");
  CHECK(money_in("退还￥3-5万元。").empty());
}

TEST_CASE("万 and 亿 without 元 are money right behind words of money only") {
  CHECK(money_in("追缴0.5亿，收回欠款共3.2万。") == "0.5亿=50000000 3.2万=32000");
  CHECK(kinds_in("追缴0.5亿，挽回经济损失3.2万。") == "recovered loss_avoided");
  CHECK(money_in("收回土地1.2万亩，清退人员1.2万，走访3.2万，应追缴1.5万。").empty());
}

TEST_CASE("a cell is read as a clause of its own") {
  CHECK(money_in("1\t记录不全\t收回多付工程欠款12.3万元\t已完成") == "12.3万元=123000");
  CHECK(kinds_in("1\t记录不全\t收回多付工程欠款12.3万元\t已完成") == "recovered");
  CHECK(kinds_in("1\t追缴不力\t违规发放补贴5万元\t已完成") == "involved");
  CHECK(money_in("1\t记录不全\t共计12.3万元\t已完成").empty());
}

TEST_CASE("what each one got does not count beside the sum of all") {
  CHECK(money_in("追缴每人200元共计4600元。") == "4600元=4600");
  CHECK(money_in("每人200元共计4600元，累计追缴20万元。") == "4600元=4600 20万元=200000");
  CHECK(money_in("退还200元/人，共计4600元。") == "4600元=4600");
  CHECK(kinds_in("追缴每人200元，共计4600元。") == "recovered");
  CHECK(money_in("每人补贴200元。追回4600元。") == "200元=200 4600元=4600");
}
