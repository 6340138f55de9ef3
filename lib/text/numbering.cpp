#include "text/numbering.hpp"

#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  return digits.find(c) != std::u32string_view::npos;
}

/// End of at most `most` digits from `i` on, all Chinese or all ASCII.
std::size_t digits_end(std::string_view s, std::size_t i, int most) {
  const bool chinese = is_chinese_digit(utf8::at(s, i));
  for (int n = 0; n < most; ++n) {
    const char32_t c = utf8::at(s, i);
    if (chinese ? !is_chinese_digit(c) : !utf8::is_ascii_digit(c)) break;
    i += chinese ? 3 : 1;
  }
  return i;
}

}  // namespace

std::size_t numbering_length(std::string_view s) {
  const char32_t c = utf8::at(s, 0);
  if (c == U'（' || c == U'(') {
    const std::size_t from = c == U'(' ? 1 : 3;
    const std::size_t i = digits_end(s, from, 3);
    const char32_t close = utf8::at(s, i);
    if (i == from || (close != U'）' && close != U')')) return 0;
    return i + (close == U')' ? 1 : 3);
  }
  if (utf8::is_ascii_digit(c)) {
    const std::size_t i = digits_end(s, 0, 2);
    const char32_t stop = utf8::at(s, i);
    if (stop == U'）' || stop == U')') return i + (stop == U')' ? 1 : 3);
    if (stop != U'.' && stop != U'．' && stop != U'、') return 0;
    const std::size_t end = i + (stop == U'.' ? 1 : 3);
    return utf8::is_ascii_digit(utf8::at(s, end)) ? 0 : end;
  }
  if (c >= U'①' && c <= U'⑳') return 3;
  if (is_chinese_digit(c)) {
    const std::size_t i = digits_end(s, 0, 3);
    return utf8::at(s, i) == U'、' ? i + 3 : 0;
  }
  if (c == U'第') {
    const std::size_t i = digits_end(s, 3, 3);
    const char32_t unit = utf8::at(s, i);
    return i > 3 && (unit == U'条' || unit == U'章' || unit == U'节') ? i + 3 : 0;
  }
  return 0;
}

std::size_t item_length(std::string_view s) {
  const char32_t c = utf8::at(s, 0);
  if (is_chinese_digit(c)) {
    const std::size_t i = digits_end(s, 0, 3);
    const char32_t stop = utf8::at(s, i);
    return stop == U'是' || stop == U'，' ? i + 3 : 0;
  }
  if (c == U'第') {
    const std::size_t i = digits_end(s, 3, 2);
    const char32_t stop = utf8::at(s, i);
    return i > 3 && (stop == U'，' || stop == U'、' || stop == U',') ? i + (stop == U',' ? 1 : 3)
                                                                     : 0;
  }
  if (s.size() < 7) return 0;
  const std::string_view two = s.substr(0, 6);
  const char32_t stop = utf8::at(s, 6);
  if (stop != U'，' && stop != U',') return 0;
  for (const char* word : {"首先", "其次", "再次", "最后"}) {
    if (two == word) return 6 + (stop == U',' ? 1 : 3);
  }
  return 0;
}

}  // namespace noticekit
