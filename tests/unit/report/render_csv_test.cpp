#include <catch2/catch.hpp>

#include "noticekit/report.hpp"

using namespace noticekit;

namespace {

std::string csv(const std::vector<Cell>& cells, bool bom = false) {
  Table table;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Column c;
    c.key = c.zh = c.en = std::string(1, static_cast<char>('a' + i));
    table.columns.push_back(c);
  }
  table.rows.push_back({RowKind::entry, cells});
  table.notes.emplace_back("note");
  ReportOptions options;
  options.format = "csv";
  options.bom = bom;
  std::string out;
  REQUIRE(render(table, options, out).ok());
  return out;
}

std::string cell(std::string_view words) {
  const std::string out = csv({std::string(words)});
  return out.substr(3, out.size() - 5);
}

}  // namespace

TEST_CASE("csv rows end with CRLF, and notes are left out") {
  CHECK(csv({std::string("x"), Decimal{7, 0}}) == "a,b\r\nx,7\r\n");
}

TEST_CASE("csv begins with a byte order mark unless told otherwise") {
  CHECK(csv({std::string("x")}, true) ==
        "\xEF\xBB\xBF"
        "a\r\nx\r\n");
  CHECK(csv({std::string("x")}, false) == "a\r\nx\r\n");
}

TEST_CASE("csv quotes commas, quotation marks, line ends and what parts cells elsewhere") {
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("a\"b") == "\"a\"\"b\"");
  CHECK(cell("1. 一\n2. 二") == "\"1. 一\n2. 二\"");
  CHECK(cell("a;=b") == "\"a;=b\"");
  CHECK(cell("a\tb") == "\"a\tb\"");
  CHECK(cell(" a") == "\" a\"");
  CHECK(cell("整改，到位") == "整改，到位");
}

TEST_CASE("csv never gives a spreadsheet a formula to run") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+86") == "'+86");
  CHECK(cell("-已完成") == "'-已完成");
  CHECK(cell("@x") == "'@x");
  CHECK(cell("\t=1") == "\"'\t=1\"");
  CHECK(cell("\r=1") == "\"'\r=1\"");
  CHECK(cell("＝1") == "'＝1");
  CHECK(cell("＋1") == "'＋1");
  CHECK(cell("－1") == "'－1");
  CHECK(cell("＠x") == "'＠x");
  CHECK(cell("  =1") == "\"'  =1\"");
  CHECK(cell("　=1") == "'　=1");
  CHECK(cell("=HYPERLINK(\"a\")") == "\"'=HYPERLINK(\"\"a\"\")\"");
  CHECK(cell("完成=是") == "完成=是");
}

TEST_CASE("csv writes numbers as numbers, negative ones too, and unstated cells empty") {
  CHECK(csv({Decimal{-15, 1}, Cell(), Decimal{0, 0}}) == "a,b,c\r\n-1.5,,0\r\n");
  Date d;
  d.year = 2031;
  d.month = 5;
  d.precision = Precision::month;
  CHECK(csv({d}) == "a\r\n2031-05\r\n");
}
