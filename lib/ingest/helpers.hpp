// Formats that a helper program reads: PDF and the old Word and WPS formats. Comes after child.hpp.
#pragma once

#include <string>
#include <string_view>

#include "ingest/deadline.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

/// The text of a PDF by pdftotext, pages ended by form feeds, running heads and page numbers left
/// out. **Errors**: damaged_file, no_text_layer, missing_helper, helper_failed, too_large,
/// timed_out.
Result<std::string> pdf_text(std::string_view bytes, const Source& source, const Limits& limits,
                             const Deadline& deadline);

/// The text of a DOC, WPS or RTF by LibreOffice; where that is not there or fails, of a DOC by
/// antiword or catdoc, which do not print the numbers of automatic lists: `numbers_may_lack`.
/// **Errors**: the same.
Result<std::string> doc_text(std::string_view bytes, Format format, const Source& source,
                             const Limits& limits, const Deadline& deadline,
                             bool& numbers_may_lack);

}  // namespace noticekit
