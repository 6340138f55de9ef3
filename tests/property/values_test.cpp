// Laws of the readers of values: what is printed reads back, wherever it stands.
#include "noticekit/values.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>

#include "support/text_generator.hpp"

using namespace noticekit;

namespace {

const char* const plain_digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
const char* const formal_digits[] = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

/// Below 10000 in characters; `inner`: higher digits stand before it, so its zeros are said.
std::string section(int n, bool inner, bool formal) {
  const char* const* digits = formal ? formal_digits : plain_digits;
  const char* const units[] = {"", formal ? "拾" : "十", formal ? "佰" : "百",
                               formal ? "仟" : "千"};
  const int powers[] = {1, 10, 100, 1000};
  std::string out;
  bool zero = false;
  for (int p = 3; p >= 0; --p) {
    const int d = n / powers[p] % 10;
    if (d == 0) {
      zero = zero || !out.empty() || inner;
      continue;
    }
    if (zero) out += "零";
    zero = false;
    out += std::string(digits[d]) + units[p];
  }
  return out;
}

std::string chinese(std::int64_t n, bool formal) {
  if (n == 0) return "零";
  std::string out;
  bool said = false;
  bool gap = false;
  const std::pair<std::int64_t, const char*> groups[] = {{100000000, "亿"}, {10000, "万"}, {1, ""}};
  for (const auto& [size, name] : groups) {
    const auto part = static_cast<int>(n / size % 10000);
    if (part == 0) {
      gap = said;
      continue;
    }
    const std::string words = section(part, said, formal);
    if (gap && words.rfind("零", 0) != 0) out += "零";
    out += words + name;
    said = true;
    gap = false;
  }
  return out;
}

/// A sentence of values and of words that look like values.
std::string random_sentence(std::mt19937& random) {
  const char* const parts[] = {
      "三万五",   "1,234.5",  "十余万",      "半年",      "一又三分之二", "负三十二",
      "3/5",      "两千六百", "四川",        "一切",      "百分之五十",   "六成五",
      "-2.5%",    "4‰",       "1.2个百分点", "七五折",    "66.57万元",    "5元3角",
      "3至5万元", "￥300",    "叁佰元整",    "2031年6月", "0000-5550001", "2031年6月5日至8日",
      "第三条",   "12人次",   "三五百人",    "陆地"};
  const char* const joints[] = {"，", "与", "共", "", "：", "\n", "至", "-", " "};
  std::string out;
  for (int i = 0; i < 8; ++i) {
    out += parts[random() % std::size(parts)];
    out += joints[random() % std::size(joints)];
  }
  return out;
}

}  // namespace

TEST_CASE("integers in characters read back to themselves") {
  std::mt19937_64 random(7);
  const auto check = [](std::int64_t n, bool formal) {
    const std::string words = chinese(n, formal);
    CAPTURE(n, words);
    const auto read = read_numeral(words);
    REQUIRE(read);
    CHECK(read->value == Decimal{n, 0});
    CHECK(read->length == words.size());
  };
  for (int n = 0; n < 2000; ++n) check(n, false);
  for (int i = 0; i < 4000; ++i) {
    const auto n = static_cast<std::int64_t>(random() % 1'000'000'000'000ULL >> (random() % 40));
    check(n, i % 2 == 0);
  }
}

TEST_CASE("decimals with 万 and 亿 are exact") {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    const auto units = static_cast<std::int64_t>(random() % 1000000);
    const auto places = static_cast<std::uint8_t>(random() % 5);
    const Decimal printed{units, places};
    const bool hundred_million = random() % 2 == 0;
    const std::string words = to_string(printed) + (hundred_million ? "亿元" : "万元");
    CAPTURE(words);
    const auto found = find_amounts(words);
    REQUIRE(found.size() == 1);
    CHECK(found[0].span == Span{0, words.size()});
    Decimal wanted = *parse_decimal(to_string(printed));
    for (int p = hundred_million ? 8 : 4; p > 0; --p) {
      if (wanted.places > 0) {
        --wanted.places;
      } else {
        wanted.units *= 10;
      }
    }
    CHECK(to_string(found[0].yuan) == to_string(wanted));
  }
}

