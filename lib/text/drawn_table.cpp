#include "text/drawn_table.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == U'\u3000'; }

/// Between cells: | ｜ │ ┃ ║ and their dashed kinds.
bool is_stroke(char32_t c) {
  return c == '|' || c == U'｜' || c == U'│' || c == U'┃' || c == U'║' || c == U'┆' || c == U'┇' ||
         c == U'┊' || c == U'┋';
}

bool is_box(char32_t c) { return c >= 0x2500 && c <= 0x257F; }

struct Row {
  std::size_t at = 0, end = 0;  ///< without the blanks at its ends
  std::size_t strokes = 0;      ///< those of \| not counted
  bool framed = false;          ///< begins and ends with a stroke
  bool drawn = false;           ///< holds nothing but lines: |---| ├──┤ +---+
};

/// Calls `visit` with each character of a line but its blanks: what, where, its length.
template <class Visit>
void each_sign(std::string_view text, std::size_t from, std::size_t to, Visit visit) {
  for (std::size_t i = from; i < to;) {
    const char32_t c = utf8::at(text, i);
    const std::size_t n = utf8::length(static_cast<unsigned char>(text[i]));
    if (!is_blank(c)) visit(c, i, n);
    i += n;
  }
}

Row row_of(std::string_view text, std::size_t begin, std::size_t end) {
  Row row{begin, begin};
  bool only_lines = true, escaped = false, last_is_stroke = false;
  std::size_t level = 0;
  each_sign(text, begin, end, [&](char32_t c, std::size_t at, std::size_t n) {
    const bool stroke = is_stroke(c) && !escaped;
    if (row.end == row.at) {
      row.at = at;
      row.framed = stroke;
    }
    row.end = at + n;
    row.strokes += stroke;
    last_is_stroke = stroke;
    level += c == '-' || c == '=' || (is_box(c) && !is_stroke(c));
    only_lines =
        only_lines && (stroke || is_box(c) || c == '-' || c == '=' || c == '+' || c == ':');
    escaped = c == '\\';
  });
  row.drawn = only_lines && level >= 2;
  row.framed = row.framed && last_is_stroke && row.strokes >= 3 && !row.drawn;
  return row;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      rows_.push_back(row_of(text, at, end));
      at = end + 1;
    }
  }

  std::vector<Special> find() {
    for (std::size_t n = 0; n < rows_.size();) {
      std::size_t end = end_of_markdown(n);
      if (end == n) end = end_of_frame(n);
      for (std::size_t k = n; k < end; ++k) mark(rows_[k]);
      n = std::max(end, n + 1);
    }
    return std::move(found_);
  }

 private:
  /// Where a table ends whose headings are row `n`; `n` where they are none.
  [[nodiscard]] std::size_t end_of_markdown(std::size_t n) const {
    const auto strokes = [&](std::size_t k) { return k < rows_.size() && rows_[k].strokes > 0; };
    if (!strokes(n) || rows_[n].drawn || !strokes(n + 1) || !rows_[n + 1].drawn) return n;
    std::size_t end = n + 2;
    while (strokes(end)) ++end;
    return end;
  }

  [[nodiscard]] std::size_t end_of_frame(std::size_t n) const {
    std::size_t end = n, cells = 0, drawn = 0;
    const Row* first = nullptr;
    for (; end < rows_.size() && (rows_[end].framed || rows_[end].drawn); ++end) {
      const Row& row = rows_[end];
      if (row.drawn) {
        ++drawn;
        continue;
      }
      if (first != nullptr && first->strokes != row.strokes) return n;
      if (first == nullptr) first = &row;
      ++cells;
    }
    return cells >= 2 || (cells == 1 && drawn > 0) ? end : n;
  }

  void mark(const Row& row) {
    std::size_t before = row.end;  // where the last sign began
    each_sign(text_, row.at, row.end, [&](char32_t c, std::size_t at, std::size_t n) {
      const bool escaped = before + 1 == at && text_[before] == '\\';
      if (row.drawn) {
        add(at, Kind::markup, n);
      } else if (is_stroke(c) && escaped) {
        add(before, Kind::markup, 1);
      } else if (is_stroke(c)) {
        const bool edge = at == row.at || at + n == row.end;
        add(at, edge ? Kind::markup : Kind::tab, n);
      }
      before = at;
    });
  }
  void add(std::size_t at, Kind kind, std::size_t n) {
    found_.push_back({static_cast<std::uint32_t>(at), kind, static_cast<std::uint8_t>(n)});
  }

  std::string_view text_;
  std::vector<Row> rows_;
  std::vector<Special> found_;
};

}  // namespace

bool find_drawn_tables(std::string_view text, Survey& survey) {
  if (!survey.strokes && text.find('|') == std::string_view::npos) return false;
  const std::vector<Special> found = Finder(text).find();
  if (found.empty()) return false;
  std::vector<Special> all;
  all.reserve(survey.specials.size() + found.size());
  std::merge(survey.specials.begin(), survey.specials.end(), found.begin(), found.end(),
             std::back_inserter(all),
             [](const Special& a, const Special& b) { return a.at < b.at; });
  survey.specials = std::move(all);
  return true;
}

}  // namespace noticekit
