#include "text/markup.hpp"

#include "text/numbering.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool is_ascii_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Letters, digits and Han; what is none of these is blank, punctuation or a line end.
bool is_word(char32_t c) {
  return is_ascii_word(c) || utf8::is_han(c) ||
         (c >= 0xFF10 && c <= 0xFF5A && c != 0xFF1A && c != 0xFF1B && c != 0xFF1F);
}

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/// A row of stars.
struct Stars {
  std::size_t first, last;  // among the specials, half-open
  char32_t before, after;   // 0 at a line's ends
  std::size_t line;         // counts lines that hold anything
  [[nodiscard]] std::size_t size() const { return last - first; }
  [[nodiscard]] bool masks() const {
    if (is_ascii_word(before) && is_ascii_word(after)) return true;
    // ****年**月**日: a form whose blanks were starred out
    constexpr std::u32string_view units = U"年月日号元万";
    return size() > 4 ||
           ((is_word(before) || size() == 4) && units.find(after) != std::u32string_view::npos);
  }
};

bool ends_line(Kind k) { return k == Kind::newline || k == Kind::line_end || k == Kind::form_feed; }

std::vector<Stars> rows(std::string_view text, const std::vector<Special>& specials) {
  std::vector<Stars> found;
  std::size_t line = 0;
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < specials.size(); ++i) {
    const Special& s = specials[i];
    if (ends_line(s.kind)) {
      line += s.at > line_begin + 3 ? 1 : 0;
      line_begin = s.at + s.size;
    }
    if (s.kind != Kind::star) continue;
    std::size_t last = i + 1;
    while (last < specials.size() && specials[last].kind == Kind::star &&
           specials[last].at == specials[last - 1].at + 1) {
      ++last;
    }
    const std::size_t end = specials[last - 1].at + 1;
    const auto edge = [](char32_t c) { return is_space(c) && c != ' ' && c != 0x3000 ? U'\0' : c; };
    const char32_t before =
        s.at == line_begin ? U'\0' : edge(utf8::at(text, utf8::before(text, s.at)));
    found.push_back({i, last, before, edge(utf8::at(text, end)), line});
    i = last - 1;
  }
  return found;
}

}  // namespace

void find_star_markup(std::string_view text, std::vector<Special>& specials) {
  const std::vector<Stars> all = rows(text, specials);
  const auto mark = [&](const Stars& s) {
    for (std::size_t i = s.first; i < s.last; ++i) specials[i].kind = Kind::markup;
  };
  const Stars* open = nullptr;
  // An opening row without a partner is a leftover where a sentence begins; elsewhere it may be a
  // name.
  const auto abandon = [&] {
    constexpr std::u32string_view starts = U"。；！？：:;.";
    if (open != nullptr &&
        (open->before == 0 || starts.find(open->before) != std::u32string_view::npos)) {
      mark(*open);
    }
    open = nullptr;
  };
  for (const Stars& s : all) {
    if (open != nullptr && s.line > open->line + 1) abandon();
    if (s.masks()) continue;
    const bool alone = s.before == 0 && s.after == 0;  // a line of stars
    if (alone) {
      mark(s);
      continue;
    }
    if (s.size() == 1) {
      // A bullet, or emphasis of a whole line.
      if (s.before == 0) mark(s);
      continue;
    }
    if (open != nullptr && !is_space(s.before)) {
      mark(*open);
      mark(s);
      open = s.size() == 4 ? &s : nullptr;  // one ends and the next begins
      continue;
    }
    if (open != nullptr) abandon();
    if (!is_word(s.before) && !is_space(s.after)) {
      open = &s;
    } else if (!is_word(s.before) && s.after == 0) {
      mark(s);  // …机制。** at a line's end, its partner lost
    }
  }
  abandon();
}

std::size_t quoting_at(std::string_view text, std::size_t i, std::size_t end) {
  const char c = text[i];
  if (c != '#' && c != '>') return 0;
  const std::string_view rest = text.substr(i + 1, end - i - 1);
  const char32_t next = rest.empty() ? U' ' : utf8::at(rest, 0);
  if (is_space(next) || next == U'#' || next == U'>') return 1;
  return numbering_length(rest) != 0 ? 1 : 0;
}

bool is_rule(std::string_view line) {
  if (line.size() < 3) return false;
  const char c = line[0];
  if (c != '-' && c != '=' && c != '_' && c != '~') return false;
  return line.find_first_not_of(c) == std::string_view::npos;
}

}  // namespace noticekit
