#include "classify/scoring.hpp"

#include <algorithm>
#include <numeric>

namespace noticekit::labelling {

std::vector<Cue> cues_in(const LabelSet& set, std::string_view text, Span piece) {
  std::vector<PhraseHit> hits;
  set.phrases.scan_all(slice(text, piece), hits);
  std::sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    return a.rule < b.rule;
  });
  std::vector<Cue> out;
  std::uint32_t reach = 0, reach_begin = 0;
  for (const PhraseHit& h : hits) {
    const bool same = !out.empty() && h.begin == reach_begin && h.end == reach;
    if (!same && h.end <= reach) continue;
    if (h.end > reach) {
      reach = h.end;
      reach_begin = h.begin;
    }
    if (same && out.back().rule == h.rule) continue;
    out.push_back({h.rule, {piece.begin.value + h.begin, piece.begin.value + h.end}});
  }
  return out;
}

void Tally::add(std::string_view text, const std::vector<Cue>& cues, double weight, double cap,
                bool ranks) {
  std::vector<double> given(standings_.size(), 0);
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const Cue& cue = cues[i];
    const RuleTerms& terms = set_->terms[cue.rule];
    const std::string_view words = slice(text, cue.span);
    const bool again =
        std::any_of(cues.begin(), cues.begin() + static_cast<std::ptrdiff_t>(i), [&](const Cue& c) {
          return set_->terms[c.rule].label == terms.label && slice(text, c.span) == words;
        });
    if (again) continue;
    Standing& s = standings_[terms.label];
    const double gain = std::min(weight * terms.weight, cap - given[terms.label]);
    given[terms.label] += gain;
    s.score += gain;
    if (ranks && terms.weight > 0) s.first = std::min(s.first, cue.span.begin.value);
    if (gain > 0) s.cues.push_back(cue);
  }
}

void Tally::give(const Cue& cue, double gain, double cap) {
  Standing& s = standings_[set_->terms[cue.rule].label];
  s.first = std::min(s.first, cue.span.begin.value);
  gain = std::min(gain, cap - s.score);
  if (gain <= 0) return;
  s.score += gain;
  s.cues.push_back(cue);
}

std::vector<std::uint32_t> Tally::ranking() const {
  std::vector<std::uint32_t> out(standings_.size());
  std::iota(out.begin(), out.end(), 0U);
  out.erase(std::remove_if(out.begin(), out.end(),
                           [&](std::uint32_t i) { return standings_[i].score <= 0; }),
            out.end());
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Standing &x = standings_[a], &y = standings_[b];
    if (x.score != y.score) return x.score > y.score;
    return x.first < y.first;
  });
  return out;
}

Label Tally::label(std::uint32_t index) const {
  const Standing& s = standings_[index];
  Label out{set_->labels[index].id, set_->labels[index].name, s.score, {}};
  for (const Cue& c : s.cues) out.why.push_back({set_->phrases.rules()[c.rule].id, c.span});
  return out;
}

Label label_of(const LabelSet& set, std::uint32_t rule, Span span) {
  const RuleTerms& terms = set.terms[rule];
  const LabelEntry& entry = set.labels[terms.label];
  return {entry.id, entry.name, terms.weight, {{set.phrases.rules()[rule].id, span}}};
}

}  // namespace noticekit::labelling
