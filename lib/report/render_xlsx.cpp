// Workbooks for WPS, Excel and LibreOffice: a sheet a table, and a sheet of notes that says what it
// was made from. Numbers are numbers, dates are dates, and words are never formulas. The sheets
// grow in temporary files of the writing library, the book in memory, and comes at the end; the
// same rows give the same bytes.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <stdexcept>

#include "report/width.hpp"
#include "report/writer.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr std::size_t most_units = 32767;     // UTF-16 units of a cell; Excel's limit
constexpr std::uint32_t most_rows = 1048576;  // of a sheet
constexpr double line_height = 16.5, highest = 409.0;
constexpr std::uint32_t widest = 60;
constexpr std::uint8_t paper_a3 = 8, paper_a4 = 9;
constexpr double widest_a4 = 220;  // wider sheets, fitted to a page of A4, are too small to read
constexpr time_t fixed_time = 946684800;  // no clock in the content

/// At most what a cell holds; control characters that XML has no place for become spaces.
std::string cell_text(std::string_view words) {
  std::string out;
  std::size_t units = 0;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t length = utf8::length(static_cast<unsigned char>(words[i]));
    units += length == 4 ? 2 : 1;
    if (units > most_units - 1) return out + "…";
    const auto c = static_cast<unsigned char>(words[i]);
    if (c < 0x20 && c != '\n' && c != '\t') {
      out += ' ';
    } else {
      out += words.substr(i, length);
    }
    i += length;
  }
  return out;
}

/// A name that a sheet may have.
std::string sheet_name(const std::string& title) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < title.size() && count < 31; ++count) {
    const std::size_t length = utf8::length(static_cast<unsigned char>(title[i]));
    const bool bad = std::string_view("[]:*?/\\'").find(title[i]) != std::string_view::npos;
    out += bad ? std::string(" ") : title.substr(i, length);
    i += length;
  }
  return out;
}

