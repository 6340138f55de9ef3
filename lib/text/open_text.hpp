// Bytes of a text file as UTF-8 with all that was seen on the way, before anything is normalized.
// Comes after decode.hpp and survey.hpp; text.cpp and the readers of web pages go on from here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "noticekit/text.hpp"
#include "text/decode.hpp"
#include "text/encoding.hpp"
#include "text/survey.hpp"

namespace noticekit {

struct OpenText {
  Decoded decoded;  ///< may view the bytes that were given
  Detected detected;
  Survey marks;                   ///< of the decoded text
  std::vector<Warning> warnings;  ///< of malformed bytes
};

/// Finds the encoding and decodes. **Errors**: those of read_text().
std::optional<Error> open_text(std::string_view bytes, const Source& source,
                               const DecodeOptions& options, OpenText& out);

/// Completes `source`: size, digest, encoding and why.
void describe(std::string_view bytes, Detected detected, Source& source);

}  // namespace noticekit
