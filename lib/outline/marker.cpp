#include "outline/marker.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Value of one Chinese digit, 10 for 十, 0 for anything else.
std::int32_t chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? 0 : static_cast<std::int32_t>(at) + 1;
}

struct Ordinal {
  std::int32_t value = 0;
  std::size_t length = 0;
};

/// A Chinese ordinal 1-99 (一 … 九十九) at `at`.
Ordinal chinese_ordinal(std::string_view s, std::size_t at) {
  std::int32_t tens = 0;
  std::int32_t ones = 0;
  bool has_ten = false;
  std::size_t i = at;
  for (int n = 0; n < 3; ++n) {
    const char32_t c = utf8::at(s, i);
    const std::int32_t d = chinese_digit(c);
    if (d == 0) break;
    if (d == 10) {
      if (has_ten) break;
      tens = ones == 0 ? 1 : ones;
      ones = 0;
      has_ten = true;
    } else if (ones != 0) {
      break;
    } else {
      ones = d;
    }
    i += 3;
  }
  return {tens * 10 + ones, i - at};
}

/// One or two ASCII digits at `at`, not followed by another.
Ordinal arabic_ordinal(std::string_view s, std::size_t at) {
  std::int32_t value = 0;
  std::size_t i = at;
  while (i < s.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s[i]))) {
    value = value * 10 + (s[i] - '0');
    if (++i - at > 2) return {};
  }
  return {value, i - at};
}

