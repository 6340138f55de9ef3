#include "extract/finding_table.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/date.hpp"
#include "extract/enumeration.hpp"
#include "extract/problem.hpp"
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

bool holds(const std::vector<Part>& columns, std::initializer_list<Part> parts) {
  return std::any_of(columns.begin(), columns.end(), [&](Part p) {
    return std::find(parts.begin(), parts.end(), p) != parts.end();
  });
}

/// What each column holds, by its heading. 反馈问题 is the problem here, not a label before its
/// detail.
std::vector<Part> columns_of(const Reading& r, const std::vector<Span>& headings) {
  std::vector<Part> columns;
  bool problem = false;
  for (const Span h : headings) {
    Part part = part_named(r, h);
    if (part == Part::detail && !problem && r.view(h).find("问题") != std::string_view::npos) {
      part = Part::problem;
      problem = true;
    }
    // 整改情况 beside 整改措施 tells what came of them.
    if (part == Part::measures && holds(columns, {Part::measures})) part = Part::progress;
    columns.push_back(part);
  }
  return columns;
}

/// Whether columns tell problems and what was done about them.
bool heads_findings(const std::vector<Part>& columns) {
  return holds(columns, {Part::problem}) &&
         holds(columns, {Part::measures, Part::progress, Part::results, Part::status});
}

