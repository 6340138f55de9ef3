#include <catch2/catch.hpp>

#include "noticekit/report.hpp"

using namespace noticekit;

namespace {

std::string markdown(const std::string& words) {
  Table table;
  table.title = "表";
  table.columns = {{"a", "甲", "a", Align::left, 8}, {"b", "乙", "b", Align::right, 8}};
  table.rows.push_back({RowKind::entry, {words, Cell()}});
  table.notes.emplace_back("a*b");
  ReportOptions options;
  options.format = "markdown";
  std::string out;
  REQUIRE(render(table, options, out).ok());
  return out;
}

}  // namespace

TEST_CASE("a markdown table has headings, alignment, rows, and its notes as a list") {
  CHECK(markdown("x") == "# 表\n\n| 甲 | 乙 |\n| --- | ---: |\n| x | |\n\n- a\\*b\n");
}

TEST_CASE("nothing in a markdown cell is markup, and a row stays one line") {
  CHECK(markdown("a|b\nc").find("| a\\|b<br>c | |\n") != std::string::npos);
  CHECK(markdown("<script>").find("| &lt;script> | |\n") != std::string::npos);
  CHECK(markdown("[x](y) `*_~\\ &lt;").find("| \\[x\\](y) \\`\\*\\_\\~\\\\ &amp;lt; | |\n") !=
        std::string::npos);
  CHECK(markdown("a\r\nb").find("| a<br>b | |\n") != std::string::npos);
}
