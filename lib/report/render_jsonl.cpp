// JSON lines: one object a row, null where a notice is silent. Bare rows: notes are left out.
#include "report/json_row.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

class JsonlWriter : public TableWriter {
 public:
  void begin(const std::string&, const std::vector<Column>& columns, std::string&) override {
    columns_ = columns;
  }

  void next(const std::string& key, const std::string&, const std::vector<Column>& columns,
            std::string&) override {
    table_ = key;
    columns_ = columns;
  }

  void row(const Row& row, std::string& out) override {
    append_row(out, row, columns_, table_);
    out += '\n';
  }

  void end(const std::vector<std::string>&, std::string&) override {}

 private:
  std::string table_;
  std::vector<Column> columns_;
};

}  // namespace

std::unique_ptr<TableWriter> make_jsonl_writer(const ReportOptions&) {
  return std::make_unique<JsonlWriter>();
}

}  // namespace noticekit
