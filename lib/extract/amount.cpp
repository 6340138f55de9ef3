// Amounts in yuan: reading one, and finding all in a text that has no other use for them.
#include <initializer_list>

#include "extract/at.hpp"
#include "extract/date.hpp"
#include "extract/figure.hpp"
#include "extract/money.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool stands_one_of(std::string_view s, std::size_t i, std::initializer_list<std::string_view> all) {
  for (const std::string_view what : all) {
    if (stands(s, i, what)) return true;
  }
  return false;
}

/// 元旦, 元素, 圆满: the character belongs to another word; 9000元日币: to other money.
bool ends_no_amount(std::string_view s, std::size_t after) {
  return stands_one_of(s, after, {"旦",   "宵",   "素",   "月",   "首",   "老",   "帅",    "年",
                                  "件",   "化",   "宇",   "满",   "桌",   "心",   "形",    "梦",
                                  "规",   "珠",   "场",   "美元", "欧元", "日元", "日币",  "港元",
                                  "港币", "韩元", "澳元", "加元", "美金", "台币", "新台币"});
}

bool is_foreign(std::string_view before) {
  for (const std::string_view word : {"新台币", "台币", "港币", "美金", "日币"}) {
    if (before.size() >= word.size() && before.substr(before.size() - word.size()) == word)
      return true;
  }
  return false;
}

/// 3角5分, 三毛, 零四分 after 元; adds them and returns their end.
std::size_t small_change(std::string_view s, std::size_t i, Decimal& yuan) {
  const auto take = [&](std::size_t at, std::initializer_list<std::string_view> names,
                        std::uint8_t places) -> std::size_t {
    const auto n = read_plain_numeral(s.substr(at));
    if (!n || n->value.places != 0 || n->value.units < 0 || n->value.units > 9) return 0;
    const std::size_t e = at + n->length;
    if (!stands_one_of(s, e, names) ||
        stands_one_of(s, e, {"分钟", "分之", "分别", "分公司", "角度", "分管"}))
      return 0;
    const auto sum = add(yuan, {n->value.units, places});
    if (!sum) return 0;
    yuan = *sum;
    return e + 3;
  };
  std::size_t end = i;
  if (const std::size_t e = take(i, {"角", "毛"}, 1); e != 0) end = e;
  const std::size_t zero = stands(s, end, "零") ? 3 : 0;
  if (const std::size_t e = take(end + zero, {"分"}, 2); e != 0) end = e;
  return end;
}

/// Power of the 万 or 亿 that ends the numeral before `end`; 0 where it has none.
int last_power(std::string_view s, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const std::size_t p = utf8::before(s, end);
    const char32_t c = utf8::at(s, p);
    if (const int power = chinese_power(c); power >= 4) return power;
    if (!says_more(c)) return 0;
    end = p;
  }
  return 0;
}

class AmountAt {
 public:
  explicit AmountAt(std::string_view s) : s_(s) {}

  /// The amount that begins at `i`; an empty span where there is none.
  [[nodiscard]] Amount at(std::size_t i) const {
    Amount a = one(i);
    const std::size_t end = a.span.empty() ? lower_end(i, a) : a.span.end.value;
    const std::size_t join = end == 0 ? 0 : joiner(s_, end);
    if (join != 0) {
      const Amount upper = one(end + join);
      if (!upper.span.empty() && a.span.empty()) share_unit(i, end, upper, a);
      if (!upper.span.empty() && below(a.yuan, upper.yuan)) {
        a.most = upper.yuan;
        a.span = {i, upper.span.end.value};
        return a;
      }
    }
    if (a.span.empty()) return {};
    return a;
  }

 private:
  /// 50元, 五块六毛, 4人民币, ￥300
  [[nodiscard]] Amount one(std::size_t i) const {
    Amount a;
    if (stands(s_, i, "￥") || stands(s_, i, "¥")) {
      std::size_t e = i + utf8::length(static_cast<unsigned char>(s_[i]));
      while (const std::size_t gap = figure_gap(s_, e)) e += gap;
      const auto n = read_numeral(s_.substr(e));
      if (!n || figure_continues(s_, e + n->length)) return {};
      const auto yuan = read_amount(s_.substr(e));  // ￥300元
      a.yuan = a.most = n->value;
      a.span = {i, e + (yuan ? yuan->length : n->length)};
      return a;
    }
    if (const auto yuan = read_amount(s_.substr(i))) {
      a.yuan = a.most = yuan->yuan;
      a.more = yuan->more;
      a.span = {i, i + yuan->length};
      return a;
    }
    const auto n = read_numeral(s_.substr(i));
    if (!n) return {};
    const std::size_t e = i + n->length;
    a.yuan = n->value;
    std::size_t end = 0;
    if (stands(s_, e, "人民币")) {
      end = e + 9;
    } else if (stands(s_, e, "块") || stands(s_, e, "塊")) {
      end = small_change(s_, e + 3, a.yuan);
      const bool change = end > e + 3;
      const bool money = stands(s_, end, "钱") || stands(s_, end, "錢");
      if (!change && !money) return {};  // 三块地
      if (money) end += 3;
    } else {
      return {};
    }
    a.most = a.yuan;
    a.more = n->more;
    a.span = {i, end};
    return a;
  }

