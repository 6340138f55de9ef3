// Fingerprints of all letters, and where each occurs again. Comes after corpus.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "report/similar/similar.hpp"

namespace noticekit::similar {

inline constexpr std::uint32_t gram = 12;   ///< letters of a fingerprint
inline constexpr std::uint32_t window = 6;  ///< of so many neighbours one is kept

/// Fingerprints that occur more than once. Their occurrences are numbered by place.
struct Seeds {
  std::vector<Place> places;           ///< of each occurrence
  std::vector<std::uint32_t> groups;   ///< of each occurrence
  std::vector<std::uint32_t> members;  ///< occurrences: of each group, one after another, by place
  std::vector<std::uint32_t> begins;   ///< of each group in `members`, and their end

  /// The first occurrence at `place` or after it.
  [[nodiscard]] std::uint32_t first_from(Place place) const {
    return static_cast<std::uint32_t>(std::lower_bound(places.begin(), places.end(), place) -
                                      places.begin());
  }
};

/// Winnows all letters. Fingerprints of more documents than `limits` allow are masked in `corpus`
/// and told in `stock`; their occurrences are no seeds.
Seeds find_seeds(Corpus& corpus, const Limits& limits, std::vector<Stock>& stock);

}  // namespace noticekit::similar
