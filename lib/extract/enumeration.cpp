#include "extract/enumeration.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/reading.hpp"
#include "noticekit/values.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

enum class Style : std::uint8_t { is, first, ordinal, dotted, bracketed, circled, bullet, count_ };

struct Cut {
  std::uint32_t begin;  // of the marker
  std::uint32_t end;    // of the marker
  std::int32_t number;
};

struct Found {
  Style style;
  std::int32_t number;
  std::uint32_t length;
};

bool starts(std::string_view s, std::size_t at, std::string_view what) {
  return s.substr(at, what.size()) == what;
}

std::int32_t ordinal_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? 0 : static_cast<std::int32_t>(at) + 1;
}

/// 一 … 九十九 at `at`: value and bytes.
std::pair<std::int32_t, std::uint32_t> chinese_number(std::string_view s, std::size_t at) {
  std::int32_t value = 0;
  std::size_t i = at;
  bool ten = false;
  while (i - at < 9) {
    const std::int32_t d = ordinal_digit(utf8::at(s, i));
    if (d == 0 || (d == 10 && ten)) break;
    if (d == 10) {
      value = (value == 0 ? 1 : value) * 10;
      ten = true;
    } else if (value == 0 || (ten && value % 10 == 0)) {
      value += d;
    } else {
      break;
    }
    i += 3;
  }
  return {value, static_cast<std::uint32_t>(i - at)};
}

/// A list marker at `at`, whatever stands before it.
std::optional<Found> marker_at(std::string_view s, std::size_t at) {
  const auto lead = static_cast<unsigned char>(s[at]);
  if (lead < 0x80) {
    if (s[at] != '(' && !utf8::is_ascii_digit(lead)) return std::nullopt;
    const std::size_t from = at + (s[at] == '(' ? 1 : 0);
    std::size_t i = from;
    std::int32_t n = 0;
    while (i < s.size() && i - from < 2 && utf8::is_ascii_digit(static_cast<unsigned char>(s[i]))) {
      n = n * 10 + (s[i++] - '0');
    }
    if (i == from || n == 0) return std::nullopt;
    if (s[at] == '(') {
      if (i >= s.size() || s[i] != ')') return std::nullopt;
      return Found{Style::bracketed, n, static_cast<std::uint32_t>(i + 1 - at)};
    }
    const char32_t stop = utf8::at(s, i);
    if (stop == U'）' || stop == U')') {  // 1）
      return Found{Style::bracketed, n,
                   static_cast<std::uint32_t>(i - at + (stop == U')' ? 1 : 3))};
    }
    if (stop != U'.' && stop != U'．' && stop != U'、') return std::nullopt;
    i += stop == U'.' ? 1 : 3;
    if (utf8::is_ascii_digit(utf8::at(s, i))) return std::nullopt;
    return Found{Style::dotted, n, static_cast<std::uint32_t>(i - at)};
  }
  if (lead != 0xE2 && lead != 0xE4 && lead != 0xE5 && lead != 0xE6 && lead != 0xE7 &&
      lead != 0xE9 && lead != 0xEF) {
    return std::nullopt;
  }
  const char32_t c = utf8::at(s, at);
  if (c == U'—' && utf8::at(s, at + 3) == U'—') return Found{Style::bullet, 0, 6};
  if (c == U'●' || c == U'■' || c == U'◆' || c == U'★' || c == U'▲' || c == U'•')
    return Found{Style::bullet, 0, 3};
  if (c >= U'①' && c <= U'⑳')
    return Found{Style::circled, static_cast<std::int32_t>(c - U'①') + 1, 3};
  if (c == U'（') {
    std::size_t i = at + 3;
    std::int32_t n = 0;
    while (i < s.size() && i - at < 5 && utf8::is_ascii_digit(static_cast<unsigned char>(s[i]))) {
      n = n * 10 + (s[i++] - '0');
    }
    if (n == 0 || utf8::at(s, i) != U'）') return std::nullopt;
    return Found{Style::bracketed, n, static_cast<std::uint32_t>(i + 3 - at)};
  }
  if (ordinal_digit(c) != 0) {
    const auto [n, length] = chinese_number(s, at);
    const char32_t follows = utf8::at(s, at + length);
    if (follows != U'是' && follows != U'要') return std::nullopt;
    return Found{Style::is, n, length + 3};
  }
  if (c == U'第') {
    const auto [n, length] = chinese_number(s, at + 3);
    if (n == 0) return std::nullopt;
    const char32_t stop = utf8::at(s, at + 3 + length);
    if (stop != U'，' && stop != U'、' && stop != U',' && stop != U'：') return std::nullopt;
    return Found{Style::ordinal, n, length + 3};
  }
  constexpr std::array<std::pair<std::string_view, std::int32_t>, 7> words = {
      {{"首先", 1}, {"其次", 2}, {"再次", 3}, {"再者", 3}, {"此外", 0}, {"最后", 99}, {"然后", 3}}};
  for (const auto& [word, n] : words) {
    if (n != 0 && starts(s, at, word)) {
      const char32_t stop = utf8::at(s, at + 6);
      if (stop == U'，' || stop == U',' || stop == U'、') return Found{Style::first, n, 6};
      return std::nullopt;
    }
  }
  return std::nullopt;
}

