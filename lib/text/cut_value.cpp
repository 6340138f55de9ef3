// A telephone number or mail address that a line end cut in two. Part of reflow.hpp.
#include <algorithm>
#include <string_view>

#include "text/reflow.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_digit_at(std::string_view s, std::size_t i) {
  return i < s.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s[i]));
}

std::size_t digits_from(std::string_view s, std::size_t i = 0) {
  std::size_t n = 0;
  while (is_digit_at(s, i + n)) ++n;
  return n;
}

std::size_t digits_before(std::string_view s, std::size_t end) {
  std::size_t n = 0;
  while (n < end && is_digit_at(s, end - n - 1)) ++n;
  return n;
}

/// Bytes of the dash at `i`, as stands in telephone numbers; 0 where there is none.
std::size_t dash_length(std::string_view s, std::size_t i) {
  for (const std::string_view dash : {"-", "—", "－", "–", "―"}) {
    if (s.substr(std::min(i, s.size()), dash.size()) == dash) return dash.size();
  }
  return 0;
}

/// Bytes of the dash that ends at `end`; 0 where there is none.
std::size_t dash_before(std::string_view s, std::size_t end) {
  if (end == 0) return 0;
  const std::size_t begin = utf8::before(s, end);
  return dash_length(s, begin) == end - begin ? end - begin : 0;
}

bool is_area_code(std::string_view s, std::size_t end) {
  const std::size_t n = digits_before(s, end);
  return (n == 3 || n == 4) && s[end - n] == '0';
}

bool is_local_number(std::size_t digits) { return digits == 7 || digits == 8; }

/// 0000-|5550000, 0000-555|0000, 0000|-5550000, 00|00-5550000.
bool cuts_telephone(std::string_view words, std::string_view next) {
  const std::size_t tail = digits_before(words, words.size());
  const std::size_t head = digits_from(next);
  const std::size_t dash = dash_before(words, words.size() - tail);
  // A whole number may stand before the number of a row: 0000-5550000|1
  if (dash != 0 && tail < 7 && is_area_code(words, words.size() - tail - dash))
    return head > 0 && is_local_number(tail + head);
  if (tail == 0 || tail > 4 || words[words.size() - tail] != '0') return false;
  const std::size_t apart = dash_length(next, head);
  return apart != 0 && (tail + head == 3 || tail + head == 4) &&
         is_local_number(digits_from(next, head + apart));
}

bool is_mail_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Letters, digits and the signs between them.
bool is_mail_part(char c) { return is_mail_letter(c) || c == '.' || c == '_' || c == '-'; }

std::size_t mail_part_from(std::string_view s, std::size_t i) {
  std::size_t n = 0;
  while (i + n < s.size() && is_mail_part(s[i + n])) ++n;
  return n;
}

bool is_at(std::string_view s, std::size_t i) { return i < s.size() && s[i] == '@'; }

/// A label's end before the part of an address: 邮箱：
bool follows_label(std::string_view s, std::size_t begin) {
  if (begin == 0) return false;
  const char32_t c = utf8::at(s, utf8::before(s, begin));
  return c == U'：' || c == U':' || c == U'为';
}

/// some_|body@example.com, somebody|@example.com, somebody@|example.com, somebody@exam|ple.com.
bool cuts_mail(std::string_view words, std::string_view next) {
  std::size_t tail = 0;
  while (tail < words.size() && is_mail_part(words[words.size() - tail - 1])) ++tail;
  const std::size_t begin = words.size() - tail;
  const std::size_t head = mail_part_from(next, 0);
  if (begin > 0 && words[begin - 1] == '@') {  // in the domain, or just before it
    if (begin < 2 || !is_mail_letter(words[begin - 2]) || head == 0 || is_at(next, head))
      return false;
    const std::string_view known = words.substr(begin);
    const std::string_view rest = next.substr(0, head);
    if (!known.empty() && !is_mail_letter(known.back())) return is_mail_letter(rest[0]);
    return known.find('.') == std::string_view::npos && rest.find('.') != std::string_view::npos &&
           rest.substr(0, 4) != "www.";
  }
  if (tail == 0 || !is_at(next, head) || mail_part_from(next, head + 1) == 0) return false;
  return head == 0 || !is_mail_letter(words.back()) || follows_label(words, begin);
}

}  // namespace

bool cuts_value(std::string_view words, std::string_view next) {
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const bool dashed = dash_before(words, words.size()) != 0 || dash_length(next, 0) != 0;
  if (!dashed && (!ascii(words.back()) || !ascii(next.front()))) return false;
  return cuts_telephone(words, next) || cuts_mail(words, next);
}

}  // namespace noticekit
