#include "text/phrase_letters.hpp"

namespace noticekit::phrase {

char32_t fold_rare(char32_t c) {
  switch (c) {
    case U'，':
      return U',';
    case U'；':
      return U';';
    case U'：':
      return U':';
    case U'（':
      return U'(';
    case U'）':
      return U')';
    case U'“':
    case U'”':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'＂':
    case U'〝':
    case U'〞':
      return U'"';
    case U'‘':
    case U'’':
      return U'\'';
    case U'—':
    case U'–':
    case U'－':
    case U'―':
    case U'～':
    case U'〜':
      return U'-';
    case U'％':
      return U'%';
    case U'．':
      return U'.';
    case U'【':
    case U'〔':
    case U'［':
      return U'[';
    case U'】':
    case U'〕':
    case U'］':
      return U']';
    case U'？':
      return U'?';
    case U'！':
      return U'!';
    case U'＠':
      return U'@';
    case U'\u3000':
      return U' ';
    default:
      return c;
  }
}

bool is_numeral(char32_t c) {
  if (c < 0x80) return utf8::is_ascii_digit(c);
  switch (c) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'两':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿':
      return true;
    default:
      return false;
  }
}

std::size_t numeral_length(std::string_view s, std::size_t at) {
  std::size_t i = at;
  const auto digit = [&](std::size_t k) {
    return k < s.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s[k]));
  };
  if (digit(i)) {
    while (digit(i)) ++i;
    while (i < s.size() && s[i] == ',' && digit(i + 1) && digit(i + 2) && digit(i + 3) &&
           !digit(i + 4))
      i += 4;
    if (i < s.size() && s[i] == '.' && digit(i + 1)) {
      ++i;
      while (digit(i)) ++i;
    }
    return i - at;
  }
  for (char32_t c = utf8::at(s, i); c >= 0x80 && is_numeral(c); c = utf8::at(s, i)) i += 3;
  return i - at;
}

}  // namespace noticekit::phrase