class XlsxWriter : public TableWriter {
 public:
  explicit XlsxWriter(const ReportOptions& options) : lang_(options.lang) {}
  ~XlsxWriter() override {
    if (book_ != nullptr) close();
    if (file_ >= 0) ::close(file_);
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void begin(const std::string& title, const std::vector<Column>& columns, std::string&) override {
    title_ = title;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    file_ = ::memfd_create("workbook", MFD_CLOEXEC);  // a file without a name, in memory
    if (file_ < 0) throw std::runtime_error("no memory for the workbook");
    book_ = workbook_new_opt(("/proc/self/fd/" + std::to_string(file_)).c_str(), &options);
    if (book_ == nullptr) throw std::runtime_error("the workbook cannot be begun");
    lxw_doc_properties properties{};
    properties.title = title_.data();
    properties.created = fixed_time;
    workbook_set_properties(book_, &properties);
    make_formats();
    begin_sheet(title, columns);
  }

  void next(const std::string&, const std::string& title, const std::vector<Column>& columns,
            std::string&) override {
    end_sheet();
    begin_sheet(title, columns);
  }

  void row(const Row& row, std::string&) override {
    if (at_ >= most_rows) {
      ++left_out_;
      return;
    }
    const auto look = static_cast<std::size_t>(row.kind);
    std::size_t lines = 1;
    for (std::size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i) {
      if (!std::holds_alternative<std::string>(row.cells[i])) continue;
      lines = std::max(lines, lines_of(std::get<std::string>(row.cells[i]), columns_[i]));
    }
    worksheet_set_row(sheet_, at_, std::min(highest, line_height * static_cast<double>(lines)),
                      nullptr);
    for (std::size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i)
      write_cell(static_cast<lxw_col_t>(i), row.cells[i], look);
    ++at_;
  }

  void made_from(const std::vector<std::string>& lines) override { made_from_ = lines; }

  void end(const std::vector<std::string>& notes, std::string& out) override {
    end_sheet();
    write_notes(notes);
    if (const lxw_error e = close(); e != LXW_NO_ERROR)
      throw std::runtime_error(std::string("the workbook cannot be written: ") + lxw_strerror(e));
    read_back(out);
  }

 private:
  struct Look {
    lxw_format *words, *number, *date;
  };

  static std::uint32_t width_of_column(const Column& c) {
    return std::min<std::uint32_t>(c.width, widest);
  }

  /// How many lines words take in a cell.
  static std::size_t lines_of(const std::string& words, const Column& column) {
    const std::uint32_t width = width_of_column(column);
    if (const auto whole = wrap(words, width, true); whole.size() <= 1) return 1;
    // A little narrower than the column: fonts differ, and a cut line is worse than a blank one.
    return wrap(words, width * 9 / 10).size();
  }

  lxw_format* format() {
    lxw_format* f = workbook_add_format(book_);
    format_set_font_name(f, "宋体");
    format_set_font_size(f, 11);
    format_set_border(f, LXW_BORDER_THIN);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    return f;
  }

  void make_formats() {
    header_ = format();
    format_set_bold(header_);
    format_set_text_wrap(header_);
    format_set_align(header_, LXW_ALIGN_CENTER);
    format_set_align(header_, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(header_, 0xDDE6F0);
    note_ = workbook_add_format(book_);
    format_set_font_name(note_, "宋体");
    format_set_text_wrap(note_);
    format_set_align(note_, LXW_ALIGN_VERTICAL_TOP);
    note_title_ = workbook_add_format(book_);
    format_set_font_name(note_title_, "宋体");
    format_set_bold(note_title_);
    format_set_font_size(note_title_, 14);
    for (const RowKind kind :
         {RowKind::entry, RowKind::uncounted, RowKind::error, RowKind::total}) {
      Look look{format(), format(), format()};
      format_set_text_wrap(look.words);
      format_set_align(look.date, LXW_ALIGN_LEFT);
      format_set_num_format(look.date, "yyyy-mm-dd");
      for (lxw_format* f : {look.words, look.number, look.date}) {
        if (kind == RowKind::total) format_set_bold(f);
        if (kind == RowKind::uncounted) format_set_font_color(f, 0x595959);
        if (kind == RowKind::error) format_set_font_color(f, 0x9C0006);
      }
      looks_.push_back(look);
    }
  }

  void begin_sheet(const std::string& title, const std::vector<Column>& columns) {
    columns_ = columns;
    sheet_ = workbook_add_worksheet(book_, sheet_name(title).c_str());
    if (sheet_ == nullptr) sheet_ = workbook_add_worksheet(book_, nullptr);  // a name used twice
    std::size_t lines = 1;
    double width = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      width += width_of_column(columns[i]) + 2.0;
      const auto c = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, c, c, width_of_column(columns[i]) + 2.0, nullptr);
      lines = std::max(lines, wrap(heading_of(columns[i], lang_), columns[i].width).size());
    }
    worksheet_set_row(sheet_, 0, line_height * static_cast<double>(lines) + 6, nullptr);
    for (std::size_t i = 0; i < columns.size(); ++i)
      worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i),
                             cell_text(heading_of(columns[i], lang_)).c_str(), header_);
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, width > widest_a4 ? paper_a3 : paper_a4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_margins(sheet_, 0.4, 0.4, 0.6, 0.6);
    std::string printed;  // & begins a code in a header
    for (const char ch : title) printed += ch == '&' ? std::string("&&") : std::string(1, ch);
    worksheet_set_header(sheet_, ("&C" + printed).c_str());
    worksheet_set_footer(sheet_, "&C&P / &N");
    at_ = 1;
  }

  void end_sheet() {
    if (!columns_.empty())
      worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(at_, 2) - 1,
                           static_cast<lxw_col_t>(columns_.size() - 1));
  }

  void write_cell(lxw_col_t column, const Cell& cell, std::size_t kind) {
    const Look& look = looks_[kind];
    if (const auto* number = std::get_if<Decimal>(&cell)) {
      // Beyond fifteen digits a spreadsheet's number is no longer exact.
      if (std::abs(static_cast<double>(number->units)) < 1e15) {
        worksheet_write_number(sheet_, at_, column,
                               static_cast<double>(number->units) / std::pow(10.0, number->places),
                               look.number);
        return;
      }
    } else if (const auto* date = std::get_if<Date>(&cell)) {
      if (date->precision == Precision::day && date->year >= 1900) {
        lxw_datetime when{date->year, date->month, date->day, 0, 0, 0};
        worksheet_write_datetime(sheet_, at_, column, &when, look.date);
        return;
      }
    }
    const std::string words = cell_text(cell_words(cell));
    if (words.empty()) {
      worksheet_write_blank(sheet_, at_, column, look.words);
    } else {
      worksheet_write_string(sheet_, at_, column, words.c_str(), look.words);
    }
  }

  void write_notes(const std::vector<std::string>& notes) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, lang_ == Language::en ? "notes" : "说明");
    if (sheet == nullptr) return;
    worksheet_set_column(sheet, 0, 0, 100, nullptr);
    lxw_row_t at = 0;
    worksheet_write_string(sheet, at++, 0, cell_text(title_).c_str(), note_title_);
    std::vector<std::string> lines = notes;
    if (left_out_ > 0)
      lines.push_back(lang_ == Language::en
                          ? std::to_string(left_out_) + " rows beyond a sheet's limit are left out."
                          : "超出工作表行数上限，" + std::to_string(left_out_) + "行未写入。");
    lines.insert(lines.end(), made_from_.begin(), made_from_.end());
    for (const std::string& line : lines) {
      const auto height = line_height * static_cast<double>(wrap(line, 98).size());
      worksheet_set_row(sheet, at, std::min(highest, height), nullptr);
      worksheet_write_string(sheet, at++, 0, cell_text(line).c_str(), note_);
    }
    worksheet_set_paper(sheet, paper_a4);
    worksheet_fit_to_pages(sheet, 1, 0);
  }

  lxw_error close() {
    const lxw_error e = workbook_close(book_);
    book_ = nullptr;
    return e;
  }

  void read_back(std::string& out) const {
    std::vector<char> part(1U << 16U);
    off_t at = 0;
    for (ssize_t n = 0; (n = ::pread(file_, part.data(), part.size(), at)) > 0; at += n)
      out.append(part.data(), static_cast<std::size_t>(n));
    if (at == 0) throw std::runtime_error("the workbook cannot be read back");
  }

  Language lang_;
  std::string title_;
  std::vector<Column> columns_;
  std::vector<std::string> made_from_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format *header_ = nullptr, *note_ = nullptr, *note_title_ = nullptr;
  std::vector<Look> looks_;  // by RowKind
  lxw_row_t at_ = 0;
  std::uint64_t left_out_ = 0;
  int file_ = -1;
};

}  // namespace

std::unique_ptr<TableWriter> make_xlsx_writer(const ReportOptions& options) {
  return std::make_unique<XlsxWriter>(options);
}

}  // namespace noticekit
