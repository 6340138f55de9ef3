#include "report/page/html.hpp"

namespace noticekit::page {

void put_text(std::string& out, std::string_view words) {
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
      out += "\xEF\xBF\xBD";
    } else {
      out += c;
    }
  }
}

std::string text(std::string_view words) {
  std::string out;
  put_text(out, words);
  return out;
}

void put_element(std::string& out, std::string_view name, std::string_view css,
                 std::string_view words) {
  out += '<';
  out += name;
  if (!css.empty()) {
    out += " class=\"";
    put_text(out, css);
    out += '"';
  }
  out += '>';
  put_text(out, words);
  out += "</";
  out += name;
  out += '>';
}

}  // namespace noticekit::page
