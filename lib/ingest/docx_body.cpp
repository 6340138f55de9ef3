#include "ingest/docx_body.hpp"

#include <algorithm>

#include "ingest/docx_values.hpp"

namespace noticekit {
namespace {

/// Elements whose content nobody sees: what was moved away, the second form of a drawing, the
/// properties before a change, phonetic hints.
bool hides_content(std::string_view name) {
  return name == "moveFrom" || name == "Fallback" || name == "rt" || name.ends_with("Change");
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) {
    if (!out.empty() && !l.empty()) out += ' ';
    out += l;
  }
  return out;
}

bool is_blank(std::string_view s) { return s.find_first_not_of(" \t\n") == std::string_view::npos; }

}  // namespace

/// Whether the element `above` levels above the innermost one has this name.
bool DocxBody::inside(std::string_view name, std::size_t above) const {
  return open_.size() > above && open_[open_.size() - 1 - above] == name;
}

/// w:del is a mark among the properties of a paragraph or row; elsewhere it holds what was deleted.
bool DocxBody::in_properties() const { return !open_.empty() && open_.back().ends_with("Pr"); }

void DocxBody::start(std::string_view name, const XmlAttributes& a) {
  if (hides_content(name) || (name == "del" && !in_properties())) {
    ++skipped_;
  } else if (skipped_ == 0) {
    if (name == "p") {
      paragraphs_.emplace_back();
    } else if (name == "txbxContent") {
      targets_.push_back({Target::Kind::box, {}});
    } else if (name == "tr") {
      rows_.emplace_back();
    } else if (name == "tc" && !rows_.empty()) {
      targets_.push_back({Target::Kind::cell, {}});
      merged_cell_ = false;
      cell_columns_ = 1;
    } else if (name == "r") {
      hidden_run_ = false;
    } else if (name == "t") {
      in_text_ = true;
    } else {
      property(name, a);
    }
  }
  open_.emplace_back(name);
}

void DocxBody::property(std::string_view name, const XmlAttributes& a) {
  const bool in_paragraph = !paragraphs_.empty();
  if (name == "pStyle" && in_paragraph) {
    paragraphs_.back().style = a.get("val");
  } else if (name == "numId" && in_paragraph) {
    paragraphs_.back().list.number = integer(a.get("val"), -1);
  } else if (name == "ilvl" && in_paragraph) {
    paragraphs_.back().list.level = integer(a.get("val"), -1);
  } else if (name == "del" && inside("rPr", 0) && inside("pPr", 1) && in_paragraph) {
    paragraphs_.back().mark_deleted = true;
  } else if (name == "del" && inside("trPr", 0) && !rows_.empty()) {
    rows_.back().deleted = true;
  } else if (name == "vanish" && inside("rPr", 0) && inside("r", 1)) {
    hidden_run_ = is_on(a);
  } else if (name == "gridSpan") {
    cell_columns_ = std::clamp(integer(a.get("val"), 1), 1, 100);
  } else if (name == "vMerge") {
    merged_cell_ = a.get("val") != "restart";
  } else if (name == "tab" || name == "ptab") {
    if (inside("r", 0)) add("\u3000");  // people see a gap; a tab would be the next cell of a table
  } else if (name == "br" || name == "cr") {
    add("\n");
  } else if (name == "noBreakHyphen") {
    add("-");
  } else if (name == "sym") {
    const int c = integer(a.get("char"), 0, 16);
    if (c >= 0x2000 && c < 0xE000) {
      const std::string out = {static_cast<char>(0xE0 | c >> 12),
                               static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                               static_cast<char>(0x80 | (c & 0x3F))};
      add(out);
    }
  }
}

void DocxBody::end(std::string_view name) {
  if (!open_.empty()) open_.pop_back();
  if (hides_content(name) || (name == "del" && !in_properties())) {
    --skipped_;
    return;
  }
  if (skipped_ > 0) return;
  if (name == "t") {
    in_text_ = false;
  } else if (name == "r") {
    hidden_run_ = false;
  } else if (name == "p") {
    finish_paragraph();
  } else if (name == "txbxContent" && targets_.back().kind == Target::Kind::box) {
    std::vector<std::string> lines = std::move(targets_.back().lines);
    targets_.pop_back();
    std::vector<std::string>& to =
        paragraphs_.empty() ? targets_.back().lines : paragraphs_.back().boxes;
    std::move(lines.begin(), lines.end(), std::back_inserter(to));
  } else if (name == "tc" && targets_.back().kind == Target::Kind::cell && !rows_.empty()) {
    if (merged_cell_) targets_.back().lines.clear();
    rows_.back().cells.push_back(std::move(targets_.back().lines));
    targets_.pop_back();
    for (; cell_columns_ > 1; --cell_columns_) rows_.back().cells.emplace_back();
    merged_cell_ = false;
  } else if (name == "tr" && !rows_.empty()) {
    finish_row();
  }
}

void DocxBody::characters(std::string_view text) {
  if (in_text_ && skipped_ == 0) add(text);
}

void DocxBody::add(std::string_view text) {
  if (hidden_run_ || paragraphs_.empty()) return;
  std::string& to = paragraphs_.back().text;
  for (const char c : text) to += c == '\t' ? ' ' : c;
}

void DocxBody::finish_paragraph() {
  if (paragraphs_.empty()) return;
  Paragraph p = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  Target& to = targets_.back();
  if (p.mark_deleted) {
    carried_ += p.text;
  } else {
    if (!carried_.empty()) p.text.insert(0, std::exchange(carried_, {}));
    const std::string& style = p.style.empty() ? default_style_ : p.style;
    const auto found = styles_.find(style);
    // A table of contents repeats the headings.
    const bool contents = found != styles_.end() && (found->second.name.starts_with("toc ") ||
                                                     found->second.name.starts_with("TOC "));
    const std::string marker = numbering_.next_marker(numbering_.resolve(p.list, style, styles_));
    if (!is_blank(p.text) && !contents) to.lines.push_back(marker + p.text);
  }
  std::move(p.boxes.begin(), p.boxes.end(), std::back_inserter(to.lines));
}

/// A row is a line with tabs between its cells; a row of one cell is as many lines as it has.
void DocxBody::finish_row() {
  Row row = std::move(rows_.back());
  rows_.pop_back();
  if (row.deleted) return;
  std::vector<std::string>& to = targets_.back().lines;
  if (row.cells.size() == 1) {
    std::move(row.cells[0].begin(), row.cells[0].end(), std::back_inserter(to));
    return;
  }
  const bool nested = targets_.back().kind == Target::Kind::cell;
  std::string line;
  bool any = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string cell = joined(row.cells[i]);
    std::replace(cell.begin(), cell.end(), '\n', ' ');
    if (i > 0) line += nested ? ' ' : '\t';
    any = any || !cell.empty();
    line += cell;
  }
  if (any) to.push_back(std::move(line));
}

}  // namespace noticekit
