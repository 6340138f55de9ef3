// Passages that stand in two places, by exact alignment: what dup.* need. Counts Han characters,
// letters and digits; titles 《》, set phrases and punctuation part passages.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "noticekit/notice.hpp"
#include "text/phrase.hpp"

namespace noticekit::audit {

/// A text for comparing: 0 where something is left out.
using Letters = std::u32string;

/// Appends the letters of `span`, less titles and the set phrases of `stock` (code "set").
void append_letters(const Notice& n, Span span, const PhraseSet& stock, Letters& out);
/// The text of a notice, less its frame: title, addressee, lead, contacts, signature, date, and the
/// words of headings.
Letters body_letters(const Notice& n, const PhraseSet& stock);
std::string utf8_of(std::u32string_view letters);

/// The longest run two texts share; empty where none has `least` letters.
Letters longest_run(const Letters& a, const Letters& b, std::size_t least);
/// Different runs of five letters.
std::unordered_set<std::uint64_t> five_grams(const Letters& letters);

/// Remembers texts and finds runs that a new one shares with them. **Units**: letters. Keeps about
/// fourteen bytes a letter.
class SharedRuns {
 public:
  explicit SharedRuns(std::size_t least) : least_(least) {}

  struct Found {
    std::size_t other = 0;  ///< the text it was met in first, by the order of adding
    Letters longest;
    std::size_t covered = 0;  ///< letters of the new text that stand in the other
  };
  /// What `letters` shares with each earlier text; then remembers it.
  std::vector<Found> add(Letters letters);

 private:
  struct Place {
    std::uint32_t text, at;
  };
  std::size_t least_;
  std::vector<Letters> texts_;
  std::unordered_map<std::uint64_t, Place> places_;
};

}  // namespace noticekit::audit
