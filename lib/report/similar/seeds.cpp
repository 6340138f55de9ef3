#include "report/similar/seeds.hpp"

#include <algorithm>
#include <array>

namespace noticekit::similar {
namespace {

constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;

constexpr std::uint64_t power(std::uint32_t n) {
  std::uint64_t out = 1;
  while (n-- > 0) out *= base;
  return out;
}

/// Spreads the rolling sum, whose low bits know only the last letters.
std::uint32_t hash_of(std::uint64_t sum) {
  sum ^= sum >> 32;
  sum *= 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(sum >> 32);
}

/// A fingerprint in one number: hash above, place below. Sorting brings equal ones together.
using Print = std::uint64_t;
constexpr Place place_of(Print p) { return static_cast<Place>(p); }
constexpr std::uint32_t hash_of_print(Print p) { return static_cast<std::uint32_t>(p >> 32); }

/// Of every `window` neighbours the least; the last of equal ones, so that few are kept.
std::vector<Print> winnow(const std::vector<Letter>& letters) {
  constexpr std::uint64_t oldest = power(gram - 1);
  std::vector<Print> out;
  std::array<std::uint32_t, window> recent{};  // hashes of the last fingerprints, a ring
  std::uint64_t sum = 0;
  std::uint32_t run = 0;  // letters since the last mask
  Place kept = 0;
  for (Place at = 0; at < letters.size(); ++at) {
    if (letters[at] <= masked) {
      run = 0;
      sum = 0;
      continue;
    }
    if (run >= gram) sum -= letters[at - gram] * oldest;
    sum = sum * base + letters[at];
    if (++run < gram) continue;
    const Place begin = at + 1 - gram;
    recent[begin % window] = hash_of(sum);
    const std::uint32_t have = std::min(run - gram + 1, window);
    if (have < window && letters[at + 1] > masked) continue;  // a short run is kept at its end
    Place least = begin;
    for (Place p = begin; p + have > begin; --p) {
      if (recent[p % window] < recent[least % window]) least = p;
    }
    if (least == kept && !out.empty()) continue;
    kept = least;
    out.push_back(Print{recent[least % window]} << 32 | least);
  }
  return out;
}

/// How many documents `first` to `last` are of, no more counted than `enough`.
std::uint32_t documents_of(const Corpus& corpus, const Print* first, const Print* last) {
  std::uint32_t n = 0;
  Place end = 0;  // of the document counted last
  for (; first != last; ++first) {
    if (place_of(*first) < end) continue;
    ++n;
    end = corpus.documents()[corpus.document_at(place_of(*first))].end;
  }
  return n;
}

/// Neighbouring masked fingerprints of one document are one phrase.
class Learnt {
 public:
  void add(Place place, std::uint32_t documents) { prints_.push_back({place, documents}); }

  void mask(Corpus& corpus, std::vector<Stock>& stock) {
    std::sort(prints_.begin(), prints_.end(),
              [](const auto& a, const auto& b) { return a.place < b.place; });
    for (const auto& p : prints_) {
      const bool grows = !stock.empty() && p.place <= stock.back().end;
      if (grows) {
        stock.back().end = p.place + gram;
        stock.back().documents = std::min(stock.back().documents, p.documents);
      } else if (p.first) {
        stock.push_back({corpus.document_at(p.place), p.place, p.place + gram, p.documents});
      }
      // Winnowing may have kept no fingerprint of the phrase's last letters on either side.
      constexpr Place edge = window - 1;
      corpus.mask(p.place > edge ? p.place - edge : 0, p.place + gram + edge);
    }
    std::stable_sort(stock.begin(), stock.end(),
                     [](const Stock& a, const Stock& b) { return a.documents > b.documents; });
  }

  void is_first() { prints_.back().first = true; }

 private:
  struct One {
    Place place;
    std::uint32_t documents;
    bool first = false;  // the first occurrence of its fingerprint: told once
  };
  std::vector<One> prints_;
};

}  // namespace

Seeds find_seeds(Corpus& corpus, const Limits& limits, std::vector<Stock>& stock) {
  std::vector<Print> prints = winnow(corpus.letters());
  std::sort(prints.begin(), prints.end());
  const auto share = static_cast<std::uint32_t>(limits.stock_share *
                                                static_cast<double>(corpus.documents().size()));
  const std::uint32_t most = std::max(limits.stock_least, share);
  Seeds out;
  Learnt learnt;
  for (std::size_t i = 0, end = 0; i < prints.size(); i = end) {
    while (end < prints.size() && hash_of_print(prints[end]) == hash_of_print(prints[i])) ++end;
    if (end - i < 2) continue;
    const Print* const first = prints.data() + i;
    const std::uint32_t documents =
        end - i > most ? documents_of(corpus, first, prints.data() + end) : 0;
    if (documents > most) {
      for (std::size_t k = i; k < end; ++k) {
        learnt.add(place_of(prints[k]), documents);
        if (k == i) learnt.is_first();
      }
      continue;
    }
    const auto group = static_cast<std::uint32_t>(out.begins.size());
    out.begins.push_back(static_cast<std::uint32_t>(out.members.size()));
    for (std::size_t k = i; k < end; ++k) {
      out.members.push_back(place_of(prints[k]));
      out.occurrences.push_back({place_of(prints[k]), group});
    }
  }
  out.begins.push_back(static_cast<std::uint32_t>(out.members.size()));
  prints = {};
  learnt.mask(corpus, stock);
  std::sort(out.occurrences.begin(), out.occurrences.end(),
            [](const Seeds::At& a, const Seeds::At& b) { return a.place < b.place; });
  return out;
}

}  // namespace noticekit::similar
