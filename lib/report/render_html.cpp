// One table, or several, as a self-contained page. Holds the rows until the end.
#include "report/page/page.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

class HtmlWriter : public TableWriter {
 public:
  explicit HtmlWriter(const ReportOptions& options) : lang_(options.lang) {}

  void begin(const std::string& title, const std::vector<Column>& columns, std::string&) override {
    title_ = title;
    add_table("t0", title, columns);
  }

  void row(const Row& row, std::string&) override {
    tables_.back().table.rows.push_back(row);
    tables_.back().table.rows.back().about = {};
  }

  void next(const std::string& key, const std::string& title, const std::vector<Column>& columns,
            std::string&) override {
    add_table(key, title, columns);
  }

  void end(const std::vector<std::string>& notes, std::string& out) override {
    tables_.back().table.notes = notes;
    std::vector<page::Section> sections;
    for (const Named& named : tables_) {
      page::Section section{named.key, named.table.title, {}};
      page::put_table(section.body, named.table, lang_);
      sections.push_back(std::move(section));
    }
    page::put_page(out, title_, {}, sections, lang_);
  }

 private:
  struct Named {
    std::string key;
    Table table;
  };

  void add_table(const std::string& key, const std::string& title,
                 const std::vector<Column>& columns) {
    tables_.push_back({key, {}});
    tables_.back().table.title = title;
    tables_.back().table.columns = columns;
  }

  Language lang_;
  std::string title_;
  std::vector<Named> tables_;
};

}  // namespace

std::unique_ptr<TableWriter> make_html_writer(const ReportOptions& options) {
  return std::make_unique<HtmlWriter>(options);
}

}  // namespace noticekit
