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
