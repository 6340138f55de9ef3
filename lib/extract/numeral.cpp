#include "extract/numeral.hpp"

#include <array>
#include <limits>
#include <utility>

#include "extract/at.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

std::optional<Numeral> arabic(std::string_view s) {
  std::size_t i = 0;
  while (is_digit(s, i)) ++i;
  if (i == 0) return std::nullopt;
  // A comma groups thousands only before exactly three digits.
  const auto comma = [&](std::size_t at) -> std::size_t {
    if (at < s.size() && s[at] == ',') return 1;
    return s.substr(at, 3) == "，" ? 3 : 0;
  };
  std::string digits(s.substr(0, i));
  if (i <= 3) {
    for (std::size_t c = comma(i); c != 0; c = comma(i)) {
      const std::size_t g = i + c;
      if (!is_digit(s, g) || !is_digit(s, g + 1) || !is_digit(s, g + 2) || is_digit(s, g + 3))
        break;
      digits += s.substr(g, 3);
      i = g + 3;
    }
  }
  const std::size_t point = i < s.size() && s[i] == '.' ? 1 : s.substr(i, 3) == "．" ? 3 : 0;
  if (point != 0 && is_digit(s, i + point)) {
    digits += '.';
    i += point;
    while (is_digit(s, i)) digits += s[i++];
  }
  const auto value = parse_decimal(digits);
  if (!value) return std::nullopt;
  return Numeral{*value, static_cast<std::uint32_t>(i)};
}

bool is_zero(char32_t c) { return chinese_digit(c) == 0; }
bool is_pair(char32_t c) { return c == U'两' || c == U'兩'; }
bool is_point(char32_t c) { return c == U'点' || c == U'點'; }

/// 千米, 千克, 千瓦: with a figure before it the 千 belongs to the unit.
bool begins_unit(char32_t after) {
  constexpr std::u32string_view units = U"米克瓦卡帕伏焦赫";
  return units.find(after) != std::u32string_view::npos;
}

/// Reads one numeral from left to right. What was read is `total_` (up to the last 万 or 亿),
/// `section_` (since then, up to the last 十, 百 or 千) and `row_`, digits that have no unit yet.
class NumeralAt {
 public:
  NumeralAt(std::string_view s, bool compound) : s_(s), compound_(compound) {}

  std::optional<Numeral> read() {
    keep();
    while (i_ < s_.size() && !failed_ && step()) {
    }
    if (failed_) return std::nullopt;
    if (!close()) return kept();
    if (!point()) return std::nullopt;
    return Numeral{*value_, static_cast<std::uint32_t>(i_), more_};
  }

 private:
  enum class Row : std::uint8_t { none, chinese, arabic };

  /// Takes the next part of the numeral; false at its end.
  bool step() {
    if (is_digit(s_, i_)) return figures();
    const char32_t c = utf8::at(s_, i_);
    if (chinese_digit(c) >= 0) return digit(c);
    if (c == U'廿' || c == U'卅') return tens(c == U'廿' ? 20 : 30);
    if (const int power = chinese_power(c); power != 0) {
      return power >= 4 ? compound_ && big_unit(power) : small_unit(power);
    }
    // 十余万, 一百零几万: only before 万 and 亿; elsewhere it belongs to what follows.
    if (compound_ && says_more(c) && began_ && !more_ && chinese_power(utf8::at(s_, i_ + 3)) >= 4) {
      more_ = true;
      i_ += 3;
      return true;
    }
    return false;
  }

  /// 1,234.5; after a unit only figures that are smaller: 1千零1, 3万2000.
  bool figures() {
    const auto n = arabic(s_.substr(i_));
    if (!n || row_kind_ != Row::none || more_) return false;
    if (began_) {
      if (n->value.places != 0 || fraction_) return false;
      Decimal limit{1, 0};
      if (!compound_ || !scale(limit, last_power_) || n->value.units >= limit.units) return false;
    }
    arabic_first_ = arabic_first_ || !began_;
    fraction_ = n->value.places != 0;
    row_ = n->value;
    row_kind_ = Row::arabic;
    began_ = true;
    i_ += n->length;
    return compound_;
  }

  bool digit(char32_t c) {
    if (row_kind_ == Row::arabic || more_ || fraction_) return false;
    if (is_zero(c) && units_ && row_kind_ == Row::none) {  // 一千零五
      zero_ = true;
      i_ += 3;
      return true;
    }
    if (row_kind_ != Row::none && (is_pair(c) || units_ || pair_)) {
      failed_ = units_;  // 一百二三十: about so many
      return false;
    }
    if (row_kind_ == Row::none) row_ = {};
    if (row_.units > std::numeric_limits<std::int64_t>::max() / 100) {
      failed_ = true;
      return false;
    }
    row_.units = row_.units * 10 + chinese_digit(c);
    ++row_digits_;
    row_kind_ = Row::chinese;
    pair_ = is_pair(c);
    began_ = true;
    i_ += 3;
    return true;
  }

