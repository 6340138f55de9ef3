// The text layer's one way in: bytes of a plain-text file to a Text.
#include "noticekit/text.hpp"

#include <string>

#include "text/decode.hpp"
#include "text/encoding.hpp"
#include "text/normalize.hpp"
#include "text/sha256.hpp"

namespace noticekit {
namespace {

constexpr std::uint64_t size_limit = std::uint64_t{1} << 30;

Error fault(Errc code, const Source& source, std::string message) {
  Error e{code, std::move(message), {}};
  e.where.path = source.path;
  return e;
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
  std::optional<Detected> detected;
  if (options.encoding.empty()) {
    detected = detect_encoding(bytes);
    if (!detected) {
      Error e = fault(Errc::not_text, source,
                      "these bytes are no text in UTF-8, GB18030 or UTF-16; convert the document "
                      "to text first, or name its "
                      "encoding with --encoding");
      e.where.byte = valid_utf8_prefix(bytes);
      return e;
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
  Text text;
  Decoded decoded;
  decode(bytes, *detected, decoded);
  const std::size_t characters = decoded.utf8.size() / 3 + 1;
  if (decoded.malformed_count * 20ULL > characters && decoded.malformed_count > 2) {
    Error e = fault(options.encoding.empty() ? Errc::not_text : Errc::malformed_encoding, source,
                    "more than one character in twenty is malformed " +
                        std::string(encoding_name(detected->encoding)) +
                        "; the file is damaged or in another encoding, see --encoding");
    if (!decoded.malformed.empty()) e.where.byte = decoded.malformed.front();
    return e;
  }
  text.edits[Edit::bom] = detected->bom != 0 ? 1 : 0;
  text.edits[Edit::malformed] = decoded.malformed_count;
  for (const std::uint32_t at : decoded.malformed) {
    Warning w{"malformed",
              "the bytes here are no character of " +
                  std::string(encoding_name(detected->encoding)) +
                  "; U+FFFD stands for them, compare with the original",
              {}};
    w.where.path = source.path;
    w.where.byte = at;
    text.warnings.push_back(std::move(w));
    if (text.warnings.size() == 20) break;
  }
  normalize(decoded, normalize_options, text);
  if (text.utf8.empty()) {
    return fault(
        Errc::empty_document, source,
        "the file holds no character of text, only blanks; give a file with the notice's text");
  }
  source.bytes = bytes.size();
  source.encoding = encoding_name(detected->encoding);
  if (source.format.empty()) source.format = "txt";
  source.sha256 = sha256(bytes);
  text.source = std::move(source);
  return text;
}

}  // namespace noticekit
