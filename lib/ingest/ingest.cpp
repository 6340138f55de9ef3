// One file of any format to its documents: chooses the reader, keeps the limits.
#include "noticekit/ingest.hpp"

#include <utility>

#include "ingest/archive.hpp"
#include "ingest/article.hpp"
#include "ingest/docx.hpp"
#include "ingest/faults.hpp"
#include "ingest/helpers.hpp"
#include "ingest/member_names.hpp"
#include "ingest/page.hpp"
#include "ingest/page_lines.hpp"
#include "text/open_text.hpp"
#include "text/sha256.hpp"

namespace noticekit {
namespace {

/// Size, digest, format; what is not text has its encoding from its format.
Source described(std::string_view bytes, Source source, Format format) {
  source.bytes = bytes.size();
  source.sha256 = sha256(bytes);
  source.format = format_name(format);
  source.encoding = "utf-8";
  source.encoding_basis = "format";
  return source;
}

Result<Text> read_html(std::string_view bytes, Source source, const IngestOptions& options,
                       Budget& budget) {
  DecodeOptions decode = options.decode;
  decode.declared = declared_charset(bytes);
  OpenText open;
  if (auto e = open_text(bytes, source, decode, open)) return std::move(*e);
  Page page;
  if (auto e = parse_html(open.decoded.utf8, source, options.limits, budget.deadline, page))
    return std::move(*e);
  const PageLines lines = page_lines(page);
  Article article = find_article(page, lines);
  source.format = format_name(Format::html);
  describe(bytes, open.detected, source);
  const std::string path = source.path;
  NormalizeOptions normalize = options.normalize;
  normalize.cells = true;
  auto text = clean_text(article.text, std::move(source), normalize);
  if (!text) return text;
  text->meta = std::move(article.meta);
  text->edits[Edit::bom] = open.detected.bom != 0 ? 1 : 0;
  text->edits[Edit::malformed] = open.decoded.malformed_count;
  text->warnings = std::move(open.warnings);
  const auto declared = encoding_from_name(decode.declared);
  if (declared && *declared != open.detected.encoding &&
      open.detected.basis != EncodingBasis::chosen) {
    text->warnings.push_back({"charset_mismatch",
                              "the page declares " + decode.declared + ", but its bytes are " +
                                  encoding_name(open.detected.encoding) +
                                  "; they were read as what they are",
                              {path, {}, {}, {}}});
  }
  if (!article.found) {
    text->warnings.push_back({"article_not_found",
                              "no part of the page reads as an article, so all of it was kept, "
                              "navigation included; see whether the notice is in another file",
                              {path, {}, {}, {}}});
  }
  return text;
}

Result<Text> read_docx(std::string_view bytes, Source source, const DocxParts& parts,
                       const IngestOptions& options, Budget& budget) {
  auto lines = docx_text(parts, source, options.limits, budget);
  if (!lines) return std::move(lines).take_error();
  NormalizeOptions normalize = options.normalize;
  normalize.cells = true;
  return clean_text(*lines, described(bytes, std::move(source), Format::docx), normalize);
}

class Reader {
 public:
  Reader(const IngestOptions& options, Budget& budget, const std::function<void(Ingested)>& take)
      : options_(options), budget_(budget), take_(take) {}

  void read(std::string_view bytes, const Source& source, const std::string& member,
            std::uint32_t inside) {
    const Format format = inside == 0 && options_.format ? *options_.format : sniff_format(bytes);
    if (bytes.size() > options_.limits.bytes_of(format)) {
      return fail(member,
                  document_fault(Errc::too_large, source,
                                 "has more than " + megabytes(options_.limits.bytes_of(format)) +
                                     "; a notice is never that long, split it or raise "
                                     "--limit size=N"));
    }
    switch (format) {
      case Format::txt:
        return give(member, read_text(bytes, source, options_.decode, options_.normalize));
      case Format::html:
        return give(member, read_html(bytes, source, options_, budget_));
      case Format::docx:
      case Format::zip:
        return read_zip(bytes, source, member, inside, format);
      case Format::tar_gz:
        return read_members(bytes, source, member, inside, format);
      case Format::pdf:
        return give(member, by_helper(pdf_text(bytes, source, options_.limits, budget_.deadline),
                                      bytes, source, format));
      case Format::doc:
      case Format::rtf:
        return read_doc(bytes, source, member, format);
      case Format::unknown:
        return fail(member, document_fault(Errc::unsupported_format, source,
                                           "is no format that noticekit reads; save it as text, "
                                           "HTML, DOCX or PDF"));
    }
  }

