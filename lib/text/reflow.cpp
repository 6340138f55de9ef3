#include "text/reflow.hpp"

#include <array>
#include <initializer_list>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool starts(std::string_view s, std::string_view what) { return s.substr(0, what.size()) == what; }

bool is_chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  return digits.find(c) != std::u32string_view::npos;
}

/// 一、 （一） 1. （1） ① 第一， 一是 首先，: a line that begins something of its own.
bool begins_item(std::string_view s) {
  const char32_t c = utf8::at(s, 0);
  if (c == U'（' || c == U'(') {
    std::size_t i = c == U'(' ? 1 : 3;
    const std::size_t from = i;
    while (i < s.size() &&
           (is_chinese_digit(utf8::at(s, i)) || utf8::is_ascii_digit(utf8::at(s, i)))) {
      i += utf8::length(static_cast<unsigned char>(s[i]));
    }
    const char32_t close = utf8::at(s, i);
    return i > from && (close == U'）' || close == U')');
  }
  if (utf8::is_ascii_digit(c)) {
    std::size_t i = 1;
    while (i < s.size() && utf8::is_ascii_digit(utf8::at(s, i))) ++i;
    const char32_t stop = utf8::at(s, i);
    if (i > 2 || (stop != U'.' && stop != U'．' && stop != U'、')) return false;
    return !utf8::is_ascii_digit(utf8::at(s, i + (stop == U'.' ? 1 : 3)));
  }
  if (c >= U'①' && c <= U'⑳') return true;
  if (is_chinese_digit(c)) {
    std::size_t i = 3;
    while (is_chinese_digit(utf8::at(s, i)) && i < 9) i += 3;
    const char32_t stop = utf8::at(s, i);
    return stop == U'、' || stop == U'是' || stop == U'，';
  }
  if (c == U'第' && is_chinese_digit(utf8::at(s, 3))) {
    const char32_t stop = utf8::at(s, 6);
    return stop == U'，' || stop == U'、' || stop == U'条' || stop == U'章' || stop == U'节';
  }
  for (const char* word :
       {"首先，", "其次，", "再次，", "最后，", "附件", "附表", "附：", "注：", "备注"}) {
    if (starts(s, word)) return true;
  }
  return false;
}

/// 整改措施：, 【整改情况】: up to ten characters before a colon or in brackets at the start.
bool begins_label(std::string_view s) {
  const char32_t first = utf8::at(s, 0);
  if (first == U'【' || first == U'[') return true;
  std::size_t i = 0;
  for (int n = 0; n <= 10 && i < s.size(); ++n) {
    const char32_t c = utf8::at(s, i);
    if (c == U'：' || c == U':') return n >= 2;
    if (!utf8::is_han(c)) return false;
    i += 3;
  }
  return false;
}

/// 针对…, 关于“…: how the next finding begins; 欢迎…: how the closing begins.
bool begins_paragraph(std::string_view s) {
  constexpr std::array words = {"针对“",    "关于“", "欢迎",     "如有意见",  "特此",
                                "联系电话", "中共",  "下一步，", "截至目前，"};
  for (const char* word : words) {
    if (starts(s, word)) return true;
  }
  return false;
}

/// 2024年6月12日 and nothing else.
bool is_date_line(std::string_view s) {
  if (s.size() > 48) return false;
  const auto year = s.find("年");
  const auto month = s.find("月");
  return year != std::string_view::npos && month != std::string_view::npos && year < month &&
         s.size() >= 3 && s.substr(s.size() - 3) == "日" && s.find("，") == std::string_view::npos;
}

bool is_final(char32_t c) {
  switch (c) {
    case U'。':
    case U'；':
    case U';':
    case U'：':
    case U':':
    case U'！':
    case U'!':
    case U'？':
    case U'?':
    case U'”':
    case U'）':
    case U')':
    case U'》':
    case U'】':
    case U']':
    case U'…':
    case U'.':
    case U'"':
      return true;
    default:
      return false;
  }
}

bool contains_any(std::string_view s, std::initializer_list<const char*> words) {
  for (const char* w : words) {
    if (s.find(w) != std::string_view::npos) return true;
  }
  return false;
}

/// Opening marks without their closing ones.
bool is_open(std::string_view s) {
  int quotes = 0;
  int titles = 0;
  int brackets = 0;
  for (std::size_t i = 0; i < s.size(); i += utf8::length(static_cast<unsigned char>(s[i]))) {
    switch (utf8::at(s, i)) {
      case U'“':
        ++quotes;
        break;
      case U'”':
        --quotes;
        break;
      case U'《':
        ++titles;
        break;
      case U'》':
        --titles;
        break;
      case U'（':
        ++brackets;
        break;
      case U'）':
        --brackets;
        break;
      default:
        break;
    }
  }
  return quotes > 0 || titles > 0 || brackets > 0;
}

bool at_least(std::string_view s, std::size_t characters) {
  return s.size() >= characters && utf8::count(s) >= characters;
}

}  // namespace

bool is_page_number(std::string_view s) {
  if (s.empty() || s.size() > 36) return false;
  bool digit = false;
  for (std::size_t i = 0; i < s.size(); i += utf8::length(static_cast<unsigned char>(s[i]))) {
    const char32_t c = utf8::at(s, i);
    switch (c) {
      case U'-':
      case U'—':
      case U'–':
      case U'－':
      case U'―':
      case U' ':
      case U'\u3000':
      case U'第':
      case U'页':
      case U'共':
      case U'/':
      case U'·':
      case U'\u00A0':
        break;
      default:
        if (!utf8::is_ascii_digit(c)) return false;
        digit = true;
    }
  }
  return digit && s.size() - utf8::count(s) < 24 && utf8::count(s) <= 14;
}

bool continues(std::string_view paragraph, std::string_view line, bool indented) {
  if (paragraph.empty() || line.empty() || indented) return false;
  const char32_t last = utf8::at(paragraph, utf8::before(paragraph, paragraph.size()));
  const char32_t first = utf8::at(line, 0);
  // No line begins with these: what stands before was cut.
  const bool orphan = first == U'，' || first == U'、' || first == U'。' || first == U'；' ||
                      first == U'”' || first == U'）' || first == U'》';
  if (paragraph.find('\t') != std::string_view::npos || line.find('\t') != std::string_view::npos)
    return false;
  if (orphan) return true;
  if (is_final(last)) return false;
  if (begins_item(line) || begins_label(line) || begins_paragraph(line) || is_date_line(line))
    return false;
  const bool numbered = begins_item(paragraph) && paragraph.find("是") != 3;
  if (numbered && paragraph.find("。") == std::string_view::npos) return is_open(paragraph);
  if (contains_any(paragraph.substr(paragraph.size() > 120 ? paragraph.size() - 120 : 0),
                   {"联系电话", "监督电话", "邮政编码", "电子邮箱", "责任领导", "责任部门",
                    "责任人", "整改时限"})) {
    return false;
  }
  if (last == U'，' || last == U'、' || last == U',') return at_least(paragraph, 8);
  return at_least(paragraph, 20) && contains_any(paragraph, {"，", "。", "、", "；", ",", ";"});
}

}  // namespace noticekit
