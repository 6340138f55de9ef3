// One table from format to writer, with names and suffixes.
#include <algorithm>

#include "report/writer.hpp"

namespace noticekit {
namespace {

struct NamedFormat {
  NamedAbout named;
  std::string_view suffix;
  std::unique_ptr<TableWriter> (*make)(const ReportOptions&);
};

constexpr NamedFormat formats[] = {
    {{"text", "aligned columns for a terminal"}, ".txt", make_text_writer},
    {{"markdown", "a table for a web page or a forge"}, ".md", make_markdown_writer},
    {{"csv", "for spreadsheets; UTF-8, formula-safe"}, ".csv", make_csv_writer},
    {{"xlsx", "a workbook: a sheet a table, and notes"}, ".xlsx", make_xlsx_writer},
    {{"jsonl", "one JSON object a row"}, ".jsonl", make_jsonl_writer},
    {{"json", "one JSON object: headings, rows, notes"}, ".json", make_json_writer},
    {{"html", "one self-contained page for browsers and printers"}, ".html", make_html_writer},
};

const std::vector<NamedAbout>& all_formats() {
  static const std::vector<NamedAbout> all = [] {
    std::vector<NamedAbout> out;
    for (const NamedFormat& f : formats) out.push_back(f.named);
    return out;
  }();
  return all;
}

}  // namespace

std::unique_ptr<TableWriter> make_writer(const ReportOptions& options) {
  for (const NamedFormat& f : formats) {
    if (options.format == f.named.name) return f.make(options);
  }
  return nullptr;
}

std::string_view format_of(std::string_view path) {
  for (const NamedFormat& f : formats) {
    if (path.size() > f.suffix.size() && path.ends_with(f.suffix)) return f.named.name;
  }
  return {};
}

const std::vector<NamedAbout>& list_formats(std::string_view view) {
  static const std::vector<NamedAbout> none;
  const auto& views = list_views();
  const bool known =
      std::any_of(views.begin(), views.end(), [&](const NamedAbout& v) { return v.name == view; });
  static const std::vector<NamedAbout> page = {{"html", "one self-contained page"}};
  if (view == "briefing") return page;
  return known ? all_formats() : none;
}

Error unknown_name(std::string_view what, std::string_view name,
                   const std::vector<NamedAbout>& known) {
  Error e{Errc::bad_usage, {}, {}};
  e.message = "there is no " + std::string(what) + " \"" + std::string(name) + "\"; choose ";
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i != 0) e.message += i + 1 == known.size() ? " or " : ", ";
    e.message += known[i].name;
  }
  return e;
}

const char* row_kind_name(RowKind kind) {
  constexpr const char* names[] = {"entry", "uncounted", "error", "total"};
  return names[static_cast<std::size_t>(kind)];
}

std::string cell_words(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<Decimal>(&cell)) return to_string(*number);
  if (const auto* date = std::get_if<Date>(&cell)) return iso(*date);
  return {};
}

Result<std::monostate> render(const Table& table, const ReportOptions& options, std::string& out) {
  const auto writer = make_writer(options);
  if (!writer) return unknown_name("format", options.format, all_formats());
  writer->begin(table.title, table.columns, out);
  for (const Row& row : table.rows) writer->row(row, out);
  writer->end(table.notes, out);
  return std::monostate{};
}

}  // namespace noticekit
