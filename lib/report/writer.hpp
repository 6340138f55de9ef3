// A format's side of a report: columns once, rows as they come, notes at the end. Comes after
// report.hpp. To add a format: a render_<name>.cpp, a maker here, a row in render.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void begin(const std::string& title, const std::vector<Column>& columns,
                     std::string& out) = 0;
  virtual void row(const Row& row, std::string& out) = 0;
  /// A further table of the same view: its rows follow.
  virtual void next(const std::string& key, const std::string& title,
                    const std::vector<Column>& columns, std::string& out) = 0;
  /// What the report was made from, before end(): documents, rules, program. Few formats say it.
  virtual void made_from(const std::vector<std::string>&) {}
  virtual void end(const std::vector<std::string>& notes, std::string& out) = 0;
};

std::unique_ptr<TableWriter> make_text_writer(const ReportOptions& options);
std::unique_ptr<TableWriter> make_markdown_writer(const ReportOptions& options);
std::unique_ptr<TableWriter> make_csv_writer(const ReportOptions& options);
std::unique_ptr<TableWriter> make_jsonl_writer(const ReportOptions& options);
std::unique_ptr<TableWriter> make_xlsx_writer(const ReportOptions& options);
std::unique_ptr<TableWriter> make_json_writer(const ReportOptions& options);
std::unique_ptr<TableWriter> make_html_writer(const ReportOptions& options);
/// The writer of `options.format`; null where there is no such format.
std::unique_ptr<TableWriter> make_writer(const ReportOptions& options);

/// The words of a cell; empty where it is unstated.
std::string cell_words(const Cell& cell);
/// bad_usage: there is no such `what`; names those there are.
Error unknown_name(std::string_view what, std::string_view name,
                   const std::vector<NamedAbout>& known);
inline const std::string& heading_of(const Column& c, Language lang) {
  return lang == Language::en ? c.en : c.zh;
}

}  // namespace noticekit
