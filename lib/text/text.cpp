// The text layer's one way in: bytes of a plain-text file to a Text.
#include "noticekit/text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/decode.hpp"
#include "text/encoding.hpp"
#include "text/normalize.hpp"
#include "text/sha256.hpp"
#include "text/survey.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr std::uint64_t size_limit = std::uint64_t{1} << 30;

Error fault(Errc code, const Source& source, std::string message) {
  Error e{code, std::move(message), {}};
  e.where.path = source.path;
  return e;
}

Error not_text(const Source& source, std::uint64_t byte) {
  Error e = fault(Errc::not_text, source,
                  "these bytes are no text in UTF-8, GB18030 or UTF-16; convert the document to "
                  "text first, or name its encoding with --encoding");
  e.where.byte = byte;
  return e;
}

void warn_of_malformed(const Decoded& decoded, const std::string& encoding, const Source& source,
                       std::vector<Warning>& warnings) {
  constexpr std::size_t most = 20;
  const std::size_t listed = std::min(decoded.malformed.size(), most);
  for (std::size_t i = 0; i < listed; ++i) {
    const bool cut = decoded.truncated && i + 1 == decoded.malformed_count;
    Warning w;
    w.code = cut ? "truncated" : "malformed";
    w.message = cut ? "the file ends inside a character of " + encoding +
                          ", so its end is missing; U+FFFD stands there, get the whole file"
                    : "the bytes here are no character of " + encoding +
                          "; U+FFFD stands for them, compare with the original";
    w.where.path = source.path;
    w.where.byte = decoded.malformed[i];
    warnings.push_back(std::move(w));
  }
  if (decoded.malformed_count > listed) {
    warnings.push_back({"malformed",
                        std::to_string(decoded.malformed_count - listed) +
                            " more places are no characters of " + encoding,
                        {source.path, {}, {}, {}}});
  }
}

}  // namespace

Result<Text> read_text(std::string_view bytes, Source source, const DecodeOptions& options,
                       const NormalizeOptions& normalize_options) {
  if (bytes.empty()) {
    return fault(Errc::empty_document, source,
                 "the file is empty (0 bytes); give a file that holds the notice's text");
  }
  if (bytes.size() > size_limit) {
    return fault(Errc::too_large, source,
                 "the file has more than 1 GiB; a notice is never that long, split the file");
  }
  Text text;
  Decoded decoded;
  std::optional<Detected> detected;
  Survey marks;
  if (options.encoding.empty()) {
    // Nearly every file is UTF-8, and one look tells.
    const std::uint32_t bom = bom_length(bytes, Encoding::utf8);
    marks = survey(bytes.substr(bom));
    if (marks.valid + bom == bytes.size() && !marks.nul) {
      detected = Detected{Encoding::utf8, bom};
      decoded.utf8 = bytes.substr(bom);
      decoded.shift = bom;
    } else {
      detected = detect_encoding(bytes);
      if (!detected) return not_text(source, bom + (marks.nul ? marks.first_control : marks.valid));
    }
  } else {
    const auto encoding = encoding_from_name(options.encoding);
    if (!encoding) {
      return fault(Errc::bad_usage, source,
                   "unknown encoding \"" + options.encoding +
                       "\"; use utf-8, gb18030, utf-16le or utf-16be");
    }
    detected = Detected{*encoding, bom_length(bytes, *encoding)};
  }
  const std::string name = encoding_name(detected->encoding);
  if (decoded.utf8.empty()) {
    decode(bytes, *detected, decoded);
    marks = survey(decoded.utf8);
  }
  const bool chosen = !options.encoding.empty();
  const auto too_many = [&](std::uint64_t faults) {
    return faults > 1 && faults * 20 > utf8::count(decoded.utf8);
  };
  if (decoded.malformed_count > 0 && too_many(decoded.malformed_count)) {
    Error e = fault(chosen ? Errc::malformed_encoding : Errc::not_text, source,
                    "more than one character in twenty is malformed " + name +
                        "; the file is damaged or in another encoding, see --encoding");
    e.where.byte = decoded.malformed.front();
    return e;
  }
  if (marks.nul || (marks.controls > 0 && too_many(marks.controls))) {
    const std::size_t at = marks.first_control;
    const std::uint64_t place = decoded.origin.empty() ? at + decoded.shift : decoded.origin[at];
    if (!chosen) return not_text(source, place);
    Error e =
        fault(Errc::malformed_encoding, source,
              "read as " + name +
                  ", the file has control characters that no text has; it is "
                  "in another encoding or not text, leave out --encoding to have it detected");
    e.where.byte = place;
    return e;
  }
  text.edits[Edit::bom] = detected->bom != 0 ? 1 : 0;
  text.edits[Edit::malformed] = decoded.malformed_count;
  warn_of_malformed(decoded, name, source, text.warnings);
  normalize(decoded, std::move(marks), normalize_options, text);
  if (text.utf8.empty()) {
    return fault(
        Errc::empty_document, source,
        "the file holds no character of text, only blanks; give a file with the notice's text");
  }
  source.bytes = bytes.size();
  source.encoding = name;
  if (source.format.empty()) source.format = "txt";
  source.sha256 = sha256(bytes);
  text.source = std::move(source);
  return text;
}

}  // namespace noticekit
