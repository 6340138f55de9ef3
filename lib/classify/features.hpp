// What a model sees of a finding or a measure: character n-grams, marked with the part they stand
// in. Comes before predict.hpp; training sees the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "noticekit/notice.hpp"

namespace noticekit::labelling {

/// One n-gram of one part: "p账务" stands in the problem.
struct Feature {
  std::string name;
  Span span;  ///< where it stands first
  double value = 0;
};

/// Sorted by name, each name once, of length 1 as a vector. Digits count as one character 0; only
/// letters, digits and Chinese characters make n-grams, of 1 to 3 characters.
using Features = std::vector<Feature>;

/// The first `bytes` of a piece, cut between characters.
Span beginning(std::string_view text, Span piece, std::size_t bytes);

/// Of problem, detail, headings above, and the beginning of the answer.
Features features_of(const Notice& notice, const Finding& finding);
/// Of a measure: its opening and all of it.
Features features_of(const Notice& notice, Span measure);

}  // namespace noticekit::labelling
