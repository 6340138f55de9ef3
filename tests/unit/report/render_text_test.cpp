#include <catch2/catch.hpp>
#include <sstream>

#include "noticekit/report.hpp"
#include "report/width.hpp"

using namespace noticekit;

namespace {

std::string text(const Table& table, std::uint32_t width = 0, Language lang = Language::zh) {
  ReportOptions options;
  options.width = width;
  options.lang = lang;
  std::string out;
  REQUIRE(render(table, options, out).ok());
  return out;
}

std::vector<std::string> lines_of(const std::string& words) {
  std::vector<std::string> lines;
  std::istringstream in(words);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Table units() {
  Table table;
  table.title = "表";
  table.columns = {{"unit", "单位", "unit", Align::left, 12},
                   {"n", "个数", "n", Align::right, 4},
                   {"say", "备注", "say", Align::left, 12},
                   {"none", "佐证", "evidence", Align::left, 6}};
  table.rows.push_back(
      {RowKind::entry, {std::string("云溪村A组"), Decimal{12, 0}, Cell(), Cell()}});
  table.rows.push_back(
      {RowKind::entry, {std::string("石桥"), Cell(), std::string("“初查”"), Cell()}});
  table.rows.push_back({RowKind::total, {std::string("合计"), Decimal{12, 0}, Cell(), Cell()}});
  return table;
}

}  // namespace

TEST_CASE("columns line up where wide and narrow characters mix, numbers to the right") {
  CHECK(text(units()) ==
        "表\n\n"
        "单位       个数  备注    佐证\n"
        "-----------------------------\n"
        "云溪村A组    12\n"
        "石桥             “初查”\n"
        "-----------------------------\n"
        "合计         12\n");
}

TEST_CASE("a long cell is wrapped in its column, and such rows are kept apart") {
  Table table = units();
  table.rows[1].cells[2] = std::string("问题逐项核对后再行整改");
  CHECK(text(table) ==
        "表\n\n"
        "单位       个数  备注          佐证\n"
        "-----------------------------------\n"
        "云溪村A组    12\n"
        "\n"
        "石桥             问题逐项核对\n"
        "                 后再行整改\n"
        "-----------------------------------\n"
        "合计         12\n");
}

TEST_CASE("too wide for the terminal: empty columns go first, and a note says which") {
  const std::string out = text(units(), 26);
  CHECK(out.find("佐证\n---") == std::string::npos);
  CHECK(out.find("以下栏目各行均未载明，未") != std::string::npos);
  for (const std::string& line : lines_of(out)) CHECK(width_of(line) <= 26);
}

TEST_CASE("wide enough: empty columns stay") { CHECK(text(units(), 80) == text(units())); }

TEST_CASE("where no table fits, every row becomes a block, and no word is lost") {
  Table table = units();
  table.rows[1].cells[2] = std::string("问题逐项核对后再行整改");
  const std::string out = text(table, 20, Language::en);
  for (const std::string& line : lines_of(out)) CHECK(width_of(line) <= 20);
  CHECK(out.find("say   问题逐项核对后\n      再行整改\n") != std::string::npos);
  CHECK(out.find("unit  云溪村A组\n") != std::string::npos);
}

TEST_CASE("a number is never cut, however narrow its column is meant to be") {
  Table table;
  table.columns = {{"n", "数", "n", Align::right, 2}};
  table.rows.push_back({RowKind::entry, {Decimal{123456789, 0}}});
  CHECK(text(table).find("\n123456789\n") != std::string::npos);
}
