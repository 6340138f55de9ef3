#include "report/similar/similar.hpp"

#include <algorithm>
#include <unordered_map>

#include "report/similar/align.hpp"
#include "report/similar/groups.hpp"
#include "report/similar/seeds.hpp"
#include "report/similar/shares.hpp"

namespace noticekit::similar {
namespace {

constexpr std::size_t all_of_them = 16;  // places compared with each other, all with all

/// Goes through the seeds of one document after another and aligns them with what stood before.
class Sweep {
 public:
  Sweep(const Corpus& corpus, const Seeds& seeds, const Limits& limits)
      : corpus_(corpus), seeds_(seeds), limits_(limits), shares_(corpus.letters()) {}

  std::vector<Pair> run() {
    auto at = seeds_.occurrences.begin();
    for (std::uint32_t d = 0; d < corpus_.documents().size(); ++d) {
      const Place end = corpus_.documents()[d].end;
      for (; at != seeds_.occurrences.end() && at->place < end; ++at) meet(d, *at);
      finish(d);
    }
    std::stable_sort(pairs_.begin(), pairs_.end(),
                     [](const Pair& a, const Pair& b) { return a.matched > b.matched; });
    return std::move(pairs_);
  }

 private:
  /// Holds a seed against earlier ones: all, or where they are many, the first and the last.
  void meet(std::uint32_t d, const Seeds::At& seed) {
    const Place* const first = seeds_.members.data() + seeds_.begins[seed.group];
    const Place* const last = seeds_.members.data() + seeds_.begins[seed.group + 1];
    const Place* const here = std::lower_bound(first, last, seed.place);
    if (static_cast<std::size_t>(last - first) <= all_of_them) {
      for (const Place* m = here; m-- != first;) compare(d, *m, seed.place);
    } else if (here != first) {
      compare(d, *(here - 1), seed.place);
      if (here - 1 != first) compare(d, *first, seed.place);
    }
  }

  void compare(std::uint32_t d, Place a, Place b) {
    const std::uint32_t e = a >= corpus_.documents()[d].begin ? d : corpus_.document_at(a);
    auto& known = found_[e];
    const auto covers = [&](const Passage& p) {
      return p.a_begin <= a && a < p.a_end && p.b_begin <= b && b < p.b_end;
    };
    if (std::any_of(known.rbegin(), known.rend(), covers)) return;
    auto passage = align(corpus_.letters(), a, b, gram, e == d);
    if (!passage || !is_told(*passage, limits_)) return;
    passage->document_a = e;
    passage->document_b = d;
    if (e == d && !between_findings(corpus_.documents()[d], *passage)) return;
    known.push_back(*passage);
  }

  /// Within a document, words that a heading announces and its text takes up again are no copy.
  [[nodiscard]] bool between_findings(const Document& d, const Passage& p) const {
    const TextOffset a = corpus_.words_at(d, p.a_begin, p.a_end).begin;
    const TextOffset b = corpus_.words_at(d, p.b_begin, p.b_end).begin;
    if (in_heading(d, a) || in_heading(d, b)) return false;
    const std::int32_t finding = finding_at(d, a);
    const std::int32_t other = finding_at(d, b);
    return finding >= 0 && other >= 0 && finding != other;
  }

  /// Puts what document `d` shares with earlier ones into pairs.
  void finish(std::uint32_t d) {
    if (found_.empty()) return;
    const Document& b = corpus_.documents()[d];
    std::vector<std::uint32_t> others;
    for (const auto& [e, passages] : found_) {
      if (!passages.empty()) others.push_back(e);
    }
    std::sort(others.begin(), others.end());
    if (!others.empty()) shares_.take(b.begin, b.end);
    for (const std::uint32_t e : others) {
      Pair pair;
      pair.document_a = e;
      pair.document_b = d;
      pair.passages = without_overlaps(found_[e]);
      for (const Passage& p : pair.passages) pair.matched += p.matched;
      if (e != d) {
        const Document& a = corpus_.documents()[e];
        const Shares s = shares_.share(a.begin, a.end);
        pair.share_a = s.a;
        pair.share_b = s.b;
        pair.both = s.both;
      }
      pairs_.push_back(std::move(pair));
    }
    found_.clear();
  }

  /// The longest passages; a shorter one is left out where most of both its sides is told already.
  static std::vector<Passage> without_overlaps(std::vector<Passage>& found) {
    std::stable_sort(found.begin(), found.end(),
                     [](const Passage& a, const Passage& b) { return a.matched > b.matched; });
    std::vector<Passage> out;
    for (const Passage& p : found) {
      const auto told = [&](const Passage& q) {
        const auto inside = [](Place b, Place e, Place qb, Place qe) {
          const Place from = std::max(b, qb), to = std::min(e, qe);
          return to > from && 2 * (to - from) > e - b;
        };
        return inside(p.b_begin, p.b_end, q.b_begin, q.b_end) ||
               inside(p.a_begin, p.a_end, q.a_begin, q.a_end);
      };
      if (std::none_of(out.begin(), out.end(), told)) out.push_back(p);
    }
    std::sort(out.begin(), out.end(), [](const Passage& a, const Passage& b) {
      return a.b_begin != b.b_begin ? a.b_begin < b.b_begin : a.a_begin < b.a_begin;
    });
    return out;
  }

  const Corpus& corpus_;
  const Seeds& seeds_;
  const Limits& limits_;
  FiveLetters shares_;
  std::unordered_map<std::uint32_t, std::vector<Passage>> found_;  // by the earlier document
  std::vector<Pair> pairs_;
};

}  // namespace

Similar find_similar(Corpus& corpus, const Limits& limits) {
  Similar out;
  const Seeds seeds = find_seeds(corpus, limits, out.stock);
  out.pairs = Sweep(corpus, seeds, limits).run();
  out.groups = group_texts(out.pairs);
  return out;
}

}  // namespace noticekit::similar