TEST_CASE("every day of two centuries is read in three ways of printing it") {
  using namespace std::chrono;
  for (sys_days day = sys_days{year{1900} / 1 / 1}; day < sys_days{year{2100} / 1 / 1};
       day += days{3}) {
    const year_month_day d{day};
    const int y = static_cast<int>(d.year());
    const auto m = static_cast<int>(static_cast<unsigned>(d.month()));
    const auto n = static_cast<int>(static_cast<unsigned>(d.day()));
    char wanted[16];
    std::snprintf(wanted, sizeof wanted, "%04d-%02d-%02d", y, m, n);
    std::string year_words;
    for (const char c : std::to_string(y)) {
      year_words += c == '0' ? "〇" : plain_digits[c - '0'];
    }
    const auto small = [](int v) {
      return v >= 10 && v < 20 ? chinese(v, false).substr(3) : chinese(v, false);
    };
    for (const std::string& words :
         {std::to_string(y) + "年" + std::to_string(m) + "月" + std::to_string(n) + "日",
          year_words + "年" + small(m) + "月" + small(n) + "日", std::string(wanted)}) {
      const std::string text = "截至" + words + "，";
      CAPTURE(text);
      const auto found = find_dates(text);
      REQUIRE(found.size() == 1);
      CHECK(iso(found[0]) == wanted);
      CHECK(slice(text, found[0].span) == words);
    }
  }
}

TEST_CASE("what was found lies in order in the text, and its words read to the same value") {
  std::mt19937 random(23);
  for (int round = 0; round < 1500; ++round) {
    const std::string text = round % 5 == 0 ? test::random_text(random) : random_sentence(random);
    CAPTURE(text);
    std::uint32_t at = 0;
    const auto in_order = [&](Span s) {
      const bool ok = s.begin.value >= at && !s.empty() && s.end.value <= text.size();
      at = s.end.value;
      return ok;
    };
    for (const Number& n : find_numbers(text)) {
      CHECK(in_order(n.span));
      const std::string words(slice(text, n.span));
      CAPTURE(words);
      const auto again = find_numbers(words);
      REQUIRE(again.size() == 1);
      CHECK(again[0].value == n.value);
    }
    at = 0;
    for (const Amount& a : find_amounts(text)) {
      CHECK(in_order(a.span));
      const auto again = find_amounts(slice(text, a.span));
      REQUIRE(again.size() == 1);
      CHECK(again[0].yuan == a.yuan);
    }
    at = 0;
    for (const Percentage& p : find_percentages(text)) {
      CHECK(in_order(p.span));
      const auto again = find_percentages(slice(text, p.span));
      REQUIRE(again.size() == 1);
      CHECK(again[0].percent == p.percent);
    }
    at = 0;
    for (const Period& p : find_periods(text)) CHECK(in_order(p.span));
    at = 0;
    for (const Span s : find_phones(text)) CHECK(in_order(s));
  }
}

TEST_CASE("bytes without any plan are safe") {
  std::mt19937 random(29);
  for (int round = 0; round < 500; ++round) {
    const std::string bytes = test::random_bytes(random, 200);
    for (const Number& n : find_numbers(bytes)) CHECK(n.span.end.value <= bytes.size());
    for (const Amount& a : find_amounts(bytes)) CHECK(a.span.end.value <= bytes.size());
    for (const Percentage& p : find_percentages(bytes)) CHECK(p.span.end.value <= bytes.size());
    for (const Period& p : find_periods(bytes)) CHECK(p.span.end.value <= bytes.size());
    for (const Span s : find_phones(bytes)) CHECK(s.end.value <= bytes.size());
  }
}
