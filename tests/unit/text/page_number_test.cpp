#include <catch2/catch.hpp>

#include "text/reflow.hpp"

using namespace noticekit;

TEST_CASE("framed numbers and words for pages are sure") {
  for (const char* s : {"— 2 —", "- 12 -", "－3－", "—4—", "·5·", "第3页", "第3页 共9页",
                        "第 3 页，共 9 页", "共9页 第3页", "第3/9页", "- 3/9 -"}) {
    CAPTURE(s);
    CHECK(page_number(s) == PageNumber::sure);
  }
}

TEST_CASE("bare numbers may be pages") {
  CHECK(page_number("7") == PageNumber::perhaps);
  CHECK(page_number("3/9") == PageNumber::perhaps);
}

TEST_CASE("telephone numbers, years, postcodes and amounts are not") {
  for (const char* s : {"0599-5550123", "2024", "555001", "138-5550-5550", "-5", "1.2", "3页纸", "",
                        "—", "第三页", "12%", "2024-2025", "一", "8:30-17:30"}) {
    CAPTURE(s);
    CHECK(page_number(s) == PageNumber::no);
  }
}
