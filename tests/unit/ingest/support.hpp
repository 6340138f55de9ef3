// Documents for the tests of lib/ingest: read, and taken apart.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "noticekit/ingest.hpp"

namespace noticekit::test {

inline std::vector<Ingested> documents_of(std::string_view bytes, IngestOptions options = {}) {
  Source source;
  source.path = "a/b";
  std::vector<Ingested> out;
  ingest(bytes, source, options, [&](Ingested d) { out.push_back(std::move(d)); });
  return out;
}

/// The text of a single document, or its error's code in <>.
inline std::string text_in(std::string_view bytes, IngestOptions options = {}) {
  const auto all = documents_of(bytes, std::move(options));
  if (all.size() != 1) return "<" + std::to_string(all.size()) + " documents>";
  return all[0].text ? all[0].text->utf8
                     : "<" + std::string(errc_name(all[0].text.error().code)) + ">";
}

inline void append_number(std::string& out, std::uint32_t n, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(n >> (8 * i) & 0xFF);
}

inline std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int k = 0; k < 8; ++k) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// A ZIP of files that are stored, not packed. Names are bytes of any encoding.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out;
  std::string directory;
  for (const auto& [name, content] : files) {
    std::string common;
    append_number(common, 20, 2);  // version
    append_number(common, 0, 2);   // flags
    append_number(common, 0, 2);   // stored
    append_number(common, 0, 4);   // time
    append_number(common, crc_of(content), 4);
    append_number(common, static_cast<std::uint32_t>(content.size()), 4);
    append_number(common, static_cast<std::uint32_t>(content.size()), 4);
    append_number(common, static_cast<std::uint32_t>(name.size()), 2);
    append_number(common, 0, 2);
    directory += "PK\x01\x02";
    append_number(directory, 20, 2);
    directory += common;
    append_number(directory, 0, 2);
    append_number(directory, 0, 2);
    append_number(directory, 0, 2);
    append_number(directory, 0, 4);
    append_number(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory += name;
    out += "PK\x03\x04" + common + name + content;
  }
  const auto at = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  append_number(out, 0, 4);
  append_number(out, static_cast<std::uint32_t>(files.size()), 2);
  append_number(out, static_cast<std::uint32_t>(files.size()), 2);
  append_number(out, static_cast<std::uint32_t>(directory.size()), 4);
  append_number(out, at, 4);
  append_number(out, 0, 2);
  return out;
}

/// A DOCX with this body, and the parts that are given.
inline std::string docx_of(const std::string& body, const std::string& numbering = {},
                           const std::string& styles = {}) {
  const std::string space =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
  std::vector<std::pair<std::string, std::string>> parts;
  parts.emplace_back("word/document.xml",
                     "<w:document" + space + "><w:body>" + body + "</w:body></w:document>");
  if (!numbering.empty()) {
    parts.emplace_back("word/numbering.xml",
                       "<w:numbering" + space + ">" + numbering + "</w:numbering>");
  }
  if (!styles.empty())
    parts.emplace_back("word/styles.xml", "<w:styles" + space + ">" + styles + "</w:styles>");
  return zip_of(parts);
}

}  // namespace noticekit::test
