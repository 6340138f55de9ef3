// From a seed to the whole passage, letter by letter. Comes after corpus.hpp.
#pragma once

#include <optional>
#include <vector>

#include "report/similar/similar.hpp"

namespace noticekit::similar {

/// The passage around the `length` letters that are the same at `a` and `b` (a < b): as far as both
/// sides go together, over gaps of a few letters on either side. In `one_document` the two never
/// overlap. None where the letters at the seed differ.
std::optional<Passage> align(const std::vector<Letter>& letters, Place a, Place b,
                             std::uint32_t length, bool one_document);

/// Whether it is long enough to be told.
bool is_told(const Passage& passage, const Limits& limits);

}  // namespace noticekit::similar
