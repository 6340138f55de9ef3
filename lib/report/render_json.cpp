// JSON: the table as one object, with its title, headings and notes; one row a line.
#include "report/json_row.hpp"
#include "report/writer.hpp"
#include "text/json_writer.hpp"

namespace noticekit {
namespace {

class WholeJsonWriter : public TableWriter {
 public:
  explicit WholeJsonWriter(const ReportOptions& options) : lang_(options.lang) {}

  void begin(const std::string& title, const std::vector<Column>& columns,
             std::string& out) override {
    table(title, columns, out);
  }

  /// Further tables stand in a list of their own.
  void next(const std::string&, const std::string& title, const std::vector<Column>& columns,
            std::string& out) override {
    out += more_ ? "\n]},\n" : "\n],\n\"more_tables\":[\n";
    more_ = true;
    any_ = false;
    table(title, columns, out);
  }

  void row(const Row& row, std::string& out) override {
    out += any_ ? ",\n" : "\n";
    any_ = true;
    append_row(out, row, columns_);
  }

  void end(const std::vector<std::string>& notes, std::string& out) override {
    out += more_ ? "\n]}],\n\"notes\":" : "\n],\n\"notes\":";
    JsonWriter json(out);
    json.begin_array();
    for (const std::string& note : notes) json.string(note);
    json.end_array();
    out += "}\n";
  }

 private:
  void table(const std::string& title, const std::vector<Column>& columns, std::string& out) {
    columns_ = columns;
    out += "{\"title\":";
    JsonWriter(out).string(title);
    out += ",\n\"columns\":[";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) out += ',';
      JsonWriter json(out);
      json.begin_object();
      json.key("key");
      json.string(columns[i].key);
      json.key("heading");
      json.string(heading_of(columns[i], lang_));
      json.end_object();
    }
    out += "],\n\"rows\":[";
  }

  Language lang_;
  bool any_ = false;
  bool more_ = false;  // inside the list of further tables
  std::vector<Column> columns_;
};

}  // namespace

std::unique_ptr<TableWriter> make_json_writer(const ReportOptions& options) {
  return std::make_unique<WholeJsonWriter>(options);
}

}  // namespace noticekit