/// `beside_measures`: the measures have a column of their own, so 整改情况 tells what came of them.
void read_cell(const Reading& r, Part part, Span cell, bool beside_measures, Finding& f) {
  if (cell.empty()) return;
  switch (part) {
    case Part::problem: {
      // Without a column of its own the detail stands behind the problem's sentence (R12).
      const Span sentence = first_sentence(r, cell);
      f.problem = sentence;
      const Span rest = trimmed(r.text, {sentence.end, cell.end});
      if (!rest.empty()) f.detail = rest;
      break;
    }
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
        const bool more = first_sentence(r, cell) != cell;  // 已完成。收回欠租3万元
        if (more && part == Part::progress && beside_measures) f.results.push_back(cell);
        break;
      }
      if (part == Part::progress && beside_measures) {
        f.results.push_back(cell);
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

bool is_short(const Reading& r, std::size_t n, Span region) {
  if (n >= r.lines.size()) return false;
  const Span line = r.lines[n].span;
  return r.lines[n].heading < 0 && line.end <= region.end && !line.empty() && line.size() <= 30;
}

/// A row that is no finding: 合计, or the name of a group over the rows below it.
bool sums_up_or_groups(const Reading& r, const std::vector<Span>& cells, std::size_t columns) {
  const std::string_view first = r.view(cells.front());
  if (first == "合计" || first == "小计" || first == "总计" || first == "共计") return true;
  return columns > 2 &&
         std::count_if(cells.begin(), cells.end(), [](Span c) { return !c.empty(); }) <= 2;
}

/// A row of cells that were parted below one problem: neither number nor problem, but an answer.
bool goes_on(const Reading& r, const std::vector<Span>& cells, const Finding& f) {
  return f.problem.empty() && (cells.empty() || r.view(cells.front()).empty()) &&
         !(f.measures.empty() && f.results.empty());
}

/// Such a row belongs to the one above.
void add_to(TableRow& above, const TableRow& more) {
  Finding& f = above.finding;
  f.measures.insert(f.measures.end(), more.finding.measures.begin(), more.finding.measures.end());
  f.results.insert(f.results.end(), more.finding.results.begin(), more.finding.results.end());
  above.row.end = more.row.end;
}

/// 1, 2, 3 alone on its line: the number of a row.
bool is_number(std::string_view line, std::size_t n) { return line == std::to_string(n); }

bool ends_sentence(const Reading& r, Span cell) {
  return r.view(cell).ends_with("。") || r.view(cell).ends_with("；");
}

/// A table of which every cell became a line: 序号 and the other headings one below the other, then
/// the rows, each behind its number. `n`: the line of 序号. A row of more lines than columns has
/// them in its measures; of one with fewer only the first two cells are certain.
std::vector<TableRow> flattened_table(const Reading& r, Span region, std::size_t n) {
  std::vector<TableRow> rows;
  std::vector<Span> headings;
  for (; is_short(r, n, region) && !is_number(r.view(r.lines[n]), 1); ++n)
    headings.push_back(r.lines[n].span);
  if (!is_short(r, n, region) || headings.size() < 3) return rows;
  const std::vector<Part> columns = columns_of(r, headings);
  const auto answer = std::find(columns.begin(), columns.end(), Part::measures);
  if (!holds(columns, {Part::problem}) || answer == columns.end()) return rows;
  const auto middle = static_cast<std::size_t>(answer - columns.begin());

  while (n < r.lines.size() && is_number(r.view(r.lines[n]), rows.size() + 1)) {
    std::vector<Span> cells;
    const std::size_t first = n;
    for (; n < r.lines.size(); ++n) {
      const Paragraph& line = r.lines[n];
      if (line.span.end > region.end) break;
      if (!cells.empty() && is_number(r.view(line), rows.size() + 2)) break;
      cells.push_back(line.span);
    }
    // Behind the last row comes running text, which belongs to no cell.
    const bool last = n >= r.lines.size() || !is_number(r.view(r.lines[n]), rows.size() + 2);
    if (last && cells.size() > columns.size()) {
      std::size_t full = columns.size();  // sentences go on with the measures
      while (full < cells.size() && ends_sentence(r, cells[middle + 1 + full - columns.size()]))
        ++full;
      cells.resize(full);
    }
    if (cells.size() <= middle) break;
    const std::size_t more = cells.size() > columns.size() ? cells.size() - columns.size() : 0;
    TableRow row;
    row.row = {r.lines[first].span.begin, cells.back().end};
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c > 2 && cells.size() < columns.size()) break;
      const Span from = cells[c > middle ? c + more : c];
      const Span cell = c == middle ? Span{from.begin, cells[c + more].end} : from;
      if (!is_blank_cell(r.view(cell)))
        read_cell(r, columns[c], trimmed(r.text, cell), true, row.finding);
    }
    if (row.finding.problem.empty()) break;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

bool begins_table(const Reading& r, Span region) {
  const Span last = trimmed(r.text, region);
  if (last.empty()) return false;
  const Paragraph& line = r.lines[r.line_at(last.end.value - 1)];
  return r.view(line).find('\t') != std::string_view::npos &&
         heads_findings(columns_of(r, cells_of(r.text, line.span)));
}

std::vector<TableRow> table_findings(const Reading& r, Span region) {
  std::vector<TableRow> rows;
  std::vector<Part> columns;
  std::size_t flattened = r.lines.size();
  for (std::size_t n = r.line_at(region.begin.value); n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.span.begin >= region.end) break;
    if (line.span.begin < region.begin) continue;
    if (r.view(line).find('\t') == std::string_view::npos) {
      if (r.view(line) == "序号") flattened = std::min(flattened, n);
      continue;
    }
    const std::vector<Span> cells = cells_of(r.text, line.span);
    if (columns.empty()) {
      columns = columns_of(r, cells);
      if (!heads_findings(columns)) columns.clear();
      continue;
    }
    TableRow row;
    row.row = line.span;
    for (std::size_t c = 0; c < cells.size() && c < columns.size(); ++c)
      read_cell(r, columns[c], cells[c], holds(columns, {Part::measures}), row.finding);
    if (goes_on(r, cells, row.finding) && !rows.empty()) {
      add_to(rows.back(), row);
      continue;
    }
    if (row.finding.problem.empty() || sums_up_or_groups(r, cells, columns.size())) continue;
    rows.push_back(std::move(row));
  }
  return rows.empty() ? flattened_table(r, region, flattened) : rows;
}

}  // namespace noticekit
