// Fingerprints of all letters, and where each occurs again. Comes after corpus.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "report/similar/similar.hpp"

namespace noticekit::similar {

inline constexpr std::uint32_t gram = 12;   ///< letters of a fingerprint
inline constexpr std::uint32_t window = 6;  ///< of so many neighbours one is kept

/// Fingerprints that occur more than once.
struct Seeds {
  /// One occurrence.
  struct At {
    Place place = 0;
    std::uint32_t group = 0;
  };
  std::vector<At> occurrences;        ///< by place
  std::vector<Place> members;         ///< of all groups, one after another, by place
  std::vector<std::uint32_t> begins;  ///< of each group in `members`, and their end
};

/// Winnows all letters. Fingerprints of more documents than `limits` allow are masked in `corpus`
/// and told in `stock`; their occurrences are no seeds.
Seeds find_seeds(Corpus& corpus, const Limits& limits, std::vector<Stock>& stock);

}  // namespace noticekit::similar
