#include "noticekit/values.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

std::string number(std::string_view text) {
  const auto n = read_numeral(text);
  if (!n) return "none";
  return to_string(n->value) + (n->more ? "+" : "") +
         (n->length == text.size() ? "" : "|" + std::string(text.substr(n->length)));
}

/// "words=value; words=value"
template <class List, class Value>
std::string listed(std::string_view text, const List& list, Value value) {
  std::string out;
  for (const auto& item : list) {
    if (!out.empty()) out += "; ";
    out += std::string(slice(text, item.span)) + "=" + value(item);
  }
  return out;
}

std::string numbers(std::string_view s) {
  return listed(s, find_numbers(s), [](const Number& n) {
    return to_string(n.value) + (n.divisor == Decimal{1, 0} ? "" : "/" + to_string(n.divisor));
  });
}
std::string percentages(std::string_view s) {
  return listed(s, find_percentages(s),
                [](const Percentage& p) { return to_string(p.percent) + (p.points ? "pt" : ""); });
}
std::string dates(std::string_view s) {
  return listed(s, find_dates(s), [](const Date& d) { return iso(d); });
}
std::string periods(std::string_view s) {
  return listed(s, find_periods(s),
                [](const Period& p) { return first_day(p.first) + "/" + last_day(p.last); });
}
std::string amounts(std::string_view s) {
  return listed(s, find_amounts(s), [](const Amount& a) {
    return to_string(a.yuan) + (a.yuan == a.most ? "" : ".." + to_string(a.most)) +
           (a.more ? "+" : "");
  });
}
std::string phones(std::string_view s) {
  std::string out;
  for (const Span p : find_phones(s)) out += "[" + std::string(slice(s, p)) + "]";
  return out;
}

}  // namespace

TEST_CASE("one reader for Arabic, Chinese and mixed numerals") {
  CHECK(number("1,234.5") == "1234.5");
  CHECK(number("十二") == "12");
  CHECK(number("两千") == "2000");
  CHECK(number("1.2万") == "12000");
  CHECK(number("叁万贰仟肆佰") == "32400");
  CHECK(number("3亿2000万") == "320000000");
  CHECK(number("三千五百万") == "35000000");
  CHECK(number("一万五千亿") == "1500000000000");
  CHECK(number("4.78万亿") == "4780000000000");
  CHECK(number("一千零五十万零六") == "10500006");
  CHECK(number("7万5千4百") == "75400");
  CHECK(number("三点五万") == "35000");
  CHECK(number("二〇二四") == "2024");
  CHECK(number("十余万") == "100000+");
  CHECK(number("二十几万") == "200000+");
  CHECK(number("五百卅四") == "534");
}

TEST_CASE("the next lower unit may be left out after Chinese units") {
  CHECK(number("三万五") == "35000");
  CHECK(number("两千六") == "2600");
  CHECK(number("一百零五") == "105");
  CHECK(number("二十五") == "25");
}

TEST_CASE("a numeral ends where its words end") {
  CHECK(number("3千米") == "3|千米");
  CHECK(number("3千人") == "3000|人");
  CHECK(number("8点30分") == "8|点30分");
  CHECK(number("五十千") == "50|千");
  CHECK(number("12余人") == "12|余人");
}

TEST_CASE("what is no exact number or does not fit is none") {
  for (const char* text : {"三五百", "一百二三十", "万", "千", "百分之五", "点五", "元", "",
                           "99999999999999999999", "九百万亿亿亿"}) {
    CAPTURE(text);
    CHECK(number(text) == "none");
  }
}

TEST_CASE("numbers in sentences") {
  CHECK(numbers("借出两千三百册，归还1,200册") == "两千三百=2300; 1,200=1200");
  CHECK(numbers("三分之一的书架，约3/5") == "三分之一=1/3; 3/5=3/5");
  CHECK(numbers("一又三分之二") == "一又三分之二=5/3");
  CHECK(numbers("气温负三十二度，深-5米，3-5人") == "负三十二=-32; -5=-5; 3=3; 5=5");
  CHECK(numbers("用时半年，上半年完成一半") == "半=0.5; 一半=0.5");
  CHECK(numbers("书目.5与...9") == ".5=0.5; 9=9");
  CHECK(numbers("2031/6/5") == "2031=2031; 6=6; 5=5");
}

TEST_CASE("characters that only look like numbers are none") {
  for (const char* text : {"四川的同志", "一切顺利", "统一认识", "陆地面积", "收拾书架", "退伍军人",
                           "十分重要", "三五个", "两两结对", "放肆"}) {
    CAPTURE(text);
    CHECK(numbers(text).empty());
  }
}

TEST_CASE("percentages in every wording, in percent") {
  CHECK(percentages("归还率98.5%，逾期百分之五十") == "98.5%=98.5; 百分之五十=50");
  CHECK(percentages("六成五的读者，占三成") == "六成五=65; 三成=30");
  CHECK(percentages("提高2.4个百分点") == "2.4个百分点=2.4pt");
  CHECK(percentages("千分之三、4‰、万分之一") == "千分之三=0.3; 4‰=0.4; 万分之一=0.01");
  CHECK(percentages("七五折、八折、6.5折") == "七五折=75; 八折=80; 6.5折=65");
  CHECK(percentages("下降-2.5%，由5%-10%") == "-2.5%=-2.5; 5%=5; 10%=10");
  CHECK(percentages("百分之百") == "百分之百=100");
}