 private:
  void give(const std::string& member, Result<Text> text) { take_({member, std::move(text)}); }
  void fail(const std::string& member, Error error) { take_({member, std::move(error)}); }

  /// What a helper made is as well-formed as the helper: it is decoded like any text.
  Result<Text> by_helper(Result<std::string> made, std::string_view bytes, const Source& source,
                         Format format) {
    if (!made) return std::move(made).take_error();
    OpenText open;
    DecodeOptions utf8;
    utf8.encoding = "utf-8";
    if (auto e = open_text(*made, source, utf8, open)) return std::move(*e);
    NormalizeOptions normalize = options_.normalize;
    normalize.cells = format != Format::pdf;
    return clean_text(open.decoded.utf8, described(bytes, source, format), normalize);
  }

  void read_doc(std::string_view bytes, const Source& source, const std::string& member,
                Format format) {
    bool numbers_may_lack = false;
    auto made =
        doc_text(bytes, format, source, options_.limits, budget_.deadline, numbers_may_lack);
    auto text = by_helper(std::move(made), bytes, source, format);
    if (text && numbers_may_lack) {
      text->warnings.push_back({"numbers_may_lack",
                                "read without LibreOffice, so the numbers of automatic lists are "
                                "not in the text; install the package libreoffice-writer",
                                {source.path, {}, {}, {}}});
    }
    give(member, std::move(text));
  }

  void read_zip(std::string_view bytes, const Source& source, const std::string& member,
                std::uint32_t inside, Format format) {
    DocxParts parts;
    auto e = unpack_docx(bytes, source, options_.limits, budget_, parts);
    if (e && (parts.is_docx || format == Format::docx)) return fail(member, std::move(*e));
    if (parts.is_docx) return give(member, read_docx(bytes, source, parts, options_, budget_));
    if (format == Format::docx) {
      return fail(member, document_fault(Errc::damaged_file, source,
                                         "has no word/document.xml, so it is no DOCX; leave out "
                                         "--format to have it looked at"));
    }
    read_members(bytes, source, member, inside, Format::zip);
  }

  void read_members(std::string_view bytes, const Source& source, const std::string& member,
                    std::uint32_t inside, Format format) {
    if (inside >= options_.limits.archives) {
      return fail(member,
                  document_fault(Errc::too_large, source,
                                 "archives more than " + std::to_string(options_.limits.archives) +
                                     " deep inside each other; unpack them yourself, or "
                                     "raise --limit archives=N"));
    }
    Archive archive(bytes, format, source, options_.limits, budget_);
    std::string name;
    std::string content;
    std::uint32_t count = 0;
    std::uint32_t taken = 0;
    while (archive.next(name)) {
      if (++count > options_.limits.members) {
        return fail(member, document_fault(Errc::too_large, source,
                                           "the archive has more than " +
                                               std::to_string(options_.limits.members) +
                                               " members; raise --limit members=N"));
      }
      const std::string path = member_name(name);
      if (!is_wanted_member(path) || (options_.wants && !options_.wants(path))) continue;
      ++taken;
      std::string id = member + "!/";
      id += path;
      Source inner = source;
      inner.path += "!/" + path;
      if (leads_out(path)) {
        fail(id, document_fault(Errc::unsafe_path, inner,
                                "its name leads out of the archive, so it was not read; get the "
                                "archive from its office, or unpack it with care"));
        continue;
      }
      if (!archive.read(content)) {
        Error e = *archive.error();
        e.where.path = inner.path;
        fail(id, std::move(e));
        if (archive.may_go_on()) continue;
        return;
      }
      budget_.deadline = Deadline(options_.limits.seconds);
      read(content, inner, id, inside + 1);
    }
    if (archive.error()) return fail(member, *archive.error());
    if (taken == 0) {
      fail(member, document_fault(Errc::no_input, source,
                                  "the archive holds no file to read (hidden files and backups "
                                  "are passed over)"));
    }
  }

  const IngestOptions& options_;
  Budget& budget_;
  const std::function<void(Ingested)>& take_;
};

}  // namespace

void ingest(std::string_view bytes, const Source& source, const IngestOptions& options,
            const std::function<void(Ingested)>& take) {
  Budget budget{Deadline(options.limits.seconds), 0, bytes.size()};
  Reader(options, budget, take).read(bytes, source, {}, 0);
}

}  // namespace noticekit
