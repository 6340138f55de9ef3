// Errors of a document, with the sentence that says what to do. Shared by the readers.
#pragma once

#include <string>

#include "ingest/deadline.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

inline Error document_fault(Errc code, const Source& source, std::string message) {
  Error e{code, std::move(message), {}};
  e.where.path = source.path;
  return e;
}

inline Error out_of_time(const Source& source, const Limits& limits) {
  return document_fault(Errc::timed_out, source,
                        "not read within " + std::to_string(limits.seconds) +
                            " s; raise --limit seconds=N, or look what is odd in the file");
}

inline Error too_deep(const Source& source, const Limits& limits) {
  return document_fault(Errc::too_large, source,
                        "more than " + std::to_string(limits.depth) +
                            " elements inside each other, as no document has; see --limit depth=N");
}

inline std::string megabytes(std::uint64_t bytes) {
  return std::to_string((bytes + (1U << 20) - 1) >> 20) + " MiB";
}

}  // namespace noticekit
