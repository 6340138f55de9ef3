// The text layer's ways in: bytes of a plain-text file, or text out of another format, to a Text.
#include "noticekit/text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/encoding.hpp"
#include "text/normalize.hpp"
#include "text/open_text.hpp"
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
  Error e =
      fault(Errc::not_text, source,
            "these bytes are no text in UTF-8, GB18030, Big5 or UTF-16; convert the document to "
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

/// Decodes what is not plain UTF-8, and looks at it.
std::optional<Error> decode_and_survey(std::string_view bytes, const Source& source, bool chosen,
                                       OpenText& out) {
  const auto too_many = [&](std::uint64_t faults) {
    return faults > 1 && faults * 20 > utf8::count(out.decoded.utf8);
  };
  if (out.decoded.utf8.empty()) {
    decode(bytes, out.detected, out.decoded);
    out.marks = survey(out.decoded.utf8);
  }
  const Decoded& decoded = out.decoded;
  const std::string name = encoding_name(out.detected.encoding);
  if (decoded.malformed_count > 0 && too_many(decoded.malformed_count)) {
    Error e = fault(chosen ? Errc::malformed_encoding : Errc::not_text, source,
                    "more than one character in twenty is malformed " + name +
                        "; the file is damaged or in another encoding, see --encoding");
    e.where.byte = decoded.malformed.front();
    return e;
  }
  if (out.marks.nul || (out.marks.controls > 0 && too_many(out.marks.controls))) {
    const std::size_t at = out.marks.first_control;
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
  return std::nullopt;
}

}  // namespace

std::optional<Error> open_text(std::string_view bytes, const Source& source,
                               const DecodeOptions& options, OpenText& out) {
  if (bytes.empty()) {
    return fault(Errc::empty_document, source,
                 "the file is empty (0 bytes); give a file that holds the notice's text");
  }
  if (bytes.size() > size_limit) {
    return fault(Errc::too_large, source,
                 "the file has more than 1 GiB; a notice is never that long, split the file");
  }
  const bool chosen = !options.encoding.empty();
  if (chosen) {
    const auto encoding = encoding_from_name(options.encoding);
    if (!encoding) {
      return fault(Errc::bad_usage, source,
                   "unknown encoding \"" + options.encoding +
                       "\"; use utf-8, gb18030, big5, utf-16le or utf-16be");
    }
    out.detected = Detected{*encoding, bom_length(bytes, *encoding), EncodingBasis::chosen};
  } else {
    // Nearly every file is UTF-8, and one look tells.
    const std::uint32_t bom = bom_length(bytes, Encoding::utf8);
    out.marks = survey(bytes.substr(bom));
    if (out.marks.valid + bom == bytes.size() && !out.marks.nul) {
      out.detected = Detected{Encoding::utf8, bom, EncodingBasis::valid};
      out.decoded.utf8 = bytes.substr(bom);
      out.decoded.shift = bom;
    } else if (const auto detected = detect_encoding(bytes, options.declared)) {
      out.detected = *detected;
    } else {
      return not_text(source, bom + (out.marks.nul ? out.marks.first_control : out.marks.valid));
    }
  }
  if (auto e = decode_and_survey(bytes, source, chosen, out)) return e;
  warn_of_malformed(out.decoded, encoding_name(out.detected.encoding), source, out.warnings);
  return std::nullopt;
}

void describe(std::string_view bytes, Detected detected, Source& source) {
  source.bytes = bytes.size();
  source.encoding = encoding_name(detected.encoding);
  source.encoding_basis = basis_name(detected.basis);
  if (source.format.empty()) source.format = "txt";
  source.sha256 = sha256(bytes);
}

Result<Text> read_text(std::string_view bytes, Source source, const DecodeOptions& options,
                       const NormalizeOptions& normalize_options) {
  OpenText open;
  if (auto e = open_text(bytes, source, options, open)) return std::move(*e);
  Text text;
  text.edits[Edit::bom] = open.detected.bom != 0 ? 1 : 0;
  text.edits[Edit::malformed] = open.decoded.malformed_count;
  text.warnings = std::move(open.warnings);
  normalize(open.decoded, std::move(open.marks), normalize_options, text);
  if (text.utf8.empty()) {
    return fault(
        Errc::empty_document, source,
        "the file holds no character of text, only blanks; give a file with the notice's text");
  }
  describe(bytes, open.detected, source);
  text.source = std::move(source);
  return text;
}

Result<Text> clean_text(std::string_view utf8, Source source,
                        const NormalizeOptions& normalize_options) {
  Text text;
  Decoded decoded;
  decoded.utf8 = utf8;
  normalize(decoded, survey(utf8), normalize_options, text);
  if (text.utf8.empty()) {
    return fault(Errc::empty_document, source,
                 "the document holds no character of text; see whether the notice is a picture in "
                 "it, or in another file");
  }
  text.map = {};
  text.source = std::move(source);
  return text;
}

}  // namespace noticekit
