// Shares: 25%, 百分之五十, 六成五, 三八折, 2.4个百分点.
#include "extract/at.hpp"
#include "extract/figure.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::size_t blank(std::string_view s, std::size_t i) { return i < s.size() && s[i] == ' ' ? 1 : 0; }

class PercentAt {
 public:
  explicit PercentAt(std::string_view s) : s_(s) {}

  /// A percentage that begins at `i`; an empty span where there is none.
  [[nodiscard]] Percentage at(std::size_t i) const {
    Percentage p;
    if (of_hundred(i, p) || of_figure(i, p)) p.span.begin = TextOffset(i);
    return p;
  }

 private:
  /// 百分之五十, 万分之三, 万万分之七, 百分之百
  bool of_hundred(std::size_t i, Percentage& p) const {
    std::size_t e = i;
    int power = 0;
    for (int more = chinese_power(utf8::at(s_, e)); more >= 2;
         more = chinese_power(utf8::at(s_, e))) {
      power += more;
      e += 3;
      if (power > 12) return false;
    }
    if (power == 0 || !stands(s_, e, "分之")) return false;
    e += 6;
    e += blank(s_, e);
    const bool minus = is_minus(utf8::at(s_, e));
    if (minus) e += utf8::length(static_cast<unsigned char>(s_[e]));
    if (stands(s_, e, "百") && chinese_digit(utf8::at(s_, e + 3)) < 0) {
      p.percent = {100, 0};
      e += 3;
    } else {
      const auto n = read_numeral(s_.substr(e));
      if (!n) return false;
      p.percent = n->value;
      e += n->length;
    }
    if (minus) p.percent.units = -p.percent.units;
    p.span.end = TextOffset(e);
    return power >= 2 && scale_by(p.percent, 2 - power);
  }

  /// 25%, 4‰, 2.4个百分点, 六成五, 七五折
  bool of_figure(std::size_t i, Percentage& p) const {
    const auto n = read_numeral(s_.substr(i));
    if (!n) return false;
    p.percent = n->value;
    const std::size_t e = i + n->length;
    if (stands(s_, e, "%") || stands(s_, e, "％") || stands(s_, e, "﹪")) {
      const std::size_t end = e + utf8::length(static_cast<unsigned char>(s_[e]));
      const char32_t next = utf8::at(s_, end);
      // 30%25 in an address of the Web
      if (s_[e] == '%' && (utf8::is_ascii_digit(next) || is_ascii_letter(next))) return false;
      p.span.end = TextOffset(end);
      return true;
    }
    if (stands(s_, e, "‰")) {
      p.span.end = TextOffset(e + 3);
      return scale_by(p.percent, -1);
    }
    const std::size_t words = e + blank(s_, e);
    if (stands(s_, words, "个百分点") || stands(s_, words, "個百分點") ||
        stands(s_, words, "个百分點")) {
      p.points = true;
      p.span.end = TextOffset(words + 12);
      return true;
    }
    if (stands(s_, words, "成")) return tenths(i, words, p);
    if (stands(s_, words, "折")) return discount(words, p);
    return false;
  }

  /// 六成五; 三成员 and 第三成 are none.
  bool tenths(std::size_t i, std::size_t at, Percentage& p) const {
    if (i >= 3 && stands(s_, i - 3, "第")) return false;
    if (p.percent.units < 0 || to_whole(p.percent) > 10) return false;
    std::size_t e = at + 3;
    const char32_t next = utf8::at(s_, e);
    constexpr std::u32string_view words = U"立员果效本功绩都长分就品年套人语交因为熟型片像";
    if (words.find(next) != std::u32string_view::npos) return false;
    if (!scale(p.percent, 1)) return false;
    if (const int d = chinese_digit(next); d > 0 && p.percent.places == 0) {
      p.percent.units += d;
      e += 3;
    }
    p.span.end = TextOffset(e);
    return true;
  }

  /// 八折 is 80, 七五折 and 75折 are 75, 六点五折 is 65.
  bool discount(std::size_t at, Percentage& p) const {
    const char32_t next = utf8::at(s_, at + 3);
    constexpr std::u32string_view words = U"叠线扣页射断腰合算旧";
    if (words.find(next) != std::u32string_view::npos) return false;
    if (to_whole(p.percent) > 99 || p.percent.units <= 0) return false;
    if (to_whole(p.percent) < 10 && !scale(p.percent, 1)) return false;
    p.span.end = TextOffset(at + 3);
    return true;
  }

  static std::int64_t to_whole(Decimal d) {
    for (; d.places > 0; --d.places) d.units /= 10;
    return d.units;
  }

  static bool scale_by(Decimal& d, int power) {
    return power >= 0 ? scale(d, power) : divide(d, -power);
  }

  static bool is_minus(char32_t c) { return c == U'-' || c == U'－' || c == U'负' || c == U'負'; }

  std::string_view s_;
};

}  // namespace

std::vector<Percentage> find_percentages(std::string_view text) {
  std::vector<Percentage> out;
  const PercentAt reader(text);
  std::uint32_t free = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t step = utf8::length(static_cast<unsigned char>(text[i]));
    const char32_t c = utf8::at(text, i);
    if ((!begins_figure(c) && chinese_power(c) == 0) || within_figure(text, i)) {
      i += step;
      continue;
    }
    Percentage p = reader.at(i);
    if (p.span.empty() || p.span.end.value <= i) {
      i += step;
      continue;
    }
    if (const std::size_t sign = sign_begin(text, i); sign < i && sign >= free) {
      p.span.begin = TextOffset(sign);
      p.percent.units = -p.percent.units;
    }
    i = free = p.span.end.value;
    out.push_back(p);
  }
  return out;
}

}  // namespace noticekit
