// What a line that is only a page number looks like. Part of reflow.hpp.
#include <string>

#include "text/reflow.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_dash(char32_t c) {
  return c == U'-' || c == U'—' || c == U'–' || c == U'－' || c == U'―' || c == U'·' || c == U'•' ||
         c == U'~';
}

/// One letter a character: d a number of up to three digits, - dashes, others as they are; blanks
/// left out. Empty where the line holds anything a page number does not.
std::u32string shape(std::string_view s) {
  std::u32string out;
  int digits = 0;
  for (std::size_t i = 0; i < s.size(); i += utf8::length(static_cast<unsigned char>(s[i]))) {
    const char32_t c = utf8::at(s, i);
    const bool digit = utf8::is_ascii_digit(c);
    digits = digit ? digits + 1 : 0;
    if (digits > 3) return {};
    if (digit) {
      if (digits == 1) out += U'd';
    } else if (is_dash(c)) {
      if (out.empty() || out.back() != U'-') out += U'-';
    } else if (c == U'第' || c == U'页' || c == U'共' || c == U'/') {
      out += c;
    } else if (c != U' ' && c != U'\u3000' && c != U'，' && c != U',') {
      return {};
    }
  }
  return out;
}

}  // namespace

PageNumber page_number(std::string_view s) {
  if (s.empty() || s.size() > 40) return PageNumber::no;
  const char32_t first = utf8::at(s, 0);
  if (!utf8::is_ascii_digit(first) && !is_dash(first) && first != U'第' && first != U'共') {
    return PageNumber::no;
  }
  std::u32string form = shape(s);
  const bool framed = form.size() > 2 && form.front() == U'-' && form.back() == U'-';
  if (framed) form = form.substr(1, form.size() - 2);
  if (form == U"d" || form == U"d/d") return framed ? PageNumber::sure : PageNumber::perhaps;
  for (const char32_t* sure :
       {U"第d页", U"第d页共d页", U"第d页/共d页", U"共d页第d页", U"第d/d页", U"d页", U"d/d页"}) {
    if (form == sure) return form.front() == U'd' ? PageNumber::perhaps : PageNumber::sure;
  }
  return PageNumber::no;
}

}  // namespace noticekit
