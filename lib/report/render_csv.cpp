// CSV after RFC 4180, for spreadsheets: byte order mark, CRLF, and no cell that one would run as a
// formula. Bare rows: a note would be read as a row, so notes are left out; totals carry theirs.
#include <algorithm>

#include "report/writer.hpp"

namespace noticekit {
namespace {

/// Whether a spreadsheet would compute the words: = + - @ and their full-width forms, a tab or a
/// line end, also behind spaces, which some programs trim.
bool begins_formula(std::string_view s) {
  while (!s.empty()) {
    if (s[0] == ' ') {
      s.remove_prefix(1);
    } else if (s.starts_with("\u3000") || s.starts_with("\uFEFF")) {
      s.remove_prefix(3);
    } else {
      break;
    }
  }
  if (s.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(s[0]) != std::string_view::npos) return true;
  const std::string_view wide[] = {"＝", "＋", "－", "＠"};
  return std::any_of(std::begin(wide), std::end(wide),
                     [&](std::string_view w) { return s.starts_with(w); });
}

/// ; and tab part cells in some locales: inside quotation marks they part nothing.
bool needs_quotes(std::string_view s) {
  return s.find_first_of(",\"\r\n;\t") != std::string_view::npos ||
         (!s.empty() && (s.front() == ' ' || s.back() == ' '));
}

void append_words(std::string_view s, std::string& out) {
  const bool guard = begins_formula(s);
  if (!needs_quotes(s)) {
    if (guard) out += '\'';
    out += s;
    return;
  }
  out += guard ? "\"'" : "\"";
  for (const char c : s) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

class CsvWriter : public TableWriter {
 public:
  explicit CsvWriter(const ReportOptions& options) : lang_(options.lang), bom_(options.bom) {}

  void begin(const std::string&, const std::vector<Column>& columns, std::string& out) override {
    if (bom_) out += "\xEF\xBB\xBF";
    headings(columns, out);
  }

  /// A blank line parts tables, as spreadsheets export several ranges.
  void next(const std::string&, const std::string&, const std::vector<Column>& columns,
            std::string& out) override {
    out += "\r\n";
    headings(columns, out);
  }

  void row(const Row& row, std::string& out) override {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i != 0) out += ',';
      if (const auto* words = std::get_if<std::string>(&row.cells[i])) {
        append_words(*words, out);
      } else {
        out += cell_words(row.cells[i]);  // a number or a date is never a formula
      }
    }
    out += "\r\n";
  }

  void end(const std::vector<std::string>&, std::string&) override {}

 private:
  void headings(const std::vector<Column>& columns, std::string& out) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) out += ',';
      append_words(heading_of(columns[i], lang_), out);
    }
    out += "\r\n";
  }

  Language lang_;
  bool bom_;
};

}  // namespace

std::unique_ptr<TableWriter> make_csv_writer(const ReportOptions& options) {
  return std::make_unique<CsvWriter>(options);
}

}  // namespace noticekit
