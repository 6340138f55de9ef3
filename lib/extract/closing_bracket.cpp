#include "extract/closing_bracket.hpp"

#include "text/utf8.hpp"

namespace noticekit {

Field closing_bracket(const Reading& r, Span words, std::uint32_t& end) {
  const std::string_view s = r.view(words);
  if (s.empty()) return std::nullopt;
  const std::size_t last = utf8::before(s, s.size());
  const char32_t close = utf8::at(s, last);
  if (close != U'）' && close != U')' && close != U'】' && close != U']') return std::nullopt;
  std::size_t i = last;
  for (int n = 0; n < 24 && i > 0; ++n) {
    i = utf8::before(s, i);
    const char32_t c = utf8::at(s, i);
    if (c == U'（' || c == U'(' || c == U'【' || c == U'[') {
      const Span inside{words.begin.value + i + utf8::length(static_cast<unsigned char>(s[i])),
                        words.begin.value + last};
      if (!r.rules.status.find(r.letters(inside))) return std::nullopt;
      end = static_cast<std::uint32_t>(words.begin.value + i);
      return inside;
    }
  }
  return std::nullopt;
}

}  // namespace noticekit
