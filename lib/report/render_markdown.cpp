// Markdown tables (GitHub's): one line a row; nothing in a cell is markup.
#include "report/writer.hpp"

namespace noticekit {
namespace {

void append_escaped(std::string_view words, std::string& out) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    switch (const char c = words[i]) {
      case '|':
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '~':
        out += '\\';
        out += c;
        break;
      case '<':
        out += "&lt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '\r':
        if (i + 1 < words.size() && words[i + 1] == '\n') break;
        [[fallthrough]];
      case '\n':
        out += "<br>";
        break;
      case '\t':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
}

class MarkdownWriter : public TableWriter {
 public:
  explicit MarkdownWriter(const ReportOptions& options) : lang_(options.lang) {}

  void begin(const std::string& title, const std::vector<Column>& columns,
             std::string& out) override {
    out += "# ";
    table(title, columns, out);
  }

  void next(const std::string&, const std::string& title, const std::vector<Column>& columns,
            std::string& out) override {
    out += "\n## ";
    table(title, columns, out);
  }

  void row(const Row& row, std::string& out) override {
    out += '|';
    for (const Cell& c : row.cells) append_cell(cell_words(c), out);
    out += '\n';
  }

  void end(const std::vector<std::string>& notes, std::string& out) override {
    if (!notes.empty()) out += '\n';
    for (const std::string& note : notes) {
      out += "- ";
      append_escaped(note, out);
      out += '\n';
    }
  }

 private:
  void table(const std::string& title, const std::vector<Column>& columns, std::string& out) const {
    append_escaped(title, out);
    out += "\n\n|";
    for (const Column& c : columns) append_cell(heading_of(c, lang_), out);
    out += "\n|";
    for (const Column& c : columns) out += c.align == Align::right ? " ---: |" : " --- |";
    out += '\n';
  }

  static void append_cell(std::string_view words, std::string& out) {
    out += ' ';
    append_escaped(words, out);
    out += words.empty() ? "|" : " |";
  }

  Language lang_;
};

}  // namespace

std::unique_ptr<TableWriter> make_markdown_writer(const ReportOptions& options) {
  return std::make_unique<MarkdownWriter>(options);
}

}  // namespace noticekit
