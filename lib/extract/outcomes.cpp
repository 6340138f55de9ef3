#include "extract/outcomes.hpp"

namespace noticekit {
namespace {

/// Calls `visit` with each part of `words` between signs of these kinds.
template <class Visit>
void split(const Signs& signs, Span words, std::uint32_t kinds, Visit visit) {
  std::uint32_t from = words.begin.value;
  for (const Sign* s = signs.from(from); s->at < words.end.value; ++s) {
    if (!s->is(kinds)) continue;
    visit(Span{from, s->at});
    from = s->end();
  }
  visit(Span{from, words.end.value});
}

void from_words(const Reading& r, Span words, std::vector<PhraseHit>& hits,
                std::vector<Span>& out) {
  hits.clear();
  r.rules.outcomes.scan(r.letters(words), hits);
  if (hits.empty()) return;
  std::size_t next = 0;
  split(r.signs, words, sentence_ends, [&](Span sentence) {
    if (next >= hits.size() || words.begin.value + hits[next].begin >= sentence.end.value) return;
    Field stated;  // from the first clause that states something to the last
    split(r.signs, sentence, Sign::comma, [&](Span clause) {
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
  std::vector<PhraseHit> hits;
  for (const Measure& m : f.measures) from_words(r, m.text, hits, f.outcomes);
  for (const Span s : f.results) from_words(r, s, hits, f.outcomes);
}

}  // namespace noticekit
