#include "ingest/docx.hpp"

#include "ingest/docx_body.hpp"
#include "ingest/faults.hpp"

namespace noticekit {

std::optional<Error> unpack_docx(std::string_view bytes, const Source& source, const Limits& limits,
                                 Budget& budget, DocxParts& parts) {
  Archive archive(bytes, Format::zip, source, limits, budget);
  std::string name;
  while (archive.next(name)) {
    std::string* to = nullptr;
    if (name == "word/document.xml" || name == "word\\document.xml") {
      to = &parts.document;
      parts.is_docx = true;
    } else if (name == "word/styles.xml") {
      to = &parts.styles;
    } else if (name == "word/numbering.xml") {
      to = &parts.numbering;
    }
    if (to != nullptr && !archive.read(*to)) return archive.error();
  }
  return archive.error();
}

Result<std::string> docx_text(const DocxParts& parts, const Source& source, const Limits& limits,
                              Budget& budget) {
  ParagraphStyles styles;
  std::string default_style;
  Numbering numbering;
  if (!parts.styles.empty()) {
    if (auto e = load_styles(parts.styles, source, limits, budget.deadline, styles, default_style))
      return std::move(*e);
  }
  if (!parts.numbering.empty()) {
    if (auto e = numbering.load(parts.numbering, source, limits, budget.deadline))
      return std::move(*e);
  }
  DocxBody body(numbering, styles, default_style);
  if (auto e = parse_xml(parts.document, "document.xml", source, limits, budget.deadline, body))
    return std::move(*e);
  std::string out;
  for (const std::string& line : body.lines()) {
    out += line;
    out += '\n';
  }
  return out;
}

}  // namespace noticekit
