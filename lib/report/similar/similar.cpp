#include "report/similar/similar.hpp"

#include <algorithm>
#include <utility>

#include "report/similar/align.hpp"
#include "report/similar/groups.hpp"
#include "report/similar/seeds.hpp"
#include "report/similar/shares.hpp"

namespace noticekit::similar {
namespace {

/// Texts of so many documents are compared all with all; each further document with two of them.
constexpr std::uint32_t all_of_them = 16;

/// What a document shares with earlier ones, while it is gone through.
class Found {
 public:
  struct With {
    std::uint32_t document = 0;
    std::vector<Passage> passages;
  };

  explicit Found(std::size_t documents) : at_(documents, none) {}

  [[nodiscard]] bool covers(std::uint32_t document, Place a, Place b) const {
    if (at_[document] == none) return false;
    const std::vector<Passage>& known = all_[at_[document]].passages;
    return std::any_of(known.rbegin(), known.rend(), [&](const Passage& p) {
      return p.a_begin <= a && a < p.a_end && p.b_begin <= b && b < p.b_end;
    });
  }
  void add(const Passage& passage) {
    std::uint32_t& at = at_[passage.document_a];
    if (at == none) {
      at = static_cast<std::uint32_t>(all_.size());
      all_.push_back({passage.document_a, {}});
    }
    all_[at].passages.push_back(passage);
  }
  /// All, by document; nothing is left here.
  std::vector<With> take() {
    for (const With& with : all_) at_[with.document] = none;
    std::sort(all_.begin(), all_.end(),
              [](const With& a, const With& b) { return a.document < b.document; });
    return std::exchange(all_, {});
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> at_;  // of each document in all_
  std::vector<With> all_;
};

/// How often each seed stands in passages, so that a text that many documents have is not compared
/// with every one of them, however many of its letters each has changed.
class Spread {
 public:
  explicit Spread(std::size_t seeds) : seeds_(seeds) {}

  /// Whether more than `all_of_them` documents have the text around `seed`, as far as is known.
  [[nodiscard]] bool is_wide(std::uint32_t seed) const {
    return seeds_[seed].before + 1U >= all_of_them;
  }
  /// Whether two passages with earlier documents hold it already.
  [[nodiscard]] bool is_told(std::uint32_t seed) const { return seeds_[seed].passages >= 2; }

  /// The seeds [first, last) stand in one more passage, with the text around `earlier`.
  void add(std::uint32_t first, std::uint32_t last, std::uint32_t earlier) {
    const auto before = std::uint8_t(std::min(seeds_[earlier].before + 1U, 0xFFU));
    for (std::uint32_t i = first; i < last; ++i) {
      seeds_[i].before = std::max(seeds_[i].before, before);
      if (seeds_[i].passages < 2) ++seeds_[i].passages;
    }
  }

 private:
  struct Seed {
    std::uint8_t before = 0;    // documents that have the text, from one to the next one's
    std::uint8_t passages = 0;  // with earlier documents; no more than two are counted
  };
  std::vector<Seed> seeds_;
};

/// Goes through the seeds of one document after another and aligns them with what stood before.
class Sweep {
 public:
  Sweep(const Corpus& corpus, const Seeds& seeds, const Limits& limits)
      : corpus_(corpus),
        seeds_(seeds),
        limits_(limits),
        shares_(corpus.letters()),
        found_(corpus.documents().size()),
        spread_(seeds.places.size()),
        five_letter_groups_(corpus.documents().size(), unknown) {}

  std::vector<Pair> run() {
    std::uint32_t seed = 0;
    for (std::uint32_t d = 0; d < corpus_.documents().size(); ++d) {
      const std::uint32_t end = seeds_.first_from(corpus_.documents()[d].end);
      for (; seed < end; ++seed) meet(d, seed);
      finish(d);
    }
    std::stable_sort(pairs_.begin(), pairs_.end(),
                     [](const Pair& a, const Pair& b) { return a.matched > b.matched; });
    return std::move(pairs_);
  }

 private:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;

  /// Holds a seed against earlier ones: all, or where they are many, the one before and the first,
  /// until it has been found twice.
  void meet(std::uint32_t d, std::uint32_t seed) {
    const std::uint32_t group = seeds_.groups[seed];
    const std::uint32_t* const first = seeds_.members.data() + seeds_.begins[group];
    const std::uint32_t* const last = seeds_.members.data() + seeds_.begins[group + 1];
    const std::uint32_t* const here = std::lower_bound(first, last, seed);
    if (here == first) return;
    if (last - first <= std::ptrdiff_t{all_of_them} && !spread_.is_wide(*(here - 1))) {
      for (const std::uint32_t* m = here; m-- != first;) compare(d, *m, seed);
      return;
    }
    if (spread_.is_told(seed)) return;
    compare(d, *(here - 1), seed);
    if (here - 1 != first) compare(d, *first, seed);
  }

  void compare(std::uint32_t d, std::uint32_t earlier, std::uint32_t seed) {
    const Place a = seeds_.places[earlier], b = seeds_.places[seed];
    const std::uint32_t e = a >= corpus_.documents()[d].begin ? d : corpus_.document_at(a);
    if (found_.covers(e, a, b)) return;
    auto passage = align(corpus_.letters(), a, b, gram, e == d);
    if (!passage || !is_told(*passage, limits_)) return;
    passage->document_a = e;
    passage->document_b = d;
    if (e == d && !between_findings(corpus_.documents()[d], *passage)) return;
    found_.add(*passage);
    if (e == d) return;
    spread_.add(seeds_.first_from(passage->b_begin), seeds_.first_from(passage->b_end), earlier);
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
    std::vector<Found::With> found = found_.take();
    if (found.empty()) return;
    for (const Found::With& with : found) count_groups(with.document);
    count_groups(d);
    const Document& b = corpus_.documents()[d];
    shares_.take(b.begin, b.end);
    for (Found::With& with : found) {
      Pair pair;
      pair.document_a = with.document;
      pair.document_b = d;
      pair.passages = without_overlaps(with.passages);
      for (const Passage& p : pair.passages) pair.matched += p.matched;
      if (with.document != d) {
        const Document& a = corpus_.documents()[with.document];
        const Shares s = shares_.share(a.begin, a.end, five_letter_groups_[with.document]);
        pair.share_a = s.a;
        pair.share_b = s.b;
        pair.both = s.both;
      }
      pairs_.push_back(std::move(pair));
    }
  }

  void count_groups(std::uint32_t document) {
    std::uint32_t& count = five_letter_groups_[document];
    const Document& d = corpus_.documents()[document];
    if (count == unknown) count = shares_.take(d.begin, d.end);
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
  Found found_;
  Spread spread_;
  std::vector<std::uint32_t> five_letter_groups_;  // different ones in each document
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
