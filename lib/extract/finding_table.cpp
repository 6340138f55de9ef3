#include "extract/finding_table.hpp"

#include <algorithm>
#include <string_view>

#include "extract/date.hpp"
#include "extract/enumeration.hpp"
#include "extract/status.hpp"

namespace noticekit {
namespace {

/// A dash or a stroke stands for an empty cell.
bool is_blank_cell(std::string_view cell) {
  return cell == "—" || cell == "——" || cell == "-" || cell == "--" || cell == "/" ||
         cell == "／" || cell == "无";
}

std::vector<Span> cells_of(std::string_view text, Span line) {
  std::vector<Span> cells;
  std::uint32_t from = line.begin.value;
  for (std::uint32_t i = from; i <= line.end.value; ++i) {
    if (i < line.end.value && text[i] != '\t') continue;
    const Span cell = trimmed(text, {from, i});
    cells.push_back(is_blank_cell(slice(text, cell)) ? Span{cell.begin, cell.begin} : cell);
    from = i + 1;
  }
  return cells;
}

/// What each column holds, by its heading. 反馈问题 is the problem here, not a label before its
/// detail.
std::vector<Part> columns_of(const Reading& r, const std::vector<Span>& headings) {
  std::vector<Part> columns;
  bool problem = false;
  for (const Span h : headings) {
    Part part = part_named(r, r.view(h));
    if (part == Part::detail && !problem && r.view(h).find("问题") != std::string_view::npos) {
      part = Part::problem;
      problem = true;
    }
    columns.push_back(part);
  }
  return columns;
}

bool holds(const std::vector<Part>& columns, std::initializer_list<Part> parts) {
  return std::any_of(columns.begin(), columns.end(), [&](Part p) {
    return std::find(parts.begin(), parts.end(), p) != parts.end();
  });
}

void read_cell(const Reading& r, Part part, Span cell, Finding& f) {
  if (cell.empty()) return;
  switch (part) {
    case Part::problem:
      f.problem = cell;
      break;
    case Part::detail:
      f.detail = cell;
      break;
    case Part::progress:
    case Part::measures: {
      // A second column of 情况 that says 已完成 is the status, not one more measure.
      const Status said = stated_status(r, cell);
      if ((part == Part::progress || !f.measures.empty()) && cell.size() < 120 &&
          (plain_status(r, cell) || (cell.size() < 60 && said.basis == StatusBasis::stated))) {
        f.status = said;
        break;
      }
      const Enumeration list = enumerate(r.text, r.signs, cell);
      if (list.items.empty()) f.measures.push_back({std::nullopt, cell});
      f.measures.insert(f.measures.end(), list.items.begin(), list.items.end());
      break;
    }
    case Part::results:
      f.results.push_back(cell);
      break;
    case Part::status:
      f.status = stated_status(r, cell);
      break;
    case Part::leader:
      f.responsible.leader = cell;
      break;
    case Part::department:
      f.responsible.department = cell;
      break;
    case Part::person:
      f.responsible.person = cell;
      break;
    case Part::deadline: {
      Date d = first_date(r.marked, cell);
      d.span = cell;
      f.deadline = d;
      break;
    }
    default:
      break;
  }
}

}  // namespace

std::vector<TableRow> table_findings(const Reading& r, Span region) {
  std::vector<TableRow> rows;
  std::vector<Part> columns;
  for (std::size_t n = r.line_at(region.begin.value); n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.span.begin >= region.end) break;
    if (line.span.begin < region.begin || r.view(line).find('\t') == std::string_view::npos)
      continue;
    const std::vector<Span> cells = cells_of(r.text, line.span);
    if (columns.empty()) {
      columns = columns_of(r, cells);
      if (!holds(columns, {Part::problem}) ||
          !holds(columns, {Part::measures, Part::progress, Part::results, Part::status}))
        columns.clear();
      continue;
    }
    TableRow row;
    row.row = line.span;
    for (std::size_t c = 0; c < cells.size() && c < columns.size(); ++c)
      read_cell(r, columns[c], cells[c], row.finding);
    if (row.finding.problem.empty()) continue;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace noticekit
