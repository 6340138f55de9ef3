// Terminal tables: columns aligned by East Asian width, long cells wrapped. Holds the rows until it
// knows the widths. Where a terminal is too narrow for a table, rows become blocks of lines.
#include <algorithm>
#include <numeric>

#include "report/width.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

constexpr std::uint32_t gap = 2;     // columns between columns
constexpr std::uint32_t narrow = 8;  // no column of words is squeezed further

class TextWriter : public TableWriter {
 public:
  explicit TextWriter(const ReportOptions& options) : options_(options) {}

  void begin(const std::string& title, const std::vector<Column>& columns,
             std::string& out) override {
    out += title + "\n\n";
    columns_ = columns;
    for (const Column& c : columns) headings_.push_back(heading_of(c, options_.lang));
  }

  void row(const Row& row, std::string&) override {
    Line line;
    line.total = row.kind == RowKind::total;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      line.cells.push_back(i < row.cells.size() ? cell_words(row.cells[i]) : std::string());
    }
    rows_.push_back(std::move(line));
  }

  void next(const std::string&, const std::string& title, const std::vector<Column>& columns,
            std::string& out) override {
    finish_table({}, out);
    headings_.clear();
    rows_.clear();
    out += '\n';
    begin(title, columns, out);
  }

  void end(const std::vector<std::string>& notes, std::string& out) override {
    finish_table(notes, out);
  }

 private:
  void finish_table(const std::vector<std::string>& notes, std::string& out) const {
    std::vector<std::size_t> shown(columns_.size());
    std::iota(shown.begin(), shown.end(), 0U);
    std::vector<std::uint32_t> widths = natural_widths();
    std::string left_out;
    if (!fits(shown, widths)) left_out = leave_out_empty(shown);
    if (fits(shown, widths) || squeeze(shown, widths)) {
      write_table(shown, widths, out);
    } else {
      write_blocks(shown, out);
    }
    if (!notes.empty() || !left_out.empty()) out += '\n';
    if (!left_out.empty()) write_note(left_out, out);
    for (const std::string& note : notes) write_note(note, out);
  }

  struct Line {
    bool total = false;
    std::vector<std::string> cells;
  };

  [[nodiscard]] std::uint32_t columns_of(std::string_view words) const {
    return width_of(words, options_.wide_ambiguous);
  }

  /// The widest line of any cell, at most the column's own limit; a number is never cut.
  [[nodiscard]] std::vector<std::uint32_t> natural_widths() const {
    std::vector<std::uint32_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      std::uint32_t w = std::min<std::uint32_t>(columns_of(headings_[c]), columns_[c].width);
      for (const Line& line : rows_) {
        if (columns_[c].align == Align::right) {
          w = std::max(w, columns_of(line.cells[c]));
          continue;
        }
        for (const std::string& part : wrap(line.cells[c], 0, options_.wide_ambiguous))
          w = std::max(w, std::min<std::uint32_t>(columns_of(part), columns_[c].width));
      }
      widths.push_back(std::max(w, 2U));
    }
    return widths;
  }

  [[nodiscard]] bool fits(const std::vector<std::size_t>& shown,
                          const std::vector<std::uint32_t>& widths) const {
    return options_.width == 0 || total_width(shown, widths) <= options_.width;
  }

  static std::uint32_t total_width(const std::vector<std::size_t>& shown,
                                   const std::vector<std::uint32_t>& widths) {
    std::uint32_t sum = 0;
    for (const std::size_t c : shown) sum += widths[c] + gap;
    return sum == 0 ? 0 : sum - gap;
  }

  /// Takes columns without any cell out of a table that is too wide; says so in a note.
  std::string leave_out_empty(std::vector<std::size_t>& shown) const {
    if (rows_.empty()) return {};
    std::string names;
    const auto empty = [&](std::size_t c) {
      return std::all_of(rows_.begin(), rows_.end(),
                         [&](const Line& line) { return line.cells[c].empty(); });
    };
    for (const std::size_t c : shown) {
      if (!empty(c)) continue;
      if (!names.empty()) names += options_.lang == Language::en ? ", " : "、";
      names += headings_[c];
    }
    shown.erase(std::remove_if(shown.begin(), shown.end(), empty), shown.end());
    if (names.empty()) return {};
    return options_.lang == Language::en ? "Columns without any entry, not shown: " + names
                                         : "以下栏目各行均未载明，未列出：" + names;
  }

  /// Makes the widest columns of words narrower until the table fits; false where it cannot.
  bool squeeze(const std::vector<std::size_t>& shown, std::vector<std::uint32_t>& widths) const {
    while (!fits(shown, widths)) {
      std::size_t widest = columns_.size();
      for (const std::size_t c : shown) {
        if (columns_[c].align == Align::right || widths[c] <= narrow) continue;
        if (widest == columns_.size() || widths[c] > widths[widest]) widest = c;
      }
      if (widest == columns_.size()) return false;
      --widths[widest];
    }
    return true;
  }

  void write_table(const std::vector<std::size_t>& shown, const std::vector<std::uint32_t>& widths,
                   std::string& out) const {
    const std::string rule = std::string(total_width(shown, widths), '-') + "\n";
    // Rows of several lines are kept apart by a blank line.
    const bool airy = std::any_of(rows_.begin(), rows_.end(), [&](const Line& line) {
      return std::any_of(shown.begin(), shown.end(), [&](std::size_t c) {
        return line.cells[c].find('\n') != std::string::npos ||
               columns_of(line.cells[c]) > widths[c];
      });
    });
    draw(headings_, shown, widths, out);
    out += rule;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r].total) {
        out += rule;
      } else if (airy && r != 0) {
        out += '\n';
      }
      draw(rows_[r].cells, shown, widths, out);
    }
  }

  /// Appends one row, as many lines as its highest cell.
  void draw(const std::vector<std::string>& cells, const std::vector<std::size_t>& shown,
            const std::vector<std::uint32_t>& widths, std::string& out) const {
    std::vector<std::vector<std::string>> parts;
    std::size_t height = 1;
    for (const std::size_t c : shown) {
      parts.push_back(wrap(cells[c], widths[c], options_.wide_ambiguous));
      height = std::max(height, parts.back().size());
    }
    for (std::size_t h = 0; h < height; ++h) {
      std::string line;
      std::size_t owed = 0;  // spaces that only count when words follow
      for (std::size_t i = 0; i < shown.size(); ++i) {
        const std::string part = h < parts[i].size() ? parts[i][h] : std::string();
        const std::uint32_t used = columns_of(part);
        const std::uint32_t width = widths[shown[i]];
        const std::size_t pad = used < width ? width - used : 0;
        const bool right = columns_[shown[i]].align == Align::right;
        if (right) owed += pad;
        if (!part.empty()) {
          line.append(owed, ' ');
          line += part;
          owed = 0;
        }
        owed += right ? gap : pad + gap;
        if (part.empty() && right) owed += used;
      }
      out += line;
      out += '\n';
    }
  }

  /// Every row as lines "heading  words", rows apart.
  void write_blocks(const std::vector<std::size_t>& shown, std::string& out) const {
    std::uint32_t heading = 0;
    for (const std::size_t c : shown) heading = std::max(heading, columns_of(headings_[c]));
    heading = std::min(heading, std::max(options_.width / 3, narrow));
    const std::uint32_t rest =
        options_.width > heading + gap + narrow ? options_.width - heading - gap : narrow;
    for (const Line& line : rows_) {
      out += std::string(std::min<std::uint32_t>(options_.width, heading + gap + rest), '-') + "\n";
      for (const std::size_t c : shown) {
        if (line.cells[c].empty()) continue;
        const auto left = wrap(headings_[c], heading, options_.wide_ambiguous);
        const auto right = wrap(line.cells[c], rest, options_.wide_ambiguous);
        for (std::size_t h = 0; h < std::max(left.size(), right.size()); ++h) {
          std::string text = h < left.size() ? left[h] : std::string();
          if (h < right.size() && !right[h].empty()) {
            text.append(heading + gap - std::min(heading, columns_of(text)), ' ');
            text += right[h];
          }
          out += text + "\n";
        }
      }
    }
  }

  void write_note(const std::string& note, std::string& out) const {
    for (const std::string& line : wrap(note, options_.width, options_.wide_ambiguous))
      out += line + "\n";
  }

  ReportOptions options_;
  std::vector<Column> columns_;
  std::vector<std::string> headings_;
  std::vector<Line> rows_;
};

}  // namespace

std::unique_ptr<TableWriter> make_text_writer(const ReportOptions& options) {
  return std::make_unique<TextWriter>(options);
}

}  // namespace noticekit
