#include "report/page/page.hpp"

#include "report/page/html.hpp"
#include "report/phrasing.hpp"
#include "report/writer.hpp"
#include "text/sha256.hpp"

namespace noticekit::page {
namespace {

int nibble(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// A digest as policies want it: base64 of what sha256 prints in hexadecimal.
std::string base64(const std::string& hex) {
  constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 6) {
    unsigned bits = 0;
    std::size_t have = 0;
    for (std::size_t k = 0; k < 6; k += 2) {
      const bool there = i + k + 1 < hex.size();
      bits = bits << 8 |
             (there ? static_cast<unsigned>(nibble(hex[i + k]) << 4 | nibble(hex[i + k + 1])) : 0U);
      have += there ? 1 : 0;
    }
    for (std::size_t k = 0; k < 4; ++k) out += k <= have ? digits[bits >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

void put_head(std::string& out, const std::string& title, Language lang) {
  out += "<!DOCTYPE html>\n<html lang=\"";
  out += lang == Language::en ? "en" : "zh-CN";
  out +=
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-";
  out += base64(sha256(style)) + "'; script-src 'sha256-" + base64(sha256(script)) + "'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"color-scheme\" content=\"light dark\">\n";
  out += "<meta name=\"robots\" content=\"noindex\">\n<title>" + text(title) + "</title>\n";
  out += std::string("<style>") + style + "</style>\n</head>\n";
}

bool is_number(const Cell& cell) { return std::holds_alternative<Decimal>(cell); }

void put_row(std::string& out, const Row& row, const Table& table, Language lang) {
  out += row.kind == RowKind::error       ? "<tr class=\"error\">"
         : row.kind == RowKind::uncounted ? "<tr class=\"uncounted\">"
                                          : "<tr>";
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    const std::string words = cell_words(row.cells[i]);
    out += "<td data-label=\"" + text(heading_of(table.columns[i], lang)) + "\"";
    if (is_number(row.cells[i])) out += " class=\"number\"";
    if (words.empty()) out += " class=\"empty\"";
    out += ">" + text(words) + "</td>";
  }
  out += "</tr>\n";
}

}  // namespace

void put_table(std::string& out, const Table& table, Language lang) {
  out += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(table.title) +
         "\"><table class=\"cards\">\n<caption>" + text(table.title) + "</caption>\n<thead><tr>";
  for (const Column& c : table.columns)
    out += "<th scope=\"col\">" + text(heading_of(c, lang)) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const Row& row : table.rows) {
    if (row.kind != RowKind::total) put_row(out, row, table, lang);
  }
  out += "</tbody>\n<tfoot>\n";
  for (const Row& row : table.rows) {
    if (row.kind == RowKind::total) put_row(out, row, table, lang);
  }
  out += "</tfoot></table></div>\n";
  if (table.notes.empty()) return;
  out += "<ul class=\"note\">";
  for (const std::string& note : table.notes) put_element(out, "li", "", note);
  out += "</ul>\n";
}

void put_page(std::string& out, const std::string& title, const std::string& lead,
              const std::vector<Section>& sections, Language lang) {
  put_head(out, title, lang);
  out += "<body>\n<a class=\"skip\" href=\"#main\">" +
         text(Phrasing{"跳到正文", "Skip to content"}.in(lang)) + "</a>\n<header>\n<h1>" +
         text(title) + "</h1>\n<p>" + text(lead) + "</p>\n";
  if (sections.size() > 1) {
    out += "<nav aria-label=\"" + text(Phrasing{"目录", "Contents"}.in(lang)) + "\"><ul>";
    for (const Section& s : sections)
      out += "<li><a href=\"#" + s.id + "\">" + text(s.heading) + "</a></li>";
    out += "</ul></nav>\n";
  }
  out += "</header>\n<main id=\"main\">\n";
  for (const Section& s : sections) {
    out += "<section id=\"" + s.id + "\" aria-labelledby=\"" + s.id + "-h\">\n<h2 id=\"" + s.id +
           "-h\">" + text(s.heading) + "</h2>\n" + s.body + "</section>\n";
  }
  out += std::string("</main>\n<script>") + script + "</script>\n</body>\n</html>\n";
}

}  // namespace noticekit::page
