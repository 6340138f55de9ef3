#include "ingest/page_lines.hpp"

#include <algorithm>

namespace noticekit {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Whether a table without tables inside holds data: rows of several cells, none of which is a
/// whole article.
bool holds_data(const Page& page, std::uint32_t table) {
  constexpr std::uint32_t article_size = 6000;  // bytes
  constexpr std::uint32_t article_paragraphs = 8;
  std::uint32_t rows = 0;
  std::uint32_t wide_rows = 0;
  for (std::uint32_t i = table + 1; i < page.nodes[table].end; ++i) {
    if (page.nodes[i].tag != Tag::row) continue;
    ++rows;
    std::uint32_t cells = 0;
    for (std::uint32_t c = i + 1; c < page.nodes[i].end; ++c) {
      if (page.nodes[c].tag != Tag::cell) continue;
      ++cells;
      std::uint32_t size = 0;
      std::uint32_t paragraphs = 0;
      for (std::uint32_t k = c + 1; k < page.nodes[c].end; ++k) {
        size += page.nodes[k].size;
        const Tag t = page.nodes[k].tag;
        paragraphs += t == Tag::block || t == Tag::line_break || t == Tag::container ? 1 : 0;
      }
      if (size > article_size && paragraphs > article_paragraphs) return false;
      c = page.nodes[c].end - 1;
    }
    wide_rows += cells > 1 ? 1 : 0;
    i = page.nodes[i].end - 1;
  }
  return rows > 1 && wide_rows > 0;
}

/// One pass over the nodes, without recursion.
class Walk {
 public:
  Walk(const Page& page, PageLines& out) : page_(page), out_(out), is_data_(data_tables(page)) {
    out_.text.reserve(page.text.size() + 64);
  }

  void run() {
    for (std::uint32_t i = 0; i < page_.nodes.size();) {
      while (!open_.empty() && page_.nodes[open_.back()].end <= i) leave();
      const Node& n = page_.nodes[i];
      if (n.hidden || n.tag == Tag::skipped) {
        i = std::max(n.end, i + 1);
        continue;
      }
      if (n.tag == Tag::text) {
        add(n, i);
      } else {
        enter(i);
      }
      ++i;
    }
    while (!open_.empty()) leave();
    end_line();
  }

 private:
  static bool breaks(Tag t) {
    return t != Tag::inlined && t != Tag::link && t != Tag::text && t != Tag::line_break;
  }

  void enter(std::uint32_t i) {
    const Node& n = page_.nodes[i];
    open_.push_back(i);
    if (n.tag == Tag::link) ++links_;
    if (n.tag == Tag::pre) ++pre_;
    if (n.tag == Tag::table && is_data_[i]) {
      end_line();
      in_table_ = true;
      spans_.clear();
    } else if (n.tag == Tag::row && in_table_) {
      end_line();
      column_ = 0;
    } else if (n.tag == Tag::cell && in_table_) {
      begin_cell(n);
    } else if (n.tag == Tag::line_break || breaks(n.tag)) {
      gap();
    }
  }

  void leave() {
    const Node& n = page_.nodes[open_.back()];
    if (n.tag == Tag::link) --links_;
    if (n.tag == Tag::pre) --pre_;
    if (n.tag == Tag::table && is_data_[open_.back()]) {
      end_line();
      in_table_ = false;
    } else if (n.tag == Tag::row && in_table_) {
      end_line();
    } else if (n.tag == Tag::cell && in_table_) {
      in_cell_ = false;
      blank_ = false;
    } else if (breaks(n.tag)) {
      gap();
    }
    open_.pop_back();
  }

  /// A line ends here, or inside a cell a blank stands.
  void gap() {
    if (in_table_) {
      blank_ = true;
    } else {
      end_line();
    }
  }

  /// Tabs for the cells before this one: those that reach down from rows above are empty here.
  void begin_cell(const Node& n) {
    while (column_ < spans_.size() && spans_[column_] > 0) {
      --spans_[column_];
      separate();
    }
    separate();
    for (std::uint16_t k = 0; k < n.columns; ++k) {
      const std::size_t at = column_ - 1 + k;
      if (spans_.size() <= at) spans_.resize(at + 1, 0);
      spans_[at] = static_cast<std::uint16_t>(n.rows - 1);
    }
    owed_ = static_cast<std::uint16_t>(n.columns - 1);
    in_cell_ = true;
    blank_ = false;
  }

  void separate() {
    for (; owed_ > 0; --owed_, ++column_) line_ += '\t';
    if (column_ > 0) line_ += '\t';
    ++column_;
  }

  void add(const Node& n, std::uint32_t node) {
    const std::string_view text = page_.text_of(n);
    for (std::size_t i = 0; i < text.size();) {
      if (is_blank(text[i])) {
        if (pre_ > 0 && text[i] == '\n') {
          gap();
        } else {
          blank_ = true;
        }
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < text.size() && !is_blank(text[end])) ++end;
      // What stands between the rows of a table is nobody's cell.
      if (!in_table_ || in_cell_) add_word(text.substr(i, end - i), node);
      i = end;
    }
  }

  void add_word(std::string_view word, std::uint32_t node) {
    if (!line_.empty() && blank_ && line_.back() != '\t') line_ += ' ';
    blank_ = false;
    if (now_.characters == 0) now_.node = node;
    std::uint32_t characters = 0;
    for (const char c : word) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    now_.characters += characters;
    now_.linked += links_ > 0 ? characters : 0;
    line_ += word;
  }

  void end_line() {
    blank_ = false;
    owed_ = 0;
    column_ = 0;
    if (now_.characters > 0) {
      for (const std::string_view mark : {"，", "。", "；", "：", "、", "？"})
        now_.sentence = now_.sentence || line_.find(mark) != std::string::npos;
      now_.begin = static_cast<std::uint32_t>(out_.text.size());
      out_.text += line_;
      now_.end = static_cast<std::uint32_t>(out_.text.size());
      out_.text += '\n';
      out_.lines.push_back(now_);
    }
    line_.clear();
    now_ = PageLine{};
  }

  const Page& page_;
  PageLines& out_;
  std::vector<bool> is_data_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint16_t> spans_;  // rows that a cell above still reaches down, by column
  std::string line_;
  PageLine now_;
  std::size_t column_ = 0;  // cells begun in this row, those that span columns counted often
  std::uint16_t owed_ = 0;  // tabs for the further columns of the last cell
  std::uint32_t links_ = 0;
  std::uint32_t pre_ = 0;
  bool in_table_ = false;
  bool in_cell_ = false;
  bool blank_ = false;
};

}  // namespace

std::vector<bool> data_tables(const Page& page) {
  std::vector<bool> out(page.nodes.size(), false);
  std::vector<std::uint32_t> innermost;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != Tag::table) continue;
    while (!innermost.empty() && page.nodes[innermost.back()].end > i) innermost.pop_back();
    innermost.push_back(i);
  }
  for (const std::uint32_t table : innermost) out[table] = holds_data(page, table);
  return out;
}

PageLines page_lines(const Page& page) {
  PageLines out;
  Walk(page, out).run();
  return out;
}

}  // namespace noticekit
