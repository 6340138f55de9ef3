#include <algorithm>
#include <array>
#include <utility>

#include "noticekit/ingest.hpp"

namespace noticekit {
namespace {

constexpr std::array<std::pair<Format, const char*>, 8> names = {{{Format::txt, "txt"},
                                                                  {Format::html, "html"},
                                                                  {Format::docx, "docx"},
                                                                  {Format::pdf, "pdf"},
                                                                  {Format::doc, "doc"},
                                                                  {Format::rtf, "rtf"},
                                                                  {Format::zip, "zip"},
                                                                  {Format::tar_gz, "tar.gz"}}};

bool equals_ignoring_case(std::string_view a, std::string_view low) {
  return a.size() == low.size() && std::equal(a.begin(), a.end(), low.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? x + 32 : x) == y;
         });
}

/// The name of the tag that begins at `at`, which holds '<'; a NUL between the letters is UTF-16's.
std::string tag_at(std::string_view s, std::size_t at, std::size_t step) {
  std::string name;
  for (std::size_t i = at + step; i < s.size() && name.size() < 10; i += step) {
    const char c = s[i];
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '!' || c == '?' || c == '-' ||
          (c >= '0' && c <= '9' && !name.empty())))
      break;
    name += c;
  }
  return name;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view n) { return equals_ignoring_case(name, n); });
}

/// A page begins with a tag, or has the tags of a whole page near its start. Text that quotes a
/// letter in <> is none.
bool is_html(std::string_view head) {
  const bool wide =
      head.size() > 3 && (head[0] == '\0' || head[1] == '\0' || head.substr(0, 2) == "\xFF\xFE" ||
                          head.substr(0, 2) == "\xFE\xFF");
  const std::size_t step = wide ? 2 : 1;
  head = head.substr(0, 1024);
  bool at_start = true;
  std::size_t at = head.find('<');
  if (at == std::string_view::npos) return false;
  for (std::size_t i = 0; i < at; ++i) {
    const auto c = static_cast<unsigned char>(head[i]);
    at_start = at_start && (c <= ' ' || c >= 0xEF);  // blanks and byte order marks
  }
  for (; at != std::string_view::npos; at = head.find('<', at + 1)) {
    const std::string tag = tag_at(head, at, step);
    if (is_one_of(tag, {"html", "head", "body", "!doctype", "meta"})) return true;
    if (at_start && (tag.starts_with("!--") || tag == "?xml")) continue;
    if (at_start &&
        is_one_of(tag, {"p",    "div",  "table",  "title",   "script",  "style", "link",
                        "span", "font", "center", "h1",      "h2",      "h3",    "br",
                        "a",    "b",    "strong", "article", "section", "ul",    "form"}))
      return true;
    at_start = false;
  }
  return false;
}

}  // namespace

const char* format_name(Format format) {
  for (const auto& [f, name] : names) {
    if (f == format) return name;
  }
  return "unknown";
}

std::optional<Format> format_from_name(std::string_view name) {
  for (const auto& [f, n] : names) {
    if (name == n) return f;
  }
  return std::nullopt;
}

Format sniff_format(std::string_view head) {
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return Format::zip;
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Format::doc;
  if (head.starts_with("{\\rtf")) return Format::rtf;
  if (head.starts_with("\x1F\x8B")) return Format::tar_gz;
  // A PDF may have a few bytes before its mark.
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
  if (is_html(head)) return Format::html;
  const std::string_view start = head.substr(0, 256);
  for (const std::string_view picture : {"\x89PNG", "\xFF\xD8\xFF", "GIF8", "7z\xBC\xAF", "Rar!"}) {
    if (start.starts_with(picture)) return Format::unknown;
  }
  if (start.starts_with("MIME-Version:") || start.starts_with("From: <Saved by")) {
    return Format::unknown;
  }
  return Format::txt;
}

}  // namespace noticekit
