#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>
#include <vector>

#include "ingest/child.hpp"
#include "ingest/faults.hpp"
#include "ingest/helpers.hpp"
#include "text/numbering.hpp"
#include "text/utf8.hpp"

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

/// Lines without page numbers and without what stands at the same edge of most pages.
Lines without_furniture(const std::vector<Lines>& pages) {
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
  Lines out;
  for (const Lines& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool outermost = i == 0 || i + 1 == lines.size();
      if (outermost && is_number_line(lines[i])) continue;
      if ((i < edge || i + edge >= lines.size()) && is_running_head(lines[i])) continue;
      out.push_back(lines[i]);
    }
  }
  return out;
}

/// Columns that words take: two for Chinese, one for ASCII, none for the blanks that justify a
/// line.
std::size_t columns(std::string_view s) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < s.size();) {
    const auto c = static_cast<unsigned char>(s[i]);
    n += c <= ' ' ? 0 : c < 0x80 ? 1 : 2;
    i += utf8::length(c);
  }
  return n;
}

/// What a line would have had to take in from the next one: a word, or a character with the marks
/// that may not begin a line.
std::string_view first_word(std::string_view s) {
  std::size_t i = 0;
  while (i < s.size() && s[i] > ' ' && s[i] < 0x7F) ++i;
  if (i == 0 && !s.empty()) i = utf8::length(static_cast<unsigned char>(s[0]));
  constexpr std::u32string_view never_first = U"，。；：、！？）》”’】〕";
  while (i < s.size() && never_first.find(utf8::at(s, i)) != std::u32string_view::npos) i += 3;
  return s.substr(0, std::min(i, s.size()));
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a line begins with a label such as 整改情况：, up to ten Han and a colon, and goes on.
bool begins_label(std::string_view s) {
  std::size_t i = 0;
  for (int n = 0; n <= 10 && i < s.size(); ++n) {
    const char32_t c = utf8::at(s, i);
    if (c == U'：' || c == U':') return n >= 2;
    if (!utf8::is_han(c)) return false;
    i += utf8::length(static_cast<unsigned char>(s[i]));
  }
  return false;
}

bool ends_with_any(std::string_view line, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return line.ends_with(mark); });
}

bool ends_sentence(std::string_view line) {
  return ends_with_any(line, {"。", "；", "：", "！", "？", ";", ":", "”", "）"});
}

bool ends_paragraph(std::string_view line) {
  return ends_with_any(line, {"。", "；", "！", "？", ";", ".", "”", "）"});
}

/// Paragraphs again: a line goes on with the next one where nothing more would have fitted, unless
/// that one shows that it begins something.
class Paragraphs {
 public:
  explicit Paragraphs(const Lines& lines) : lines_(lines) {
    for (const std::string_view l : lines) widths_.push_back(columns(l));
    std::vector<std::size_t> sorted = widths_;
    std::sort(sorted.begin(), sorted.end());
    full_ = sorted.empty() ? 0 : sorted[sorted.size() * 9 / 10];
  }

  [[nodiscard]] std::string text() const {
    std::string out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      out += lines_[i];
      if (!goes_on(i)) {
        out += '\n';
      } else if (is_word_character(out.back()) && is_word_character(lines_[i + 1].front())) {
        out += ' ';
      }
    }
    return out;
  }

 private:
  [[nodiscard]] bool is_full(std::size_t columns) const { return columns * 100 > full_ * 97; }

  [[nodiscard]] bool goes_on(std::size_t i) const {
    constexpr std::size_t narrowest = 40;  // columns of a page of prose
    if (i + 1 == lines_.size() || full_ < narrowest) return false;
    const std::string_view next = lines_[i + 1];
    if (numbering_length(next) != 0 || !is_full(widths_[i] + columns(first_word(next))))
      return false;
    if (!ends_sentence(lines_[i])) return true;
    // A paragraph ended where its line did, by chance: before a label, and before a short line
    // that ends as no paragraph does, a headline, a signature, the words before a list.
    return !begins_label(next) && (is_full(widths_[i + 1]) || ends_paragraph(next));
  }

  const Lines& lines_;
  std::vector<std::size_t> widths_;
  std::size_t full_ = 0;  // columns of a line that is full
};

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
  const Lines lines = without_furniture(pages_of(result.output));
  return Paragraphs(lines).text();
}

}  // namespace noticekit
