#include "ingest/number_format.hpp"

#include <catch2/catch.hpp>

using noticekit::format_number;

TEST_CASE("list numbers are printed as Word prints them") {
  CHECK(format_number(3, "decimal") == "3");
  CHECK(format_number(3, "an unknown format") == "3");
  CHECK(format_number(1, "chineseCounting") == "一");
  CHECK(format_number(10, "chineseCountingThousand") == "十");
  CHECK(format_number(11, "japaneseCounting") == "十一");
  CHECK(format_number(20, "chineseCounting") == "二十");
  CHECK(format_number(35, "chineseCounting") == "三十五");
  CHECK(format_number(101, "chineseCountingThousand") == "一百零一");
  CHECK(format_number(110, "chineseCountingThousand") == "一百一十");
  CHECK(format_number(12, "chineseLegalSimplified") == "壹拾贰");
  CHECK(format_number(2, "ideographTraditional") == "乙");
  CHECK(format_number(3, "decimalEnclosedCircle") == "③");
  CHECK(format_number(21, "decimalEnclosedCircleChinese") == "21");
  CHECK(format_number(4, "decimalEnclosedParen") == "⑷");
  CHECK(format_number(7, "decimalZero") == "07");
  CHECK(format_number(28, "lowerLetter") == "bb");
  CHECK(format_number(9, "upperRoman") == "IX");
  CHECK(format_number(14, "lowerRoman") == "xiv");
  CHECK(format_number(12, "decimalFullWidth") == "１２");
  CHECK(format_number(1, "none").empty());
}
