// The body of a DOCX in one pass: what stands where, in lines. Comes after docx_numbering.hpp;
// docx.cpp drives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/docx_numbering.hpp"

namespace noticekit {

class DocxBody : public XmlHandler {
 public:
  DocxBody(Numbering& numbering, const ParagraphStyles& styles, const std::string& default_style)
      : numbering_(numbering), styles_(styles), default_style_(default_style) {
    targets_.push_back({Target::Kind::body, {}});
  }

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void characters(std::string_view text) override;

  /// What was read, a line each.
  [[nodiscard]] const std::vector<std::string>& lines() const { return targets_.front().lines; }

 private:
  /// Where finished lines go: the body, a cell, a text box.
  struct Target {
    enum class Kind : std::uint8_t { body, cell, box } kind;
    std::vector<std::string> lines;
  };
  struct Paragraph {
    std::string text;
    std::string style;
    ListPlace list;
    bool mark_deleted = false;  ///< goes on with the next paragraph
    std::vector<std::string> boxes;
  };
  struct Row {
    std::vector<std::vector<std::string>> cells;  ///< paragraphs of each
    bool deleted = false;
  };

  void property(std::string_view name, const XmlAttributes& a);
  void finish_paragraph();
  void finish_row();
  void add(std::string_view text);
  [[nodiscard]] bool in_properties() const;
  [[nodiscard]] bool inside(std::string_view name, std::size_t above) const;

  Numbering& numbering_;
  const ParagraphStyles& styles_;
  const std::string& default_style_;
  std::vector<std::string> open_;  // names of the elements we are in
  std::vector<Target> targets_;
  std::vector<Paragraph> paragraphs_;  // inside each other by text boxes only
  std::vector<Row> rows_;
  std::string carried_;  // text of a paragraph whose mark was deleted
  int skipped_ = 0;      // elements above that hide what is in them
  bool in_text_ = false;
  bool hidden_run_ = false;
  bool merged_cell_ = false;  // goes on with the cell above
  int cell_columns_ = 1;
};

}  // namespace noticekit
