#include "extract/figure.hpp"

#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_chinese(char32_t c) { return chinese_digit(c) >= 0 || chinese_power(c) != 0; }

bool is_minus(char32_t c) { return c == U'-' || c == U'－' || c == U'−'; }

}  // namespace

bool begins_figure(char32_t c) {
  return utf8::is_ascii_digit(c) || chinese_digit(c) >= 0 || chinese_power(c) == 1 || c == U'廿' ||
         c == U'卅';
}

bool within_figure(std::string_view s, std::size_t i) {
  if (i == 0) return false;
  const char32_t c = utf8::at(s, utf8::before(s, i));
  return utf8::is_ascii_digit(c) || is_letter(c) || c == U'%' || c == U'=' || is_chinese(c);
}

std::size_t figure_gap(std::string_view s, std::size_t i) {
  const char32_t c = i < s.size() ? utf8::at(s, i) : U'\0';
  const bool blank = c == U' ' || c == U'\u00A0' || c == U'\u3000' || c == U'\u202F' ||
                     c == U'\u205F' || (c >= U'\u2000' && c <= U'\u200A');
  return blank ? utf8::length(static_cast<unsigned char>(s[i])) : 0;
}

bool continues_figure(std::string_view s, std::size_t i) {
  if (i == 0 || i >= s.size() || !utf8::is_ascii_digit(static_cast<unsigned char>(s[i])))
    return false;
  std::size_t p = utf8::before(s, i);
  const char32_t c = utf8::at(s, p);
  if (utf8::is_ascii_digit(c)) return true;
  const auto digit_before = [&](std::size_t at) {
    return at > 0 && utf8::is_ascii_digit(static_cast<unsigned char>(s[at - 1]));
  };
  if (!digit_before(p)) return false;
  if (c == U'.' || c == U'．' || c == U',') return true;
  if (figure_gap(s, p) == 0) return false;
  // 3 456元: thousands, or the last digits of another figure.
  std::size_t left = p;
  while (digit_before(left)) --left;
  std::size_t right = i;
  while (right < s.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s[right]))) ++right;
  return p - left <= 3 && right - i == 3;
}

bool figure_continues(std::string_view s, std::size_t end) {
  if (end >= s.size()) return false;
  const std::size_t next = end + utf8::length(static_cast<unsigned char>(s[end]));
  return continues_figure(s, end) || continues_figure(s, next);
}

std::size_t sign_begin(std::string_view s, std::size_t i) {
  if (i == 0) return i;
  const std::size_t p = utf8::before(s, i);
  const char32_t c = utf8::at(s, p);
  if (c == U'负' || c == U'負') return p;
  if (!is_minus(c)) return i;
  const char32_t left = p == 0 ? 0 : utf8::at(s, utf8::before(s, p));
  const bool joins = utf8::is_ascii_digit(left) || is_letter(left) || is_chinese(left) ||
                     left == U'%' || left == U'％' || left == U'成' || left == U'元' ||
                     is_minus(left);
  return joins ? i : p;
}

}  // namespace noticekit
