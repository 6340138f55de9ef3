#include <algorithm>
#include <map>
#include <vector>

#include "ingest/child.hpp"
#include "ingest/faults.hpp"
#include "ingest/helpers.hpp"

namespace noticekit {
namespace {

using Lines = std::vector<std::string_view>;

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages;
  while (!text.empty()) {
    std::string_view page = text.substr(0, text.find('\f'));
    text.remove_prefix(std::min(page.size() + 1, text.size()));
    Lines lines;
    while (!page.empty()) {
      const std::string_view line = page.substr(0, page.find('\n'));
      page.remove_prefix(std::min(line.size() + 1, page.size()));
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.push_back(line);
    }
    pages.push_back(std::move(lines));
  }
  return pages;
}

/// A line as it would stand on every page: without digits and blanks.
std::string shape(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (c != ' ' && c != '\t' && !(c >= '0' && c <= '9')) out += c;
  }
  return out;
}

bool is_number_line(std::string_view line) {
  const std::string rest = shape(line);
  return rest.empty() || rest == "-" || rest == "--" || rest == "—" || rest == "——" ||
         rest == "–" || rest == "––" || rest == "/" || rest == "第页" || rest == "第页共页";
}

/// Without page numbers and lines that stand at the same edge of most pages.
std::string without_furniture(const std::vector<Lines>& pages) {
  constexpr std::size_t edge = 2;  // lines
  std::map<std::string, std::size_t> seen;
  for (const Lines& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i < edge || i + edge >= lines.size()) ++seen[shape(lines[i])];
    }
  }
  const auto is_running_head = [&](std::string_view line) {
    const auto found = seen.find(shape(line));
    return pages.size() > 2 && found != seen.end() && found->second * 2 > pages.size() &&
           found->second > 2;
  };
  std::string out;
  for (const Lines& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool first = i < edge;
      const bool last = i + edge >= lines.size();
      const bool outermost = i == 0 || i + 1 == lines.size();
      if (outermost && is_number_line(lines[i])) continue;
      if ((first || last) && is_running_head(lines[i])) continue;
      out += lines[i];
      out += '\n';
    }
    out += '\f';
  }
  return out;
}

}  // namespace

Result<std::string> pdf_text(std::string_view bytes, const Source& source, const Limits& limits,
                             const Deadline& deadline) {
  constexpr std::size_t tail = 4096;
  const std::string_view end = bytes.size() > tail ? bytes.substr(bytes.size() - tail) : bytes;
  if (end.find("%%EOF") == std::string_view::npos) {
    return document_fault(Errc::damaged_file, source,
                          "the PDF has no end mark, so it is cut; get the whole file");
  }
  ChildRun run;
  run.command = {"pdftotext", "-q", "-enc", "UTF-8", "-", "-"};
  run.input = bytes;
  run.memory = limits.helper_bytes;
  run.most_output = limits.unpacked_bytes;
  run.seconds = limits.seconds;
  const ChildResult result = run_child(run, deadline);
  switch (result.end) {
    case ChildResult::End::missing:
      return document_fault(Errc::missing_helper, source,
                            "a PDF needs the program pdftotext; install the package poppler-utils "
                            "(and poppler-data for Chinese)");
    case ChildResult::End::late:
      return out_of_time(source, limits);
    case ChildResult::End::too_much:
      return document_fault(Errc::too_large, source,
                            "holds more than " + megabytes(limits.unpacked_bytes) +
                                " of text; raise --limit unpacked=N");
    case ChildResult::End::killed:
      return document_fault(Errc::helper_failed, source,
                            "pdftotext was ended, perhaps by the memory limit; raise --limit "
                            "memory=N, or print the document anew");
    case ChildResult::End::exited:
      break;
  }
  if (result.status != 0) {
    const bool locked = result.errors.find("password") != std::string::npos ||
                        result.errors.find("permission") != std::string::npos || result.status == 3;
    return document_fault(locked ? Errc::unsupported_format : Errc::damaged_file, source,
                          locked ? "is locked with a password; save it without"
                                 : "pdftotext cannot read it, the PDF is damaged; get the whole "
                                   "file");
  }
  if (result.output.find_first_not_of(" \n\r\t\f") == std::string::npos) {
    return document_fault(Errc::no_text_layer, source,
                          "its pages are pictures without text; run OCR on it (ocrmypdf with "
                          "chi_sim) and read the result");
  }
  return without_furniture(pages_of(result.output));
}

}  // namespace noticekit