  /// 八九, 三五 before a unit: about so many, which is no number.
  [[nodiscard]] bool approximate() const {
    return row_kind_ == Row::chinese && row_digits_ == 2 && row_.units % 10 != 0;
  }

  bool small_unit(int power) {
    if (more_ || approximate()) {
      failed_ = !more_;
      return false;
    }
    if (row_kind_ == Row::arabic && (!compound_ || begins_unit(utf8::at(s_, i_ + 3)))) return false;
    if (!began_ && power != 1) return false;
    if (last_small_ != 0 && power >= last_small_) return false;
    Decimal part = row_kind_ == Row::none ? Decimal{1, 0} : row_;
    if (row_kind_ == Row::chinese && part.units == 0) part.units = 1;
    const bool bare_after_unit = row_kind_ == Row::none && units_ && !zero_ && power != 1;
    if (bare_after_unit) return false;
    return take(part, power);
  }

  bool tens(int value) {
    if (row_kind_ != Row::none || more_ || (last_small_ != 0 && last_small_ <= 1)) return false;
    return take({value / 10, 0}, 1);
  }

  /// Gives `part` its 十, 百 or 千.
  bool take(Decimal part, int power) {
    const auto sum = scale(part, power) ? add(section_, part) : std::nullopt;
    if (!sum) {
      failed_ = true;
      return false;
    }
    section_ = *sum;
    last_small_ = last_power_ = power;
    units_ = began_ = true;
    end_row();
    i_ += 3;
    keep();
    return true;
  }

  /// 万 and 亿 close what stands before them: 3亿2000万, 一万五千亿, 4.78万亿.
  bool big_unit(int power) {
    if (approximate() || !began_) {
      failed_ = true;
      return false;
    }
    const auto section = row_kind_ == Row::none ? section_ : add(section_, row_);
    if (!section) {
      failed_ = true;
      return false;
    }
    const bool bare = section->units == 0;
    const bool of_all = bare || last_big_ == 0 || power > last_big_;
    if (!of_all && power == last_big_) return false;
    std::optional<Decimal> sum;
    if (of_all) {
      sum = add(total_, *section);
      if (sum && !scale(*sum, power)) sum.reset();
      last_big_ = bare ? last_big_ + power : power;
    } else {
      Decimal part = *section;
      if (scale(part, power)) sum = add(total_, part);
      last_big_ = power;
    }
    if (!sum) {
      failed_ = true;
      return false;
    }
    total_ = *sum;
    section_ = {};
    last_small_ = 0;
    last_power_ = power;
    units_ = true;
    end_row();
    i_ += 3;
    keep();
    return true;
  }

  void end_row() {
    row_ = {};
    row_kind_ = Row::none;
    row_digits_ = 0;
    zero_ = pair_ = false;
  }

  /// The value of all parts; false where the last of them does not fit: 一百二三, 一百零.
  bool close() {
    if (!began_) return false;
    if (row_kind_ == Row::none) {
      if (zero_) return false;
      value_ = add(total_, section_);
      return value_.has_value();
    }
    Decimal last = row_;
    // 三万五, 两千六: the next lower unit is left out.
    if (compound_ && units_ && !zero_ && !arabic_first_ && row_kind_ == Row::chinese &&
        last_power_ >= 2 && last.units != 0)
      scale(last, last_power_ - 1);
    const auto sum = add(total_, section_);
    if (sum) value_ = add(*sum, last);
    return value_.has_value();
  }

  /// 三点五, 一百点123; 2点30分 is a time. Then perhaps 万 or 亿: 三点五万.
  bool point() {
    if (!is_point(utf8::at(s_, i_)) || value_->places != 0) return true;
    const bool figures = is_digit(s_, i_ + 3);
    if (figures ? arabic_first_ : !is_decimal(i_ + 3)) return true;
    std::size_t e = i_ + 3;
    Decimal value = *value_;
    while (value.places < 18 && (figures ? is_digit(s_, e) : is_decimal(e))) {
      const int d = figures ? s_[e] - '0' : chinese_digit(utf8::at(s_, e));
      if (value.units > (std::numeric_limits<std::int64_t>::max() - 9) / 10) return false;
      value.units = value.units * 10 + d;
      ++value.places;
      e += figures ? 1 : 3;
    }
    while (compound_ && chinese_power(utf8::at(s_, e)) >= 4) {
      if (!scale(value, chinese_power(utf8::at(s_, e)))) return false;
      e += 3;
    }
    value_ = value;
    i_ = e;
    return true;
  }

  [[nodiscard]] bool is_decimal(std::size_t i) const {
    const char32_t c = utf8::at(s_, i);
    return chinese_digit(c) >= 0 && !is_pair(c);
  }

  void keep() {
    kept_end_ = i_;
    kept_total_ = total_;
    kept_section_ = section_;
    kept_more_ = more_;
  }

