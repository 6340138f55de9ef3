#include "extract/enumeration.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/reading.hpp"
#include "noticekit/values.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

enum class Style : std::uint8_t { is, first, ordinal, dotted, bracketed, circled, bullet };

struct Cut {
  std::uint32_t begin;  // of the marker
  std::uint32_t end;    // of the marker
  std::int32_t number;
  Style style;
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

constexpr std::uint8_t mixed(char32_t c) {
  return static_cast<std::uint8_t>((static_cast<std::uint32_t>(c) * 0x9E3779B1U) >> 24);
}

/// The characters that markers begin with. Most clauses begin with another, and one look tells.
constexpr std::array<bool, 256> may_begin_marker = [] {
  std::array<bool, 256> t{};
  for (const char32_t c :
       std::u32string_view(U"0123456789(—●■◆★▲•（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
                           U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑一二三四五六七八九十第首其再最然"))
    t[mixed(c)] = true;
  return t;
}();

/// A list marker at `at`, whatever stands before it.
std::optional<Found> marker_at(std::string_view s, std::size_t at) {
  const auto lead = static_cast<unsigned char>(s[at]);
  if (!may_begin_marker[mixed(utf8::at(s, at))]) return std::nullopt;
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
  const char32_t c = utf8::at(s, at);
  if (c == U'—' && utf8::at(s, at + 3) == U'—') return Found{Style::bullet, 0, 6};
  if (c == U'●' || c == U'■' || c == U'◆' || c == U'★' || c == U'▲' || c == U'•')
    return Found{Style::bullet, 0, 3};
  if (c >= U'①' && c <= U'⑳')
    return Found{Style::circled, static_cast<std::int32_t>(c - U'①') + 1, 3};
  if (c >= U'⑴' && c <= U'⑽')
    return Found{Style::bracketed, static_cast<std::int32_t>(c - U'⑴') + 1, 3};
  if (c >= U'⒈' && c <= U'⒑')
    return Found{Style::dotted, static_cast<std::int32_t>(c - U'⒈') + 1, 3};
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

/// After one of these a marker may stand.
constexpr std::uint32_t boundaries = sentence_ends | Sign::colon | Sign::blank | Sign::comma;

constexpr std::uint32_t opens = Sign::open_quote | Sign::open_title | Sign::open_round;
constexpr std::uint32_t closes = Sign::close_quote | Sign::close_title | Sign::close_round;

/// The markers of a block outside brackets, in order.
class Cuts {
 public:
  Cuts(std::string_view text, const Signs& signs, Span block)
      : s_(text.substr(0, block.end.value)) {
    if (block.empty()) return;
    marker_after(block.begin.value, Sign::line_end);
    for (const Sign* s = signs.from(block.begin.value); s->at < block.end.value; ++s) {
      if (s->at < from_) continue;  // inside a marker
      if (s->is(opens)) ++depth_;
      if (s->is(closes) && depth_ > 0) --depth_;
      if (!s->is(boundaries)) continue;
      if (s->is(Sign::line_end)) depth_ = 0;  // a bracket left open does not reach over a line end
      if (depth_ == 0 && s->end() < block.end.value) marker_after(s->end(), s->kinds);
    }
  }

  [[nodiscard]] const std::vector<Cut>& all() const { return cuts_; }

 private:
  void marker_after(std::uint32_t at, std::uint32_t boundary) {
    const auto m = marker_at(s_, at);
    if (!m) return;
    const bool clause = m->style == Style::is || m->style == Style::first;
    if ((boundary & Sign::comma) != 0 && !clause) return;
    if (cuts_.empty()) cuts_.reserve(8);
    // Bullets carry no number: they are counted.
    cuts_.push_back(
        {at, at + m->length, m->style == Style::bullet ? ++bullets_ : m->number, m->style});
    from_ = at + m->length;
  }

  std::string_view s_;
  std::vector<Cut> cuts_;
  int depth_ = 0;
  std::int32_t bullets_ = 0;
  std::uint32_t from_ = 0;  // where the last marker ends
};

/// The cuts that count up, of one style or of all: a number may be missing, none may come back.
std::vector<Cut> ascending(const std::vector<Cut>& all, std::optional<Style> style,
                           std::string_view text) {
  std::vector<Cut> out;
  std::int32_t last = 0;
  for (const Cut& c : all) {
    if (style && c.style != *style) continue;
    if (out.empty()) out.reserve(all.size());
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

/// The members of the outermost list among all cuts of a block.
std::vector<Cut> outermost(const std::vector<Cut>& all, std::string_view text) {
  if (all.empty()) return {};
  std::vector<Cut> cuts = ascending(all, Style::is, text);
  if (!cuts.empty()) return cuts;
  // Other styles need two members: one lone number is more often a figure than a list.
  for (const Style style : {Style::first, Style::ordinal, Style::dotted, Style::bracketed,
                            Style::circled, Style::bullet}) {
    cuts = ascending(all, style, text);
    if (cuts.size() > 1) return cuts;
  }
  // 第一，…。其次，…。③…: one list in several styles, where no style alone has two members.
  cuts = ascending(all, std::nullopt, text);
  if (cuts.size() < 2 || cuts.size() != all.size()) cuts.clear();
  return cuts;
}

}  // namespace

Enumeration enumerate(std::string_view text, const Signs& signs, Span block) {
  Enumeration out;
  const std::vector<Cut> cuts = outermost(Cuts(text, signs, block).all(), text);
  if (cuts.empty()) return out;
  out.before = trimmed(text, {block.begin.value, cuts.front().begin});
  out.first = cuts.front().number;
  out.items.reserve(cuts.size());
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::uint32_t end = i + 1 < cuts.size() ? cuts[i + 1].begin : block.end.value;
    const Span item = trimmed(text, {cuts[i].end, end});
    if (!item.empty()) out.items.push_back({Span{cuts[i].begin, cuts[i].end}, item});
  }
  return out;
}

std::uint32_t list_marker_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto m = marker_at(text, at);
  return m ? m->length : 0;
}

}  // namespace noticekit
