#include "extract/outcomes.hpp"

#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Calls `visit` with each part of `words` between the separators that `ends` names.
template <class Ends, class Visit>
void split(std::string_view text, Span words, Ends ends, Visit visit) {
  std::uint32_t from = words.begin.value;
  const std::string_view s = text.substr(0, words.end.value);
  for (std::uint32_t i = from; i < s.size();) {
    i = static_cast<std::uint32_t>(utf8::skip_han(s, i));
    if (i >= s.size()) break;
    const auto n = static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[i])));
    if (ends(utf8::at(text, i))) {
      visit(Span{from, i});
      from = i + n;
    }
    i += n;
  }
  visit(Span{from, words.end.value});
}

bool ends_statement(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }
bool is_comma(char32_t c) { return c == U'，' || c == U','; }

void from_words(const Reading& r, Span words, std::vector<Span>& out) {
  std::vector<PhraseHit> hits;
  r.rules.outcomes.scan(r.marked.part(&ExtractRules::outcomes, words), hits);
  if (hits.empty()) return;
  std::size_t next = 0;
  split(r.text, words, ends_statement, [&](Span sentence) {
    Field stated;  // from the first clause that states something to the last
    split(r.text, sentence, is_comma, [&](Span clause) {
      bool hit = false;
      for (; next < hits.size() && words.begin.value + hits[next].begin < clause.end.value; ++next)
        hit = true;
      if (!hit) return;
      const Span c = trimmed(r.text, clause);
      if (!c.empty()) stated = stated ? Span{stated->begin, c.end} : c;
    });
    if (stated) out.push_back(*stated);
  });
}

}  // namespace

void find_outcomes(const Reading& r, Finding& f) {
  for (const Measure& m : f.measures) from_words(r, m.text, f.outcomes);
  for (const Span s : f.results) from_words(r, s, f.outcomes);
}

}  // namespace noticekit
