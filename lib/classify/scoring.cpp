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

void Tally::add(std::string_view text, const std::vector<Cue>& cues, const Piece& piece) {
  std::vector<std::uint32_t> order(cues.size());
  std::iota(order.begin(), order.end(), 0U);
  if (piece.further < 1) {
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return set_->terms[cues[a].rule].weight > set_->terms[cues[b].rule].weight;
    });
  }
  std::vector<double> given(standings_.size(), 0);
  std::vector<bool> named(standings_.size(), false);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Cue& cue = cues[order[i]];
    const RuleTerms& terms = set_->terms[cue.rule];
    const std::string_view words = slice(text, cue.span);
    const bool again = std::any_of(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), [&](std::uint32_t earlier) {
          const Cue& c = cues[earlier];
          // Two rules of one label may see the same words: they count once.
          return set_->terms[c.rule].label == terms.label &&
                 (c.span.overlaps(cue.span) || slice(text, c.span) == words);
        });
    if (again) continue;
    double gain = piece.weight * terms.weight;
    if (cue.span.begin.value >= piece.turn) gain *= piece.after_turn;
    if (named[terms.label]) gain *= piece.further;
    named[terms.label] = true;
    gain = std::min(gain, piece.cap - given[terms.label]);
    given[terms.label] += gain;
    Standing& s = standings_[terms.label];
    s.score += gain;
    if (piece.ranks && terms.weight > 0) s.first = std::min(s.first, cue.span.begin.value);
    if (gain <= 0) continue;
    s.cues.push_back(cue);
    s.gains.push_back(gain);
  }
}

void Tally::give(const Cue& cue, double gain, double cap) {
  Standing& s = standings_[set_->terms[cue.rule].label];
  s.first = std::min(s.first, cue.span.begin.value);
  gain = std::min(gain, cap - s.score);
  if (gain <= 0) return;
  s.score += gain;
  s.cues.push_back(cue);
  s.gains.push_back(gain);
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

Label Tally::label(const std::vector<std::uint32_t>& ranking, std::size_t place) const {
  const std::uint32_t index = ranking[place];
  const Standing& s = standings_[index];
  Label out{set_->labels[index].id, set_->labels[index].name, s.score, {}};
  for (std::size_t i = 0; i < s.cues.size(); ++i) {
    const std::string& rule = set_->phrases.rules()[s.cues[i].rule].id;
    out.why.push_back({rule, s.cues[i].span, s.gains[i] / s.score});
  }
  out.margin = 1;
  if (place + 1 < ranking.size()) {
    const std::uint32_t next = ranking[place + 1];
    out.runner_up = set_->labels[next].id;
    out.margin = 1 - standings_[next].score / s.score;
  }
  return out;
}

std::vector<Label> Tally::best(double least_score, double least_share, std::size_t most) const {
  std::vector<Label> out;
  const std::vector<std::uint32_t> order = ranking();
  for (std::size_t place = 0; place < std::min(order.size(), most); ++place) {
    const double score = standings_[order[place]].score;
    if (score < least_score || score < standings_[order[0]].score * least_share) break;
    out.push_back(label(order, place));
  }
  return out;
}

void share_alike(Label& label) {
  for (Evidence& e : label.why) e.share = 1.0 / static_cast<double>(label.why.size());
}

Label label_of(const LabelSet& set, std::uint32_t rule, Span span) {
  const RuleTerms& terms = set.terms[rule];
  const LabelEntry& entry = set.labels[terms.label];
  return {entry.id, entry.name, terms.weight, {{set.phrases.rules()[rule].id, span}}};
}

}  // namespace noticekit::labelling