  /// What was whole at the last unit.
  [[nodiscard]] std::optional<Numeral> kept() const {
    const auto sum = add(kept_total_, kept_section_);
    if (kept_end_ == 0 || !sum) return std::nullopt;
    return Numeral{*sum, static_cast<std::uint32_t>(kept_end_), kept_more_};
  }

  std::string_view s_;
  bool compound_;
  std::size_t i_ = 0;
  Decimal total_, section_, row_;
  Row row_kind_ = Row::none;
  int row_digits_ = 0;
  int last_small_ = 0;  // power of the last 十, 百 or 千 since the last 万 or 亿
  int last_big_ = 0;    // power of the last 万 or 亿
  int last_power_ = 0;  // of the two the later one
  bool began_ = false;
  bool units_ = false;
  bool zero_ = false;
  bool pair_ = false;
  bool more_ = false;
  bool fraction_ = false;
  bool arabic_first_ = false;
  bool failed_ = false;
  std::optional<Decimal> value_;
  std::size_t kept_end_ = 0;
  Decimal kept_total_, kept_section_;
  bool kept_more_ = false;
};

}  // namespace

namespace {

/// A character that numerals are made of.
struct Figure {
  char32_t character = 0;
  std::int8_t digit = -1;
  std::int8_t power = 0;
};

constexpr Figure figures[] = {
    {U'〇', 0, 0},  {U'零', 0, 0},  {U'○', 0, 0},   {U'一', 1, 0},  {U'壹', 1, 0},  {U'二', 2, 0},
    {U'两', 2, 0},  {U'兩', 2, 0},  {U'贰', 2, 0},  {U'貳', 2, 0},  {U'三', 3, 0},  {U'叁', 3, 0},
    {U'參', 3, 0},  {U'四', 4, 0},  {U'肆', 4, 0},  {U'五', 5, 0},  {U'伍', 5, 0},  {U'六', 6, 0},
    {U'陆', 6, 0},  {U'陸', 6, 0},  {U'七', 7, 0},  {U'柒', 7, 0},  {U'八', 8, 0},  {U'捌', 8, 0},
    {U'九', 9, 0},  {U'玖', 9, 0},  {U'十', -1, 1}, {U'拾', -1, 1}, {U'百', -1, 2}, {U'佰', -1, 2},
    {U'千', -1, 3}, {U'仟', -1, 3}, {U'万', -1, 4}, {U'萬', -1, 4}, {U'亿', -1, 8}, {U'億', -1, 8},
};

/// The figures, each at a place of its own: a character is looked up without a branch, as what
/// stands next in a text can not be foretold.
struct FigureTable {
  std::array<Figure, 256> places{};
  std::uint32_t factor = 0;

  [[nodiscard]] static constexpr std::size_t place(char32_t c, std::uint32_t factor) {
    return (static_cast<std::uint32_t>(c) * factor) >> 24;
  }
  [[nodiscard]] constexpr bool fill(std::uint32_t by) {
    places = {};
    factor = by;
    for (const Figure& f : figures) {
      if (places[place(f.character, by)].character != 0) return false;
      places[place(f.character, by)] = f;
    }
    return true;
  }
  [[nodiscard]] const Figure& at(char32_t c) const { return places[place(c, factor)]; }
};

constexpr FigureTable figure_table = [] {
  FigureTable t;
  std::uint32_t factor = 0x9E3779B1U;
  while (!t.fill(factor)) factor += 0x9E3779B2U;
  return t;
}();

}  // namespace

int chinese_digit(char32_t c) {
  const Figure& f = figure_table.at(c);
  return f.character == c ? f.digit : -1;
}

int chinese_power(char32_t c) {
  const Figure& f = figure_table.at(c);
  return f.character == c ? f.power : 0;
}

bool says_more(char32_t c) {
  return c == U'余' || c == U'多' || c == U'几' || c == U'餘' || c == U'幾';
}

std::optional<Numeral> read_plain_numeral(std::string_view text) {
  return text.empty() ? std::nullopt : NumeralAt(text, false).read();
}

std::optional<Numeral> read_numeral(std::string_view text) {
  return text.empty() ? std::nullopt : NumeralAt(text, true).read();
}

std::int32_t read_ordinal(std::string_view text) {
  const auto n = read_plain_numeral(text);
  if (!n || n->value.places != 0 || n->value.units < 1 || n->value.units > 99) return 0;
  return static_cast<std::int32_t>(n->value.units);
}

bool names_item(std::string_view text, std::size_t at) {
  constexpr std::u32string_view within = U"、和及与至到-—（）() ";
  while (at > 0) {
    at = utf8::before(text, at);
    const char32_t c = utf8::at(text, at);
    if (c == U'第') return true;
    if (within.find(c) == std::u32string_view::npos && !utf8::is_ascii_digit(c) &&
        chinese_digit(c) < 0 && chinese_power(c) == 0)
      return false;
  }
  return false;
}

}  // namespace noticekit
