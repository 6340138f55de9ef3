// Measure types: verbs and their objects; what the first clause announces counts double.
#include <algorithm>

#include "classify/finding_labels.hpp"
#include "classify/scoring.hpp"
#include "text/utf8.hpp"

namespace noticekit::labelling {
namespace {

constexpr double opening_weight = 1.6, body_weight = 1;
constexpr double label_cap = 4;
constexpr double least_score = 0.6;
constexpr double least_share = 0.5;
constexpr std::size_t most_types = 3;

/// The first clause: up to the first sentence end, or 40 characters.
Span opening(std::string_view text, Span measure) {
  std::size_t at = measure.begin.value;
  for (int n = 0; n < 40 && at < measure.end.value; ++n) {
    const char32_t c = utf8::at(text, at);
    if (c == U'。' || c == U'；' || c == U';') break;
    at += utf8::length(static_cast<unsigned char>(text[at]));
  }
  return {measure.begin.value, at};
}

}  // namespace

std::vector<Label> measure_types(const Notice& notice, Span measure, const Taxonomy& taxonomy) {
  const LabelSet& set = taxonomy.measure_types;
  const std::string_view text = notice.text.utf8;
  const std::vector<Cue> cues = cues_in(set, text, measure);
  const std::uint32_t turn = opening(text, measure).end.value;
  std::vector<Cue> first, rest;
  for (const Cue& c : cues) (c.span.begin.value < turn ? first : rest).push_back(c);
  Tally tally(set);
  tally.add(text, first, opening_weight, label_cap, true);
  tally.add(text, rest, body_weight, label_cap, true);
  std::vector<Label> out;
  const auto ranking = tally.ranking();
  for (const std::uint32_t i : ranking) {
    const double score = tally.standings()[i].score;
    const double best = tally.standings()[ranking.front()].score;
    if (score < least_score || score < best * least_share || out.size() == most_types) break;
    out.push_back(tally.label(i));
  }
  return out;
}

}  // namespace noticekit::labelling
