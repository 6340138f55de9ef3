#include <stdlib.h>  // mkdtemp

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "ingest/archive.hpp"
#include "ingest/child.hpp"
#include "ingest/docx.hpp"
#include "ingest/faults.hpp"
#include "ingest/helpers.hpp"

namespace noticekit {
namespace {

/// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code ec;
    std::string name = std::filesystem::temp_directory_path(ec) / "noticekit-XXXXXX";
    if (!ec && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ec;
    if (!path_.empty()) std::filesystem::remove_all(path_, ec);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

ChildRun helper(std::vector<std::string> command, std::string_view bytes, const Limits& limits) {
  ChildRun run;
  run.command = std::move(command);
  run.input = bytes;
  run.memory = limits.helper_bytes;
  run.most_output = limits.unpacked_bytes;
  run.seconds = limits.seconds;
  return run;
}

bool has_text(const ChildResult& r) {
  return r.end == ChildResult::End::exited && r.status == 0 &&
         r.output.find_first_not_of(" \n\r\t\f|") != std::string::npos;
}

/// antiword draws tables with bars: |a |b | is a row.
std::string with_cells(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (line.size() > 2 && line.front() == '|' && line.back() == '|') {
      line = line.substr(1, line.size() - 2);
      for (const char c : line) out += c == '|' ? '\t' : c;
    } else {
      out += line;
    }
    out += '\n';
  }
  return out;
}

/// LibreOffice makes a DOCX of it, which is read like any other.
Result<std::string> by_libreoffice(std::string_view bytes, Format format, const Source& source,
                                   const Limits& limits, const Deadline& deadline) {
  const TemporaryFolder folder;
  if (folder.path().empty()) {
    return document_fault(Errc::helper_failed, source,
                          "no folder can be made for LibreOffice's files; look at $TMPDIR");
  }
  const std::string in = folder.path() + "/document." + format_name(format);
  std::ofstream(in, std::ios::binary) << bytes;
  ChildRun run =
      helper({"soffice", "-env:UserInstallation=file://" + folder.path() + "/profile", "--headless",
              "--norestore", "--convert-to", "docx", "--outdir", folder.path() + "/out", in},
             {}, limits);
  run.memory = 0;  // it reserves more than it uses; its time and output are limited
  const ChildResult result = run_child(run, deadline);
  if (result.end == ChildResult::End::missing) {
    return document_fault(Errc::missing_helper, source,
                          "this file needs LibreOffice, and an old Word file antiword; install the "
                          "packages antiword and libreoffice-writer");
  }
  if (result.end == ChildResult::End::late) return out_of_time(source, limits);
  std::ifstream file(folder.path() + "/out/document.docx", std::ios::binary);
  const std::string made((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (made.empty()) {
    return document_fault(Errc::damaged_file, source,
                          "neither antiword nor LibreOffice can read it; open it in Word or WPS "
                          "and save it as DOCX");
  }
  Budget budget{deadline, 0, made.size()};
  DocxParts parts;
  if (auto e = unpack_docx(made, source, limits, budget, parts)) return std::move(*e);
  return docx_text(parts, source, limits, budget);
}

}  // namespace

Result<std::string> doc_text(std::string_view bytes, Format format, const Source& source,
                             const Limits& limits, const Deadline& deadline,
                             bool& numbers_may_lack) {
  // Word and WPS write a stream of this name; helpers print what else they find as if it were text.
  constexpr std::string_view stream("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24);
  if (format == Format::doc && bytes.find(stream) == std::string_view::npos) {
    return document_fault(Errc::damaged_file, source,
                          "holds no Word or WPS document, it is damaged or of another program; "
                          "open it there and save it as DOCX");
  }
  auto text = by_libreoffice(bytes, format, source, limits, deadline);
  if (text || format != Format::doc) return text;
  const Deadline again(limits.seconds);
  const std::array<std::vector<std::string>, 2> commands = {
      {{"antiword", "-m", "UTF-8.txt", "-w", "0", "/dev/stdin"},
       {"catdoc", "-d", "utf-8", "-w", "/dev/stdin"}}};
  for (const auto& command : commands) {
    const ChildResult result = run_child(helper(command, bytes, limits), again);
    if (!has_text(result)) continue;
    numbers_may_lack = true;
    return with_cells(result.output);
  }
  return text;
}

}  // namespace noticekit
