#include "ingest/number_format.hpp"

#include <array>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

std::string encode(char32_t c) {
  std::string out;
  utf8::append(out, c);
  return out;
}

using Digits = std::array<const char*, 10>;
constexpr Digits plain = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits simplified_legal = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits traditional_legal = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};

/// 十一, 二十, 一百零一; `places` are the words for ten, hundred, thousand. Larger numbers than
/// 9,999 do not occur in lists.
std::string counted(unsigned n, const Digits& digits, std::array<const char*, 3> places,
                    const char* zero, bool bare_ten) {
  if (n == 0) return zero;
  if (n > 9999) return std::to_string(n);
  std::string out;
  bool gap = false;
  unsigned unit = 1000;
  for (int place = 3; place >= 0; --place, unit /= 10) {
    const unsigned d = n / unit % 10;
    if (d == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += zero;
    gap = false;
    const bool leading_ten = bare_ten && d == 1 && place == 1 && out.empty();
    if (!leading_ten) out += digits[d];
    if (place > 0) out += places[static_cast<std::size_t>(place) - 1];
  }
  return out;
}

std::string digit_by_digit(unsigned n, const Digits& digits) {
  std::string out;
  for (const char c : std::to_string(n)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

/// a, b … z, aa, bb: Word repeats the letter.
std::string letters(unsigned n, char first) {
  if (n == 0 || n > 780) return std::to_string(n);
  return std::string((n - 1) / 26 + 1, static_cast<char>(first + (n - 1) % 26));
}

std::string roman(unsigned n, bool upper) {
  if (n == 0 || n > 3999) return std::to_string(n);
  constexpr std::array<std::pair<unsigned, const char*>, 13> steps = {{{1000, "M"},
                                                                       {900, "CM"},
                                                                       {500, "D"},
                                                                       {400, "CD"},
                                                                       {100, "C"},
                                                                       {90, "XC"},
                                                                       {50, "L"},
                                                                       {40, "XL"},
                                                                       {10, "X"},
                                                                       {9, "IX"},
                                                                       {5, "V"},
                                                                       {4, "IV"},
                                                                       {1, "I"}}};
  std::string out;
  for (const auto& [value, sign] : steps) {
    for (; n >= value; n -= value) out += sign;
  }
  if (!upper) {
    for (char& c : out) c = static_cast<char>(c + 32);
  }
  return out;
}

/// The nth of a row of characters; decimal behind its end.
std::string from_row(unsigned n, std::u32string_view row) {
  return n >= 1 && n <= row.size() ? encode(row[n - 1]) : std::to_string(n);
}

}  // namespace

std::string format_number(unsigned n, std::string_view name) {
  if (name == "none" || name == "bullet") return {};
  if (name == "chineseCounting" || name == "chineseCountingThousand" ||
      name == "japaneseCounting" || name == "taiwaneseCountingThousand" ||
      name == "taiwaneseCounting" || name == "koreanCounting")
    return counted(n, plain, {"十", "百", "千"}, "零", true);
  if (name == "ideographDigital" || name == "japaneseDigitalTenThousand" ||
      name == "taiwaneseDigital")
    return n <= 10 && n > 0 ? from_row(n, U"一二三四五六七八九十") : digit_by_digit(n, plain);
  if (name == "chineseLegalSimplified")
    return counted(n, simplified_legal, {"拾", "佰", "仟"}, "零", false);
  if (name == "ideographLegalTraditional")
    return counted(n, traditional_legal, {"拾", "佰", "仟"}, "零", false);
  if (name == "ideographTraditional") return from_row(n, U"甲乙丙丁戊己庚辛壬癸");
  if (name == "ideographZodiac") return from_row(n, U"子丑寅卯辰巳午未申酉戌亥");
  if (name == "ideographEnclosedCircle") return from_row(n, U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉");
  if (name == "decimalEnclosedCircle" || name == "decimalEnclosedCircleChinese")
    return from_row(n, U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
  if (name == "decimalEnclosedParen") return from_row(n, U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");
  if (name == "decimalEnclosedFullstop") return from_row(n, U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛");
  if (name == "decimalZero") return std::string(n < 10 ? 1 : 0, '0').append(std::to_string(n));
  if (name == "decimalFullWidth" || name == "decimalFullWidth2") {
    std::string out;
    for (const char c : std::to_string(n)) out += encode(U'０' + static_cast<char32_t>(c - '0'));
    return out;
  }
  if (name == "upperLetter") return letters(n, 'A');
  if (name == "lowerLetter") return letters(n, 'a');
  if (name == "upperRoman") return roman(n, true);
  if (name == "lowerRoman") return roman(n, false);
  return std::to_string(n);
}

}  // namespace noticekit
