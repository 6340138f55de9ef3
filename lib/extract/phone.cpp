#include "extract/phone.hpp"

#include <array>
#include <string>

#include "extract/at.hpp"
#include "noticekit/values.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Bytes of what may stand between two groups of digits at `i`: one dash, blank or bracket.
std::size_t gap(std::string_view s, std::size_t i) {
  const char32_t c = utf8::at(s, i);
  if (c != U' ' && c != U'(' && c != U'（' && c != U')' && c != U'）' && !is_dash(c)) return 0;
  return utf8::length(static_cast<unsigned char>(s[i]));
}

/// Digits in groups, as they stand at one place.
struct Groups {
  std::string digits;
  std::array<std::size_t, 6> sizes{};
  std::array<std::size_t, 6> ends{};  // byte after each group
  std::size_t count = 0;
};

Groups groups_at(std::string_view s, std::size_t i) {
  Groups g;
  while (g.count < g.sizes.size() && is_digit(s, i)) {
    const std::size_t begin = i;
    while (is_digit(s, i)) ++i;
    g.digits += s.substr(begin, i - begin);
    g.sizes[g.count] = i - begin;
    g.ends[g.count++] = i;
    i += gap(s, i);
  }
  return g;
}

/// Whether `digits` are a mobile, fixed or service number of mainland China, without 86.
bool is_number(std::string_view digits) {
  const std::size_t n = digits.size();
  if (n == 11 && digits[0] == '1' && digits[1] >= '3') return true;
  if (digits[0] == '0') return n >= 10 && n <= 12;
  return n == 10 && (digits.substr(0, 3) == "400" || digits.substr(0, 3) == "800");
}

/// A word before the digits that says they are a telephone number.
bool is_labelled(std::string_view s, std::size_t i) {
  for (const std::string_view part : {"：", ":", "为", "是", " "}) {
    if (i >= part.size() && stands(s, i - part.size(), part)) i -= part.size();
  }
  for (const std::string_view word : {"电话", "热线", "传真", "手机", "座机", "號碼", "号码"}) {
    if (i >= word.size() && stands(s, i - word.size(), word)) return true;
  }
  return false;
}

/// Bytes of +86, 0086 or 86 with what parts it from the number at `i`; 0 where there is none.
std::size_t country(std::string_view s, std::size_t i) {
  for (const std::string_view code : {"+86", "0086", "86", "(+86)", "（+86）"}) {
    if (!stands(s, i, code)) continue;
    const std::size_t e = i + code.size();
    const std::size_t apart = gap(s, e);
    if (code == "86" && apart == 0) return is_digit(s, e + 10) && !is_digit(s, e + 11) ? 2 : 0;
    return code.size() + apart;
  }
  return 0;
}

/// -8012, 转8012, 转 8012 after the number that ends at `end`.
std::size_t extension(std::string_view s, std::size_t end) {
  std::size_t i = end;
  if (stands(s, i, "转") || stands(s, i, "轉")) {
    i += 3;
    for (const std::string_view word : {"分机", " "}) {
      if (stands(s, i, word)) i += word.size();
    }
  } else if (is_dash(utf8::at(s, i))) {
    i += gap(s, i);
  } else {
    return end;
  }
  std::size_t e = i;
  while (is_digit(s, e)) ++e;
  return e > i && e - i <= 5 ? e : end;
}

/// End of the telephone number that begins at `i`, told by its shape; 0 where there is none.
std::size_t shaped_end(std::string_view s, std::size_t i) {
  const std::size_t from = i + country(s, i);
  const std::size_t bracket = gap(s, from) != 0 && !is_dash(utf8::at(s, from)) ? gap(s, from) : 0;
  if (!is_digit(s, from + bracket)) return 0;
  const Groups g = groups_at(s, from + bracket);
  std::size_t digits = 0;
  for (std::size_t k = 0; k < g.count; ++k) {
    digits += g.sizes[k];
    if (is_number(std::string_view(g.digits).substr(0, digits))) {
      return extension(s, g.ends[k]);
    }
  }
  if ((g.sizes[0] == 7 || g.sizes[0] == 8) && is_labelled(s, i)) return extension(s, g.ends[0]);
  return 0;
}

}  // namespace

bool is_dash(char32_t c) {
  return c == U'-' || c == U'—' || c == U'–' || c == U'―' || c == U'－' || c == U'‐' || c == U'‑' ||
         c == U'~';
}

std::size_t phone_end(std::string_view s, std::size_t at) {
  std::size_t i = at;
  std::size_t end = at;
  int digits = 0;
  if (utf8::at(s, i) == U'（' || utf8::at(s, i) == U'(')
    i += utf8::length(static_cast<unsigned char>(s[i]));
  while (i < s.size()) {
    const char32_t c = utf8::at(s, i);
    if (utf8::is_ascii_digit(c)) {
      ++digits;
      end = i + 1;
    } else if (!(digits > 0 && (is_dash(c) || c == U'）' || c == U')'))) {
      break;
    }
    i += utf8::length(static_cast<unsigned char>(s[i]));
  }
  // 139 0000 0000, +86 13900000000, 0000-0000 000: groups parted by blanks, told by their shape.
  const bool goes_on = end > at && stands(s, end, " ") && is_digit(s, end + 1);
  if (digits < 7 || goes_on) {
    if (const std::size_t shaped = shaped_end(s, at); shaped > end) return shaped;
  }
  return digits >= 7 ? end : 0;
}

bool is_phone(std::string_view s, std::size_t at) {
  if (phone_end(s, at) == 0) return false;
  if (shaped_end(s, at) != 0) return true;
  if (!is_digit(s, at)) return false;
  const Groups g = groups_at(s, at);
  const bool year = g.digits.substr(0, 2) == "19" || g.digits.substr(0, 2) == "20";
  return g.count == 1 && (g.sizes[0] == 7 || (g.sizes[0] == 8 && !year));
}

std::vector<Span> find_phones(std::string_view text) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::at(text, i);
    const bool bracket = c == U'(' || c == U'（';
    if (!utf8::is_ascii_digit(c) && c != U'+' && !bracket) {
      i += utf8::length(static_cast<unsigned char>(text[i]));
      continue;
    }
    const std::size_t end = shaped_end(text, i);
    if (end != 0) {
      out.push_back({i, end});
      i = end;
    } else if (is_digit(text, i)) {
      while (is_digit(text, i)) ++i;
    } else {
      i += utf8::length(static_cast<unsigned char>(text[i]));
    }
  }
  return out;
}

}  // namespace noticekit