bool is_boundary(char32_t c, bool comma) {
  switch (c) {
    case U'。':
    case U'；':
    case U';':
    case U'：':
    case U':':
    case U'\n':
    case U' ':
    case U'\u3000':
      return true;
    case U'，':
    case U',':
      return comma;
    default:
      return false;
  }
}

/// Steps over what brackets enclose, so that markers inside do not count.
int nesting(char32_t c) {
  switch (c) {
    case U'“':
    case U'《':
    case U'（':
      return 1;
    case U'”':
    case U'》':
    case U'）':
      return -1;
    default:
      return 0;
  }
}

using CutLists = std::array<std::vector<Cut>, static_cast<std::size_t>(Style::count_)>;

/// All markers outside brackets, by style.
CutLists find_cuts(std::string_view s, std::uint32_t offset) {
  CutLists cuts;
  int depth = 0;
  char32_t previous = U'\n';
  for (std::size_t i = 0; i < s.size();) {
    const auto lead = static_cast<unsigned char>(s[i]);
    const std::size_t n = utf8::length(lead);
    if (is_boundary(previous, true) && (depth == 0 || previous == U'\n')) {
      if (previous == U'\n') depth = 0;  // a bracket left open does not reach over a line end
      if (const auto m = marker_at(s, i)) {
        if (is_boundary(previous, m->style == Style::is || m->style == Style::first)) {
          const auto b = static_cast<std::uint32_t>(offset + i);
          auto& of_style = cuts[static_cast<std::size_t>(m->style)];
          // Bullets carry no number: they are counted.
          const auto number = m->style == Style::bullet
                                  ? static_cast<std::int32_t>(of_style.size()) + 1
                                  : m->number;
          of_style.push_back({b, b + m->length, number});
          previous = U'是';
          i += m->length;
          continue;
        }
      }
    }
    if (utf8::is_han_lead(lead)) {
      previous = U'一';  // any Han
      i = utf8::skip_han(s, i);
      continue;
    }
    const char32_t c = n == 1 ? lead : utf8::at(s, i);
    depth += nesting(c);
    if (depth < 0) depth = 0;
    previous = c;
    i += n;
  }
  return cuts;
}

/// The cuts that count up: a number may be missing, none may come back.
std::vector<Cut> ascending(const std::vector<Cut>& all, std::string_view text) {
  std::vector<Cut> out;
  std::int32_t last = 0;
  for (const Cut& c : all) {
    const bool at_line_start = c.begin == 0 || text[c.begin - 1] == '\n';
    const bool closing = c.number == 99 && last > 0;  // 最后
    if ((c.number > last && c.number <= last + 2) || closing) {
      out.push_back(c);
      last = c.number;
    } else if (c.number == 1 && last > 1 &&
               at_line_start) {  // a second list begins on its own line
      out.push_back(c);
      last = 1;
    }
  }
  return out;
}

/// 第一，…。其次，…。③…: one list in several styles, where no style alone has two members.
std::vector<Cut> mixed(const CutLists& all, std::string_view text) {
  std::vector<Cut> merged;
  for (const auto& cuts : all) merged.insert(merged.end(), cuts.begin(), cuts.end());
  std::sort(merged.begin(), merged.end(),
            [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
  std::vector<Cut> cuts = ascending(merged, text);
  if (cuts.size() < 2 || cuts.size() != merged.size()) cuts.clear();
  return cuts;
}

}  // namespace

Enumeration enumerate(std::string_view text, Span block) {
  Enumeration out;
  const CutLists all = find_cuts(slice(text, block), block.begin.value);
  std::vector<Cut> cuts = ascending(all[static_cast<std::size_t>(Style::is)], text);
  if (cuts.empty()) {
    // Other styles need two members: one lone number is more often a figure than a list.
    for (const Style style : {Style::first, Style::ordinal, Style::dotted, Style::bracketed,
                              Style::circled, Style::bullet}) {
      cuts = ascending(all[static_cast<std::size_t>(style)], text);
      if (cuts.size() > 1) break;
      cuts.clear();
    }
    if (cuts.empty()) cuts = mixed(all, text);
  }
  if (cuts.empty()) return out;
  out.before = trimmed(text, {block.begin.value, cuts.front().begin});
  out.first = cuts.front().number;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::uint32_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : block.end.value;
    const Span item = trimmed(text, {cuts[i].end, end});
    if (!item.empty()) out.items.push_back({Span{cuts[i].begin, cuts[i].end}, item});
  }
  return out;
}

}  // namespace noticekit
