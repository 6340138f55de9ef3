#include "extract/references.hpp"

#include "extract/at.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool opens_year(char32_t c) {
  return c == U'〔' || c == U'[' || c == U'【' || c == U'（' || c == U'(' || c == U'［';
}
bool closes_year(char32_t c) {
  return c == U'〕' || c == U']' || c == U'】' || c == U'）' || c == U')' || c == U'］';
}

/// End of the title that `open` opens, inner titles included; 0 where it is not closed within the
/// paragraph.
std::size_t title_end(const Sign* open) {
  int depth = 0;
  for (const Sign* s = open; s->at - open->at < 600 && !s->is(Sign::line_end); ++s) {
    if (s->is(Sign::open_title)) ++depth;
    if (s->is(Sign::close_title) && --depth == 0) return s->end();
  }
  return 0;
}

/// 〔2024〕7号 at `at`: where the year's bracket opens. Returns the end, or 0.
std::size_t number_tail(std::string_view s, std::size_t at) {
  if (!opens_year(utf8::at(s, at))) return 0;
  std::size_t i = at + utf8::length(static_cast<unsigned char>(s[at]));
  for (int n = 0; n < 4; ++n, ++i) {
    if (!is_digit(s, i)) return 0;
  }
  if (!closes_year(utf8::at(s, i))) return 0;
  i += utf8::length(static_cast<unsigned char>(s[i]));
  if (s.substr(i, 3) == "第") i += 3;
  const std::size_t digits = i;
  while (is_digit(s, i) && i - digits < 5) ++i;
  if (i == digits || s.substr(i, 3) != "号") return 0;
  return i + 3;
}

/// Back from the year's bracket over the issuing office's code: up to eight Han.
std::size_t code_begin(std::string_view s, std::size_t bracket, std::size_t from) {
  std::size_t b = bracket;
  for (int n = 0; n < 8 && b > from; ++n) {
    const std::size_t p = utf8::before(s, b);
    if (!utf8::is_han(utf8::at(s, p))) break;
    b = p;
  }
  return b;
}

}  // namespace

Field document_number_ending(std::string_view text, std::size_t end) {
  for (std::size_t p = end, n = 0; p > 0 && n < 16; ++n) {
    p = utf8::before(text, p);
    if (number_tail(text, p) != end) continue;
    const std::size_t b = code_begin(text, p, 0);
    if (b == p) return std::nullopt;
    return Span{b, end};
  }
  return std::nullopt;
}

void find_references(std::string_view s, const Signs& signs, std::vector<Reference>& out) {
  constexpr std::uint32_t brackets = Sign::open_square | Sign::open_round | Sign::open_narrow;
  std::size_t from = 0;  // where the last one ended
  for (const Sign* sign = signs.first(); sign->at < s.size(); ++sign) {
    if (!sign->is(brackets | Sign::open_title) || sign->at < from) continue;
    const std::size_t i = sign->at;
    if (sign->is(Sign::open_title)) {
      const std::size_t end = title_end(sign);
      if (end == 0) continue;
      Reference r;
      r.title = Span{i, end};
      r.span = *r.title;
      // （代字〔2024〕7号） or 代字〔2024〕7号 right after the title
      std::size_t at = end;
      if (opens_year(utf8::at(s, at))) at += utf8::length(static_cast<unsigned char>(s[at]));
      std::size_t bracket = at;
      for (int n = 0; n < 8 && utf8::is_han(utf8::at(s, bracket)); ++n) bracket += 3;
      if (const std::size_t tail = number_tail(s, bracket); tail != 0 && bracket > at) {
        r.number = Span{at, tail};
        r.span = Span{i, tail};
      }
      out.push_back(r);
      from = r.span.end.value;
      continue;
    }
    if (const std::size_t tail = number_tail(s, i); tail != 0) {
      const std::size_t b = code_begin(s, i, out.empty() ? 0 : out.back().span.end.value);
      if (b < i) {
        Reference r;
        r.number = Span{b, tail};
        r.span = *r.number;
        out.push_back(r);
      }
      from = tail;
    }
  }
}

}  // namespace noticekit
