// A notice as a row of letters that can be compared: punctuation, spaces and width fall away, what
// everybody prints alike is masked. Comes before corpus.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "noticekit/notice.hpp"
#include "report/similar/similar_rules.hpp"
#include "text/utf8.hpp"

namespace noticekit::similar {

/// One letter or digit; beyond the first plane folded into its private area.
using Letter = char16_t;
inline constexpr Letter wall = 0;    ///< nothing matches it: a masked paragraph, an end
inline constexpr Letter masked = 1;  ///< stands for a masked phrase; matches another one, counts 0

/// A stretch that is not compared.
struct Mask {
  Span span;
  Letter as = masked;
};

/// What of a notice is masked, in order, without overlap: title, lead, contact, signature and the
/// headings above findings as walls; 《titles》, set phrases and formulae inside paragraphs.
/// `rules` may be null.
std::vector<Mask> masks_of(const Notice& notice, const SimilarRules* rules);

/// The letter that stands for a character; wall where it is passed over.
Letter letter_of(char32_t c);

/// Calls `take(byte, letter)` for every letter and mask of `text`, in order.
template <class Take>
void reduce(std::string_view text, const std::vector<Mask>& masks, const Take& take) {
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (next < masks.size() && at >= masks[next].span.begin.value) {
      const Mask& mask = masks[next++];
      take(at, mask.as);
      at = std::max<std::size_t>(at, mask.span.end.value);
      continue;
    }
    const Letter letter = letter_of(utf8::at(text, at));
    if (letter != wall) take(at, letter);
    at += utf8::length(static_cast<unsigned char>(text[at]));
  }
}

}  // namespace noticekit::similar