TEST_CASE("words with 成 and 折 and addresses are no percentages") {
  for (const char* text :
       {"三成员单位", "2成立", "完成整改", "一折叠", "q=30%25%2020", "五百分之二"}) {
    CAPTURE(text);
    CHECK(percentages(text).empty());
  }
}

TEST_CASE("dates of mixed figures and without their last character") {
  CHECK(dates("2031年三月5号") == "2031年三月5号=2031-03-05");
  CHECK(dates("2031年3月五日") == "2031年3月五日=2031-03-05");
  CHECK(dates("2031年3月5號") == "2031年3月5號=2031-03-05");
  CHECK(dates("二〇三一年三月五") == "二〇三一年三月五=2031-03-05");
  CHECK(dates("2031年3月5号楼") == "2031年3月=2031-03");
}

TEST_CASE("traps that are no dates") {
  for (const char* text : {"十分之一", "二十七点三", "升高10点五度", "查询203103073计划"}) {
    CAPTURE(text);
    CHECK(dates(text).empty());
  }
}

TEST_CASE("periods with both days included") {
  CHECK(periods("2031年6月5日至8月7日") == "2031年6月5日至8月7日=2031-06-05/2031-08-07");
  CHECK(periods("2022-2027年") == "2022-2027年=2022-01-01/2027-12-31");
  CHECK(periods("2031年8月至11月") == "2031年8月至11月=2031-08-01/2031-11-30");
  CHECK(periods("2031.03-2032.02") == "2031.03-2032.02=2031-03-01/2032-02-29");
  CHECK(periods("自2031年12月28日至1月3日止") ==
        "自2031年12月28日至1月3日止=2031-12-28/2032-01-03");
  CHECK(periods("从2031年12月九号到十五号") == "从2031年12月九号到十五号=2031-12-09/2031-12-15");
  CHECK(periods("2031年内完成") == "2031年内=2031-01-01/2031-12-31");
  CHECK(periods("2031年2月的书") == "2031年2月=2031-02-01/2031-02-28");
  CHECK(periods("2031年6月5日借书").empty());
  CHECK(periods("编号1995-1997").empty());
}

TEST_CASE("amounts in yuan, exact") {
  CHECK(amounts("追回叁万贰仟肆佰元整") == "叁万贰仟肆佰元整=32400");
  CHECK(amounts("退还1亿2000万元和66.57万元") == "1亿2000万元=120000000; 66.57万元=665700");
  CHECK(amounts("60余万元、3000多元") == "60余万元=600000+; 3000多元=3000+");
  CHECK(amounts("5元3角，12元零4分") == "5元3角=5.3; 12元零4分=12.04");
  CHECK(amounts("十块钱，三块地") == "十块钱=10");
  CHECK(amounts("￥300，8万元人民币，人民币50元") == "￥300=300; 8万元人民币=80000; 人民币50元=50");
  CHECK(amounts("肆佰叁拾萬圓整") == "肆佰叁拾萬圓整=4300000");
}

TEST_CASE("a range of money shares its unit") {
  CHECK(amounts("3至5万元") == "3至5万元=30000..50000");
  CHECK(amounts("5000元至1万元") == "5000元至1万元=5000..10000");
  CHECK(amounts("5000至1万元") == "5000至1万元=5000..10000");
  CHECK(amounts("10万-20万元") == "10万-20万元=100000..200000");
}

TEST_CASE("foreign money and other words with 元 are no amounts") {
  for (const char* text : {"300美元", "9佰日元", "9000元日币", "2031元旦", "二元结构", "十圆满",
                           "三五百元", "一元化", "5分钟"}) {
    CAPTURE(text);
    CHECK(amounts(text).empty());
  }
}

TEST_CASE("telephones by their shape, or by their label") {
  CHECK(phones("电话0000-5550001，5550002") == "[0000-5550001]");
  CHECK(phones("（0000）5550001-802") == "[（0000）5550001-802]");
  CHECK(phones("手机13900005550或+86 139-0000-5550") == "[13900005550][+86 139-0000-5550]");
  CHECK(phones("举报电话：5550001") == "[5550001]");
  CHECK(phones("邮编000000，传真：0000-55500012") == "[0000-55500012]");
  CHECK(phones("0000—5550001转12") == "[0000—5550001转12]");
  for (const char* text :
       {"共5550001册", "2031-06-05", "110000203106051234", "邮编555000", "20310605", "1.5550001"}) {
    CAPTURE(text);
    CHECK(phones(text).empty());
  }
}

TEST_CASE("an amount begins where its figure begins, or is none") {
  CHECK(amounts("1.2.3万元").empty());
  CHECK(amounts("12,34万元").empty());
  CHECK(amounts("12345678901234567890元").empty());
  CHECK(amounts("￥12,34").empty());
  CHECK(amounts("23.6\u3000万元") == "23.6\u3000万元=236000");
}