  /// The end of a lower bound without a unit of its own: 3 of 3至5万元.
  std::size_t lower_end(std::size_t i, Amount& a) const {
    const auto n = read_numeral(s_.substr(i));
    if (!n) return 0;
    a.yuan = n->value;
    return i + n->length;
  }

  void share_unit(std::size_t i, std::size_t end, const Amount& upper, Amount& a) const {
    if (last_power(s_, i, end) != 0) return;
    std::size_t unit = upper.span.begin.value;
    if (const auto n = read_numeral(s_.substr(unit))) unit += n->length;
    Decimal scaled = a.yuan;
    const int power = last_power(s_, upper.span.begin.value, unit);
    if (power != 0 && scale(scaled, power) && below(scaled, upper.yuan)) a.yuan = scaled;
  }

  static bool below(Decimal a, Decimal b) {
    b.units = -b.units;
    const auto difference = add(a, b);
    return difference && difference->units < 0;
  }

  std::string_view s_;
};

/// 人民币 before and after an amount belongs to it.
void widen(std::string_view s, std::size_t free, Amount& a) {
  std::size_t b = a.span.begin.value;
  while (b > free && s[b - 1] == ' ') --b;
  if (b >= free + 9 && stands(s, b - 9, "人民币")) a.span.begin = TextOffset(b - 9);
  if (stands(s, a.span.end.value, "人民币")) a.span.end = TextOffset(a.span.end.value + 9);
}

}  // namespace

std::optional<YuanRead> read_amount(std::string_view text) {
  const auto n = read_numeral(text);
  if (!n) return std::nullopt;
  YuanRead out{n->value, 0, n->more};
  const bool arabic = utf8::is_ascii_digit(static_cast<unsigned char>(text[0]));
  std::size_t i = n->length;
  if (arabic && figure_gap(text, i) != 0) {  // 23.6 万元
    i += figure_gap(text, i);
    for (int power = chinese_power(utf8::at(text, i)); power != 0;
         power = chinese_power(utf8::at(text, i))) {
      if (!scale(out.yuan, power)) return std::nullopt;
      i += 3;
    }
  }
  if (says_more(utf8::at(text, i)) && !stands(text, i, "几")) {
    out.more = true;
    i += 3;
  }
  if (!stands_one_of(text, i, {"元", "圆", "圓"}) || ends_no_amount(text, i + 3))
    return std::nullopt;
  std::size_t end = small_change(text, i + 3, out.yuan);
  const bool whole = stands(text, end, "整") &&
                     !stands_one_of(text, end, {"整改", "整治", "整理", "整顿", "整体", "整合"});
  if (whole) end += 3;
  // 一元 and 二元 are words; an amount in characters has its tens, hundreds or more.
  if (!arabic && !whole && end == i + 3 && n->value.units < 10 && n->length == 3 &&
      n->value.places == 0)
    return std::nullopt;
  out.length = static_cast<std::uint32_t>(end);
  return out;
}

std::vector<Amount> find_amounts(std::string_view text) {
  std::vector<Amount> out;
  const AmountAt reader(text);
  std::size_t free = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::at(text, i);
    const std::size_t step = utf8::length(static_cast<unsigned char>(text[i]));
    const bool sign = c == U'￥' || c == U'¥';
    if (!sign && (!begins_figure(c) || within_figure(text, i) || continues_figure(text, i))) {
      i += step;
      continue;
    }
    Amount a = is_foreign(text.substr(0, i)) ? Amount{} : reader.at(i);
    if (a.span.empty()) {
      i += step;
      continue;
    }
    widen(text, free, a);
    i = free = a.span.end.value;
    out.push_back(a);
  }
  return out;
}

}  // namespace noticekit
