// Words that two passages share, as a reader who looks for the subject would see them: pairs of Han
// characters, less those that say nothing.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "report/audit/check.hpp"

namespace noticekit::audit {

/// Pairs of neighbouring Han characters; those in stock words (rules "stock", code "empty") are
/// left out.
std::unordered_set<std::uint64_t> pairs_of(const PhraseSet& stock, std::string_view words);
/// How many of `some` are in `others`.
std::size_t shared(const std::unordered_set<std::uint64_t>& some,
                   const std::unordered_set<std::uint64_t>& others);

}  // namespace noticekit::audit