/// Power of ten of 十, 百, 千; 0 for anything else.
std::int32_t unit_of(char32_t c) {
  return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

/// 一千零四十, 二〇, 12: the number of a division at `at`, up to 9999.
Ordinal division_ordinal(std::string_view s, std::size_t at) {
  std::int32_t total = 0;
  std::int32_t digit = 0;
  std::size_t i = at;
  for (;;) {
    const char32_t c = utf8::at(s, i);
    if (const std::int32_t unit = unit_of(c); unit != 0) {
      total += (digit == 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (const std::int32_t d = chinese_digit(c); d != 0 || c == U'零' || c == U'〇') {
      digit = d;
    } else if (utf8::is_ascii_digit(c)) {
      digit = digit * 10 + static_cast<std::int32_t>(c - U'0');
    } else {
      break;
    }
    i += utf8::length(static_cast<unsigned char>(s[i]));
    if (total + digit > 9999) return {};
  }
  return {total + digit, i - at};
}

/// 一、二级 / 三、四季度: two ordinals of one noun, not a marker.
bool is_pair_of_ordinals(std::string_view s, std::size_t at) {
  const Ordinal next = chinese_ordinal(s, at);
  if (next.length == 0) return false;
  constexpr std::u32string_view nouns = U"级类等线季期批号年月是、期层楼组";
  return nouns.find(utf8::at(s, at + next.length)) != std::u32string_view::npos;
}

/// Whether `c` counts whole things (3名, 4家), so that no decimal stands before it. 个 does but in
/// 1.5个月, 2.3个百分点.
bool counts_whole_things(std::string_view line, std::size_t at) {
  constexpr std::u32string_view counters = U"名家户人处件项所位间台辆起笔栋份座";
  const char32_t c = utf8::at(line, at);
  if (c == U'个') {
    constexpr std::u32string_view measured = U"月百亿点小多半";
    return measured.find(utf8::at(line, at + 3)) == std::u32string_view::npos;
  }
  return counters.find(c) != std::u32string_view::npos;
}

/// Whether the number that follows a marker is no decimal's: 2031年, 110平台, 12315热线, 3个村. The
/// places of a decimal are fewer, or a unit follows them.
bool begins_heading(std::string_view line, std::size_t at) {
  constexpr std::u32string_view units = U"%％万亿千百元倍米吨公平亩克升度个";
  std::size_t end = at;
  while (utf8::is_ascii_digit(utf8::at(line, end))) ++end;
  if (counts_whole_things(line, end)) return true;
  const char32_t next = utf8::at(line, end);
  return end - at >= 3 && utf8::is_han(next) && units.find(next) == std::u32string_view::npos;
}

/// ㈠, ⒈, ⑴: number and signs in one character.
std::optional<Marker> one_character(char32_t c) {
  const auto make = [c](int rank, char32_t one) {
    return Marker{static_cast<std::uint8_t>(rank), static_cast<std::int32_t>(c - one) + 1, 3};
  };
  if (c >= U'㈠' && c <= U'㈩') return make(2, U'㈠');
  if (c >= U'⒈' && c <= U'⒛') return make(3, U'⒈');
  if (c >= U'⑴' && c <= U'⒇') return make(4, U'⑴');
  return std::nullopt;
}

/// The marker at the start of `line`, whatever else stands on it.
std::optional<Marker> marker_words(std::string_view line) {
  const char32_t first = utf8::at(line, 0);
  if (const auto marker = one_character(first)) return marker;
  const auto make = [](int rank, Ordinal n, std::size_t length) {
    return Marker{static_cast<std::uint8_t>(rank), n.value, static_cast<std::uint32_t>(length)};
  };
  if (first == U'（' || first == U'(') {
    const std::size_t open = utf8::length(static_cast<unsigned char>(line[0]));
    Ordinal n = chinese_ordinal(line, open);
    const int rank = n.length != 0 ? 2 : 4;
    if (n.length == 0) n = arabic_ordinal(line, open);
    if (n.length == 0 || n.value == 0) return std::nullopt;
    const char32_t close = utf8::at(line, open + n.length);
    if (close != U'）' && close != U')') return std::nullopt;
    return make(rank, n, open + n.length + (close == U')' ? 1 : 3));
  }
  if (const Ordinal n = chinese_ordinal(line, 0); n.length != 0) {
    if (utf8::at(line, n.length) != U'、' || is_pair_of_ordinals(line, n.length + 3)) {
      return std::nullopt;
    }
    return make(1, n, n.length + 3);
  }
  if (const Ordinal n = arabic_ordinal(line, 0); n.length != 0 && n.value != 0) {
    const char32_t stop = utf8::at(line, n.length);
    if (stop != U'.' && stop != U'．' && stop != U'、') return std::nullopt;
    const std::size_t length = n.length + (stop == U'.' ? 1 : 3);
    if (utf8::is_ascii_digit(utf8::at(line, length)) && !begins_heading(line, length))
      return std::nullopt;  // 1.2万元, but not 1.2031年以来, 2.12315热线, 3.2个村
    return make(3, n, length);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Marker> read_marker(std::string_view line) {
  if (line.empty()) return std::nullopt;
  const auto marker = marker_words(line);
  // A table's row is no heading.
  return marker && line.find('\t') != std::string_view::npos ? std::nullopt : marker;
}

std::optional<Division> read_division(std::string_view line) {
  if (utf8::at(line, 0) != U'第') return std::nullopt;
  const Ordinal n = division_ordinal(line, 3);
  if (n.length == 0 || n.value == 0) return std::nullopt;
  const std::size_t at = 3 + n.length;
  std::size_t end = at + 3;
  DivisionKind kind{};
  switch (utf8::at(line, at)) {
    case U'编':
      kind = DivisionKind::part;
      break;
    case U'章':
      kind = DivisionKind::chapter;
      break;
    case U'节':
      kind = DivisionKind::section;
      break;
    case U'条':
      kind = DivisionKind::article;
      break;
    default:
      return std::nullopt;
  }
  if (utf8::at(line, end) == U'之') {  // 第五条之一
    const Ordinal more = chinese_ordinal(line, end + 3);
    if (kind != DivisionKind::article || more.length == 0) return std::nullopt;
    end += 3 + more.length;
  }
  // 第三条规定…, 第三条、第五条…: cited at the beginning of a sentence.
  const std::string_view rest = line.substr(end);
  for (const std::string_view cited :
       {"、",     "，",     "和第",   "及第",   "与第",   "或第",   "或者第", "至第",   "到第",
        "第一款", "第二款", "第三款", "第四款", "第五款", "第一项", "第二项", "第三项", "款",
        "规定",   "的",     "中的",   "中“",    "所列",   "所称",   "所规定", "修改为", "改为",
        "作为",   "删去",   "增加",   "项",     "（",     "。",     "；",     "之"}) {
    if (rest.substr(0, cited.size()) == cited) return std::nullopt;
  }
  return Division{kind, n.value, static_cast<std::uint32_t>(end)};
}

std::uint32_t heading_end(const Signs& signs, Span line) {
  const Sign* const first = signs.from(line.begin.value);
  const auto has_closing_quote = [&] {
    const Sign* s = first;
    while (s->at < line.end.value && !s->is(Sign::close_quote)) ++s;
    return s->at < line.end.value;
  };
  int depth = 0;
  std::uint32_t first_stop = line.end.value;
  for (const Sign* s = first; s->at < line.end.value; ++s) {
    if (s->is(Sign::full_stop)) {
      if (depth == 0) return s->at;
      first_stop = std::min(first_stop, s->at);
    }
    // A quotation mark that is never closed on this line must not swallow the rest of it.
    if (s->is(Sign::open_quote) && (depth > 0 || has_closing_quote())) ++depth;
    if (s->is(Sign::close_quote) && depth > 0) --depth;
  }
  return depth == 0 ? line.end.value : first_stop;  // unbalanced: the first full stop after all
}

}  // namespace noticekit
