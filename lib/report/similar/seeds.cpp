#include "report/similar/seeds.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

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

/// Of every `window` neighbours the least; the last of equal ones, so that few are kept.
struct Prints {
  std::vector<Place> places;          // in order
  std::vector<std::uint32_t> hashes;  // of each
};

Prints winnow(const std::vector<Letter>& letters) {
  constexpr std::uint64_t oldest = power(gram - 1);
  Prints out;
  constexpr Place ring = std::bit_ceil(window);
  std::array<std::uint32_t, ring> recent{};  // hashes of the last fingerprints
  std::uint64_t sum = 0;
  std::uint32_t run = 0;  // letters since the last mask
  Place least = 0, kept = 0;
  bool is_first = true;  // window since the last mask
  for (Place at = 0; at < letters.size(); ++at) {
    if (letters[at] <= masked) {
      run = 0;
      sum = 0;
      is_first = true;
      continue;
    }
    if (run >= gram) sum -= letters[at - gram] * oldest;
    sum = sum * base + letters[at];
    if (++run < gram) continue;
    const Place begin = at + 1 - gram;
    const std::uint32_t hash = hash_of(sum);
    recent[begin % ring] = hash;
    const std::uint32_t have = std::min(run - gram + 1, window);
    if (have < window && letters[at + 1] > masked) continue;  // a short run is kept at its end
    if (is_first || least + have <= begin) {                  // the least has left the window
      least = begin;
      for (Place p = begin; p + have > begin; --p) {
        if (recent[p % ring] < recent[least % ring]) least = p;
      }
    } else if (hash <= recent[least % ring]) {
      least = begin;
    }
    is_first = false;
    if (least == kept && !out.places.empty()) continue;
    kept = least;
    out.places.push_back(least);
    out.hashes.push_back(recent[least % ring]);
  }
  return out;
}

/// A print's hash above, its number below.
using Hashed = std::uint64_t;
constexpr std::uint32_t hash_in(Hashed h) { return static_cast<std::uint32_t>(h >> 32); }
constexpr std::uint32_t number_in(Hashed h) { return static_cast<std::uint32_t>(h); }

/// Brings equal hashes together, in order of number: first into drawers, which fit in a cache.
std::vector<Hashed> sorted(const std::vector<std::uint32_t>& hashes) {
  constexpr unsigned drawer_bits = 12, shift = 32 - drawer_bits;
  std::vector<std::size_t> ends((std::size_t{1} << drawer_bits) + 1);
  for (const std::uint32_t h : hashes) ++ends[(h >> shift) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Hashed> out(hashes.size());
  for (std::uint32_t i = 0; i < hashes.size(); ++i)
    out[ends[hashes[i] >> shift]++] = Hashed{hashes[i]} << 32 | i;
  auto begin = out.begin();
  for (std::size_t d = 0; d + 1 < ends.size(); ++d) {  // each end has moved on to the next one's
    const auto end = out.begin() + static_cast<std::ptrdiff_t>(ends[d]);
    std::sort(begin, end);
    begin = end;
  }
  return out;
}

/// Prints with one hash.
class Groups {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Groups(const Corpus& corpus, const Prints& prints, std::uint32_t most)
      : corpus_(corpus), prints_(prints), of_(prints.places.size(), none) {
    const std::vector<Hashed> all = sorted(prints.hashes);
    for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
      while (end < all.size() && hash_in(all[end]) == hash_in(all[i])) ++end;
      if (end - i < 2) continue;
      const std::uint32_t documents =
          end - i > most ? documents_of(all.data() + i, all.data() + end) : 0;
      const auto group = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back({number_in(all[i]), documents > most ? documents : 0});
      for (std::size_t k = i; k < end; ++k) of_[number_in(all[k])] = group;
    }
  }

  /// Of a print; none where its hash occurs once.
  [[nodiscard]] std::uint32_t of(std::uint32_t print) const { return of_[print]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(groups_.size()); }
  [[nodiscard]] std::uint32_t first(std::uint32_t group) const { return groups_[group].first; }
  /// In how many documents a set phrase stands; 0 for other groups.
  [[nodiscard]] std::uint32_t documents(std::uint32_t group) const {
    return groups_[group].documents;
  }

 private:
  struct Group {
    std::uint32_t first, documents;
  };

  [[nodiscard]] std::uint32_t documents_of(const Hashed* first, const Hashed* last) const {
    std::uint32_t n = 0;
    Place end = 0;  // of the document counted last
    for (; first != last; ++first) {
      const Place place = prints_.places[number_in(*first)];
      if (place < end) continue;
      ++n;
      end = corpus_.documents()[corpus_.document_at(place)].end;
    }
    return n;
  }

  const Corpus& corpus_;
  const Prints& prints_;
  std::vector<std::uint32_t> of_;
  std::vector<Group> groups_;
};

/// Masks the set phrases. Neighbouring fingerprints of one document are one phrase.
void mask_stock(Corpus& corpus, const Prints& prints, const Groups& groups,
                std::vector<Stock>& stock) {
  for (std::uint32_t i = 0; i < prints.places.size(); ++i) {
    const std::uint32_t group = groups.of(i);
    const std::uint32_t documents = group == Groups::none ? 0 : groups.documents(group);
    if (documents == 0) continue;
    const Place place = prints.places[i];
    if (!stock.empty() && place <= stock.back().end) {
      stock.back().end = place + gram;
      stock.back().documents = std::min(stock.back().documents, documents);
    } else if (i == groups.first(group)) {  // told once
      stock.push_back({corpus.document_at(place), place, place + gram, documents});
    }
    // Winnowing may have kept no fingerprint of the phrase's last letters on either side.
    constexpr Place edge = window - 1;
    corpus.mask(place > edge ? place - edge : 0, place + gram + edge);
  }
  std::stable_sort(stock.begin(), stock.end(),
                   [](const Stock& a, const Stock& b) { return a.documents > b.documents; });
}

/// Occurrences of the groups that are no set phrases.
Seeds seeds_of(const Prints& prints, const Groups& groups) {
  Seeds out;
  std::vector<std::uint32_t> sizes(groups.size());
  for (std::uint32_t i = 0; i < prints.places.size(); ++i) {
    const std::uint32_t group = groups.of(i);
    if (group == Groups::none || groups.documents(group) != 0) continue;
    out.places.push_back(prints.places[i]);
    out.groups.push_back(group);
    ++sizes[group];
  }
  out.begins.resize(std::size_t{groups.size()} + 1);
  std::partial_sum(sizes.begin(), sizes.end(), out.begins.begin() + 1);
  out.members.resize(out.places.size());
  std::vector<std::uint32_t>& next = sizes;  // where each group's next member goes
  std::copy(out.begins.begin(), out.begins.end() - 1, next.begin());
  for (std::uint32_t i = 0; i < out.places.size(); ++i) out.members[next[out.groups[i]]++] = i;
  return out;
}

}  // namespace

Seeds find_seeds(Corpus& corpus, const Limits& limits, std::vector<Stock>& stock) {
  const Prints prints = winnow(corpus.letters());
  const auto share = static_cast<std::uint32_t>(limits.stock_share *
                                                static_cast<double>(corpus.documents().size()));
  const Groups groups(corpus, prints, std::max(limits.stock_least, share));
  mask_stock(corpus, prints, groups, stock);
  return seeds_of(prints, groups);
}

}  // namespace noticekit::similar
