// A document as clean text: decoded, normalized, with the way back to its bytes.
// Comes after span.hpp; outline.hpp reads what this makes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/span.hpp"

namespace noticekit {

/// Where a text came from. Printed as `source` in every record.
struct Source {
  std::string path;      ///< as given on the command line, with '/'
  std::string format;    ///< "txt", "html", "docx", "pdf", "doc", "rtf"
  std::string encoding;  ///< "utf-8", "gb18030", "big5", "utf-16le", "utf-16be"
  /// Why that encoding: "mark" (byte order mark), "declared" (by the document, and its bytes
  /// agree), "detected" (what Chinese text looks like in it), "chosen" (by the caller), "format"
  /// (the format has its own); empty: the bytes are valid UTF-8.
  std::string encoding_basis;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< of the bytes, lower-case hexadecimal
};

/// What the publishing page says about itself; never part of the text.
struct Meta {
  std::optional<std::string> title, published, publisher, url, column;
};

/// What normalization changed; one count each, see Edits.
enum class Edit : std::uint8_t {
  bom,
  line_end,
  malformed,
  nfc,
  width,
  space,
  zero_width,
  markup,
  page_furniture,
  joined_line,
  blank_line,
  count_
};
const char* edit_name(Edit edit);

/// Counts by kind of change.
struct Edits {
  std::array<std::uint32_t, static_cast<std::size_t>(Edit::count_)> counts{};
  std::uint32_t& operator[](Edit e) { return counts[static_cast<std::size_t>(e)]; }
  std::uint32_t operator[](Edit e) const { return counts[static_cast<std::size_t>(e)]; }
};

/// Something the reader of a document should know; the document was still usable.
struct Warning {
  std::string code;
  std::string message;
  Where where;
};

/// The way from positions in the normalized text back to bytes of the file. Total and monotonic:
/// made while the text changes, never guessed later. A run is a verbatim copy of the decoded text,
/// or a replacement for some of it; `origin` leads from the decoded text to the bytes where these
/// differ.
class OffsetMap {
 public:
  struct Run {
    std::uint32_t text;         ///< where it begins in the normalized text
    std::uint32_t source;       ///< where it begins in the decoded text
    std::uint32_t source_size;  ///< bytes of decoded text it stands for
  };

  /// Appends `size` bytes copied from `source`. Neither side may go backwards.
  void copy(std::uint32_t text, std::uint32_t source, std::uint32_t size);
  /// Appends bytes from `text` on that stand for `source_size` bytes at `source`.
  void replace(std::uint32_t text, std::uint32_t source, std::uint32_t source_size);
  /// Appends what `other` says of [begin, end) of its text, as the text from `text` on.
  void append(const OffsetMap& other, std::uint32_t begin, std::uint32_t end, std::uint32_t text);
  /// Takes back everything from `text` on, which must be the start of a run or inside a copy.
  void forget_from(std::uint32_t text);
  /// Fixes the end of the text. `origin`: for every byte of the decoded text, and its end, the byte
  /// of the file it was made from; empty where the file is `shift` bytes and then the decoded text.
  void finish(std::uint32_t text_end, std::vector<std::uint32_t> origin, std::uint32_t shift = 0);

  /// The bytes of the file that `span` was made from. An empty span goes to the place before what
  /// follows.
  [[nodiscard]] SourceSpan to_source(Span span) const;
  /// The same in bytes of the decoded text.
  [[nodiscard]] SourceSpan to_decoded(Span span) const;
  [[nodiscard]] bool empty() const { return runs_.empty(); }
  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

 private:
  [[nodiscard]] std::size_t run_at(std::uint32_t text) const;
  [[nodiscard]] std::uint32_t text_size(std::size_t run) const;

  std::vector<Run> runs_;
  std::vector<std::uint32_t> origin_;
  std::uint32_t shift_ = 0;
  std::uint32_t text_end_ = 0;
  bool copying_ = false;  // the last run is a copy and may grow
};

/// A document ready for reading. One paragraph a line, each line ended by '\n', no blank lines, no
/// spaces at the ends of lines; NFC; ASCII letters and digits in half width; punctuation as
/// printed.
struct Text {
  std::string id;
  Source source;
  Meta meta;
  std::string utf8;
  OffsetMap map;  ///< empty where the source is not plain text, or the text came from a record
  Edits edits;
  std::vector<Warning> warnings;
};

/// How bytes become text.
struct DecodeOptions {
  std::string encoding;       ///< empty: detect; else one of the names in Source::encoding
  std::string declared = {};  ///< what the document says of itself; believed where its bytes agree
};

/// Which folds are applied.
struct NormalizeOptions {
  bool reflow = true;  ///< rejoin sentences cut by page breaks and hard line ends
  bool cells = false;  ///< tabs stand between the cells of tables, and none is dropped
};

/// Decodes and normalizes the bytes of one plain-text file.
/// **Errors**: empty_document, not_text, malformed_encoding, too_large (over 1 GiB).
Result<Text> read_text(std::string_view bytes, Source source, const DecodeOptions& decode = {},
                       const NormalizeOptions& normalize = {});

/// Normalizes text that was taken out of another format. `source` is complete; the result has no
/// way back to the bytes.
/// **Errors**: empty_document.
Result<Text> clean_text(std::string_view utf8, Source source,
                        const NormalizeOptions& normalize = {});

}  // namespace noticekit
