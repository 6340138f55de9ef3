#include "extract/problem.hpp"

#include <algorithm>

#include "extract/closing_bracket.hpp"
#include "outline/marker.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Position after the quotation that opens at `at`; 0 where none opens or it is not closed.
std::size_t quotation_end(std::string_view s, std::size_t at) {
  struct Pair {
    char32_t open, close;
  };
  constexpr Pair pairs[] = {
      {U'“', U'”'}, {U'「', U'」'}, {U'"', U'"'}, {U'‘', U'’'}, {U'『', U'』'}};
  const char32_t open = utf8::at(s, at);
  for (const Pair& p : pairs) {
    if (p.open != open) continue;
    int depth = 1;
    for (std::size_t i = at + utf8::length(static_cast<unsigned char>(s[at])); i < s.size();) {
      const char32_t c = utf8::at(s, i);
      const std::size_t n = utf8::length(static_cast<unsigned char>(s[i]));
      if (c == p.close) {
        if (--depth == 0) return i + n;
      } else if (c == p.open) {
        ++depth;
      }
      i += n;
    }
  }
  return 0;
}

std::size_t step(std::string_view s, std::size_t at) {
  return at < s.size() ? utf8::length(static_cast<unsigned char>(s[at])) : 0;
}

bool ends_clause(std::string_view s, std::size_t at) {
  if (at >= s.size()) return true;
  switch (utf8::at(s, at)) {
    case U'，':
    case U',':
    case U'：':
    case U':':
    case U'。':
    case U'；':
    case U';':
    case U'\n':
      return true;
    default:
      return false;
  }
}

/// The hit of a "tail" rule (方面存在的问题, 的问题的整改情况) that closes the wrapper: one that
/// ends the heading, else the first one before a comma or colon.
std::optional<PhraseHit> closing_tail(const Reading& r, Span heading, std::size_t from) {
  const std::string_view s = r.view(heading);
  const Stretch letters = r.letters(heading);
  std::optional<PhraseHit> before_comma;
  std::optional<PhraseHit> last;
  for (std::size_t at = from; at < s.size() && !last;
       at += utf8::length(static_cast<unsigned char>(s[at]))) {
    const auto hit = r.rules.wrappers.match_as(letters, at, "tail");
    if (hit && hit->end == s.size()) last = hit;
    if (hit && !before_comma && ends_clause(s, hit->end)) before_comma = hit;
  }
  // 针对甲的问题，…，尚未完成整改: the words that close the answer are no tail of the problem.
  const bool closes_answer = last && before_comma &&
                             s.substr(last->begin).find("问题") == std::string_view::npos &&
                             s.substr(last->begin).find("情况") == std::string_view::npos;
  return last && !closes_answer ? last : before_comma;
}

}  // namespace

ProblemWords unwrap(const Reading& r, Span heading) {
  ProblemWords out;
  Span h = trimmed(r.text, heading);
  std::uint32_t end = h.end.value;
  out.status = closing_bracket(r, h, end);
  h = trimmed(r.text, {h.begin.value, end});
  const std::string_view s = r.view(h);
  const auto at = [&](std::size_t b, std::size_t e) {
    return trimmed(r.text, {h.begin.value + b, h.begin.value + e});
  };
  const auto lead_from = [&](std::size_t b) {
    const Span words = at(b, s.size());
    return words.empty() ? Field{} : Field{words};
  };
  const auto prefix = r.rules.wrappers.match_as(r.letters(h), 0, "prefix");
  const bool has_prefix = prefix.has_value();
  const std::size_t body = has_prefix ? prefix->end : 0;
  if (const std::size_t close = quotation_end(s, body); close != 0) {
    const std::size_t open = step(s, body);
    const Span inner{h.begin.value + body + open, h.begin.value + utf8::before(s, close)};
    if (close == s.size() && (has_prefix || body == 0)) {  // nothing but the quotation
      out.problem = trimmed(r.text, inner);
      out.wrapped = true;
      return out;
    }
    if (const auto tail = r.rules.wrappers.match_as(r.letters(h), close, "tail");
        tail && ends_clause(s, tail->end)) {
      out.problem = trimmed(r.text, inner);
      out.lead = lead_from(tail->end);
      out.wrapped = true;
      return out;
    }
    if (has_prefix && ends_clause(s, close)) {
      out.problem = trimmed(r.text, inner);
      out.lead = lead_from(close);
      out.wrapped = true;
      return out;
    }
  }
  if (has_prefix) {
    if (const auto tail = closing_tail(r, h, body); tail && tail->begin > body) {
      out.problem = at(body, tail->begin);
      out.lead = lead_from(tail->end);
      out.wrapped = true;
      return out;
    }
    if (s.substr(0, body).ends_with("：") && body < s.size()) {  // 反馈问题：…
      out.problem = at(body, s.size());
      out.wrapped = true;
      return out;
    }
  }
  out.problem = h;
  return out;
}

Field after_item_label(const Reading& r, Span line) {
  const auto hit = r.rules.wrappers.match_as(r.letters(line), 0, "item");
  if (!hit || hit->end >= line.size()) return std::nullopt;
  return Span{line.begin.value + hit->end, line.end.value};
}

Span first_sentence(const Reading& r, Span paragraph) {
  const std::uint32_t end =
      r.signs.next(paragraph.begin.value, Sign::line_end, paragraph.end.value);
  return {paragraph.begin.value, heading_end(r.signs, {paragraph.begin.value, end})};
}

bool names_deficiency(const Reading& r, Span words) {
  return has(r, &ExtractRules::wrappers, words, "deficiency");
}

}  // namespace noticekit
