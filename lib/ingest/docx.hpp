// DOCX as Word shows its text: paragraphs with their automatic numbers, rows of tables, text boxes.
#pragma once

#include "ingest/archive.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

/// What a ZIP that may be a DOCX is made of.
struct DocxParts {
  std::string document, styles, numbering;
  bool is_docx = false;  ///< it has a word/document.xml
};

/// Unpacks the parts that are read. **Errors**: those of Archive.
std::optional<Error> unpack_docx(std::string_view bytes, const Source& source, const Limits& limits,
                                 Budget& budget, DocxParts& parts);

/// The text of the body, one paragraph or row a line. Deleted revisions, hidden text, comments,
/// headers and footers are left out. **Errors**: those of parse_xml().
Result<std::string> docx_text(const DocxParts& parts, const Source& source, const Limits& limits,
                              Budget& budget);

}  // namespace noticekit
