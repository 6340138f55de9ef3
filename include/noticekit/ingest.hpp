// Files of any kind as texts: web pages, Word, PDF, archives of them. Comes after text.hpp, whose
// read_text() does plain text; outline.hpp reads what this makes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "noticekit/error.hpp"
#include "noticekit/text.hpp"

namespace noticekit {

/// What a file is, by its content.
enum class Format : std::uint8_t { txt, html, docx, pdf, doc, rtf, zip, tar_gz, unknown };
const char* format_name(Format format);
/// By the name that format_name() gives.
std::optional<Format> format_from_name(std::string_view name);

/// A few looks at the first bytes; `head` is the file or at least its first 4 KiB. A DOCX cannot be
/// told from another ZIP by these: zip.
Format sniff_format(std::string_view head);

/// What no document may exceed. One that does becomes an error record.
struct Limits {
  std::uint64_t plain_bytes = std::uint64_t{1} << 30;       ///< a plain-text file
  std::uint64_t file_bytes = std::uint64_t{64} << 20;       ///< a file of any other format
  std::uint64_t unpacked_bytes = std::uint64_t{128} << 20;  ///< all that one file unpacks to
  std::uint32_t ratio = 200;      ///< unpacked to packed, looked at from 1 MiB on
  std::uint32_t depth = 512;      ///< elements inside each other; browsers stop there too
  std::uint32_t archives = 3;     ///< archives inside each other
  std::uint32_t members = 20000;  ///< files in one archive
  std::uint32_t seconds = 60;     ///< for one document
  std::uint64_t helper_bytes = std::uint64_t{400} << 20;  ///< memory of a helper program

  /// Bytes that a file of this format may have.
  [[nodiscard]] std::uint64_t bytes_of(Format format) const {
    return format == Format::txt ? plain_bytes : file_bytes;
  }
};

struct IngestOptions {
  std::optional<Format> format;  ///< instead of what the bytes say
  DecodeOptions decode;
  NormalizeOptions normalize;
  Limits limits;
  /// Whether a member of an archive is wanted, by its name in it; none: all but hidden files.
  std::function<bool(std::string_view)> wants;
};

/// One document of a file: the file itself, or a member of an archive.
struct Ingested {
  std::string member;  ///< "" or "!/path in the archive", a path with '/' in UTF-8
  Result<Text> text;
};

/// Reads the documents of one file, and hands them over one after another: one, or as many as the
/// archive has members. PDF and DOC are read by helper programs; no network, no external entity,
/// nothing written but what a helper needs in a folder that is removed again.
/// **Errors**, each for one document: those of read_text(); too_large, timed_out: over a limit;
/// damaged_file; unsupported_format; missing_helper, helper_failed; no_text_layer; unsafe_path.
void ingest(std::string_view bytes, const Source& source, const IngestOptions& options,
            const std::function<void(Ingested)>& take);

}  // namespace noticekit
