#include "report/changes/match.hpp"

#include <algorithm>

#include "report/similar/reduced.hpp"

namespace noticekit::changes {
namespace {

constexpr double alike_enough = 0.5;

/// Neighbouring letters of a problem, sorted; punctuation and width do not count.
std::vector<std::uint32_t> pairs_of(const std::string& words) {
  std::vector<std::uint32_t> out;
  std::uint32_t last = 0;
  const std::vector<similar::Mask> none;
  for (similar::Reduction r(words, none); r.next(); last = r.letter()) {
    if (last != 0) out.push_back(last << 16 | r.letter());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Dice coefficient of two sorted lists.
double alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

struct Candidate {
  double score;
  std::int32_t before, now;
};

}  // namespace

std::vector<std::int32_t> match_findings(const std::vector<FindingState>& before,
                                         const std::vector<FindingState>& now) {
  std::vector<std::int32_t> out(now.size(), -1);
  std::vector<bool> taken(before.size());
  std::vector<std::vector<std::uint32_t>> old_pairs, new_pairs;
  for (const FindingState& f : before) old_pairs.push_back(pairs_of(f.problem));
  for (const FindingState& f : now) new_pairs.push_back(pairs_of(f.problem));
  for (std::size_t i = 0; i < now.size(); ++i) {
    for (std::size_t k = 0; k < before.size() && out[i] < 0; ++k) {
      if (taken[k] || before[k].problem != now[i].problem) continue;
      taken[k] = true;
      out[i] = static_cast<std::int32_t>(k);
    }
  }
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < now.size(); ++i) {
    for (std::size_t k = 0; k < before.size() && out[i] < 0; ++k) {
      const double score = taken[k] ? 0 : alike(old_pairs[k], new_pairs[i]);
      if (score >= alike_enough)
        candidates.push_back({score, static_cast<std::int32_t>(k), static_cast<std::int32_t>(i)});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  for (const Candidate& c : candidates) {
    const auto k = static_cast<std::size_t>(c.before), i = static_cast<std::size_t>(c.now);
    if (taken[k] || out[i] >= 0) continue;
    taken[k] = true;
    out[i] = c.before;
  }
  return out;
}

}  // namespace noticekit::changes
