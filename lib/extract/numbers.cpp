// Every number of a text, with fractions and signs. Characters that only look like numbers are left
// out by what stands beside them.
#include <algorithm>

#include "extract/at.hpp"
#include "extract/figure.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

char32_t before(std::string_view s, std::size_t i) {
  return i == 0 ? 0 : utf8::at(s, utf8::before(s, i));
}

/// 壹 to 玖 and 拾, as on a cheque; alone they are mostly other words.
bool is_formal(char32_t c) { return is_one_of(c, U"壹贰貳叁參肆伍陆陸柒捌玖拾"); }

/// One character that is a part of a word: 四川, 一切, 统一, 十分, 陆地, 收拾.
bool is_word(std::string_view s, std::size_t i, std::size_t end) {
  const char32_t c = utf8::at(s, i);
  const char32_t left = before(s, i);
  const char32_t right = utf8::at(s, end);
  if (is_formal(c)) {
    const bool apart = !utf8::is_han(left) || left == U'是' || left == U'为' || left == U'第';
    return utf8::is_han(right) ? !is_one_of(right, U"元圆圓角分个") : !apart;
  }
  switch (c) {
    case U'一':
      return is_one_of(right, U"切般定致些直样樣旦律看起贯味向再体體同经旁瞬度齐") ||
             is_one_of(left, U"统統唯万专同单");
    case U'两':
    case U'兩':
      return right == c || left == c;
    case U'三':
      return stands(s, end, "农") || stands(s, end, "江源");
    case U'四':
      return is_one_of(right, U"川处周");
    case U'五':
      return stands(s, end, "台山") || stands(s, end, "金") || stands(s, end, "常委");
    case U'九':
      return is_one_of(right, U"江寨");
    case U'十':
      return right == U'足' || (right == U'分' && !stands(s, end, "分之")) || stands(s, end, "堰");
    default:
      return false;
  }
}

/// 九九, 三五: two digits in a row are a name or about so many.
bool is_pair(std::string_view s, std::size_t i, std::size_t length) {
  return length == 6 && chinese_digit(utf8::at(s, i)) > 0 &&
         chinese_digit(utf8::at(s, i + 3)) > 0 && !is_formal(utf8::at(s, i));
}

std::optional<Decimal> times(Decimal a, Decimal b) {
  std::int64_t units = 0;
  if (a.places != 0 || b.places != 0 || __builtin_mul_overflow(a.units, b.units, &units))
    return std::nullopt;
  return Decimal{units, 0};
}

class NumberAt {
 public:
  explicit NumberAt(std::string_view s) : s_(s) {}

  /// The number that begins at `i`; an empty span where there is none.
  [[nodiscard]] Number at(std::size_t i) const {
    Number out;
    if (half(i, out) || point_first(i, out)) return out;
    const auto n = read_numeral(s_.substr(i));
    if (!n) return {};
    const std::size_t end = i + n->length;
    out.span = {i, end};
    out.value = n->value;
    out.more = n->more;
    if (n->value.places == 0 && !n->more &&
        (fraction(end, n->value, out) || mixed(end, n->value, out)))
      return out;
    const bool one_character = n->length == 3;
    if ((one_character && is_word(s_, i, end)) || is_pair(s_, i, n->length)) return {};
    return out;
  }

 private:
  /// 半年, 半个, 一半; 上半年 and 半数 name no amount.
  bool half(std::size_t i, Number& out) const {
    const std::size_t at = stands(s_, i, "一半") ? i + 3 : i;
    if (!stands(s_, at, "半")) return false;
    const char32_t right = utf8::at(s_, at + 3);
    const bool alone = s_.size() == 3;
    if (at == i && !alone &&
        (!is_one_of(right, U"个個年月天日小") ||
         is_one_of(before(s_, i), U"上下前后後大过多夜各年月天个個点點")))
      return false;
    out.span = {i, at + 3};
    out.value = {5, 1};
    return true;
  }

  /// .5
  bool point_first(std::size_t i, Number& out) const {
    if (s_[i] != '.' || !utf8::is_ascii_digit(utf8::at(s_, i + 1))) return false;
    const char32_t left = before(s_, i);
    if (left == U'.' || utf8::is_ascii_digit(left) || within_figure(s_, i)) return false;
    std::size_t e = i + 1;
    while (utf8::is_ascii_digit(utf8::at(s_, e))) ++e;
    if (s_[std::min(e, s_.size() - 1)] == '.') return false;
    const auto value = parse_decimal("0" + std::string(s_.substr(i, e - i)));
    if (!value) return false;
    out.span = {i, e};
    out.value = *value;
    return true;
  }

  /// 三分之一, 3/5: `n` was read before `e`.
  bool fraction(std::size_t e, Decimal n, Number& out) const {
    const bool words = stands(s_, e, "分之");
    const bool slash = stands(s_, e, "/") || stands(s_, e, "／");
    if (!words && !slash) return false;
    std::size_t at = e + (words ? 6 : utf8::length(static_cast<unsigned char>(s_[e])));
    const bool minus = words && (stands(s_, at, "负") || stands(s_, at, "負"));
    if (minus) at += 3;
    const auto other = read_numeral(s_.substr(at));
    if (!other) return false;
    const std::size_t end = at + other->length;
    if (slash && (other->value.places != 0 || is_one_of(utf8::at(s_, end), U"/／年月日号.") ||
                  is_one_of(before(s_, out.span.begin.value), U"/／.") || other->length > 6 ||
                  !utf8::is_ascii_digit(utf8::at(s_, at))))
      return false;  // 2024/6/5
    const Decimal divisor = words ? n : other->value;
    if (divisor.units == 0) return false;
    out.divisor = divisor;
    out.value = words ? other->value : n;
    if (minus) out.value.units = -out.value.units;
    out.span.end = TextOffset(end);
    return true;
  }

  /// 一又三分之二, 1 4/3: `whole` was read before `e`.
  bool mixed(std::size_t e, Decimal whole, Number& out) const {
    const bool and_word = stands(s_, e, "又");
    if (!and_word && !stands(s_, e, " ")) return false;
    const std::size_t at = e + (and_word ? 3 : 1);
    const auto n = read_numeral(s_.substr(at));
    if (!n || n->value.places != 0) return false;
    Number part;
    part.span = {at, at + n->length};
    if (!fraction(at + n->length, n->value, part)) return false;
    const auto whole_parts = times(whole, part.divisor);
    const auto sum = whole_parts ? add(*whole_parts, part.value) : std::nullopt;
    if (!sum) return false;
    out.value = *sum;
    out.divisor = part.divisor;
    out.span.end = part.span.end;
    return true;
  }

  std::string_view s_;
};

}  // namespace

std::vector<Number> find_numbers(std::string_view text) {
  std::vector<Number> out;
  const NumberAt reader(text);
  std::uint32_t free = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t step = utf8::length(static_cast<unsigned char>(text[i]));
    const char32_t c = utf8::at(text, i);
    const bool begins = begins_figure(c) || c == U'.' || c == U'半';
    Number n = begins && !within_figure(text, i) ? reader.at(i) : Number{};
    if (n.span.empty()) {
      // What cannot be read whole is passed over whole: 三五百 is not 五百.
      const auto part = begins_figure(c) ? read_plain_numeral(text.substr(i)) : std::nullopt;
      i += part ? part->length : step;
      continue;
    }
    // Nothing is half less than nothing: a dash before 半 joins.
    if (const std::size_t sign = c == U'半' ? i : sign_begin(text, i); sign < i && sign >= free) {
      n.span.begin = TextOffset(sign);
      n.value.units = -n.value.units;
    }
    i = free = n.span.end.value;
    out.push_back(n);
  }
  return out;
}

}  // namespace noticekit
