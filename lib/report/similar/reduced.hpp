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

/// The letter that stands for a character other than Kana, Han and Hangul.
Letter other_letter_of(char32_t c);
/// The letter that stands for a character; wall where it is passed over.
inline Letter letter_of(char32_t c) {
  return c >= 0x3040 && c < 0xD800 ? static_cast<Letter>(c) : other_letter_of(c);
}

/// Goes through the letters and masks of a text, in order.
class Reduction {
 public:
  /// From the letter or mask that begins at `from`.
  Reduction(std::string_view text, const std::vector<Mask>& masks, std::size_t from = 0)
      : text_(text), masks_(masks), after_(from) {
    const auto ends_before = [](const Mask& m, std::size_t at) { return m.span.end.value <= at; };
    next_ = static_cast<std::size_t>(
        std::lower_bound(masks.begin(), masks.end(), from, ends_before) - masks.begin());
  }

  /// To the next one; false at the end.
  bool next() {
    while (after_ < text_.size()) {
      begin_ = after_;
      if (next_ < masks_.size() && begin_ >= masks_[next_].span.begin.value) {
        const Mask& mask = masks_[next_++];
        letter_ = mask.as;
        after_ = std::max<std::size_t>(begin_, mask.span.end.value);
        return true;
      }
      letter_ = letter_of(utf8::at(text_, begin_));
      after_ += utf8::length(static_cast<unsigned char>(text_[begin_]));
      if (letter_ != wall) return true;
    }
    return false;
  }

  [[nodiscard]] Letter letter() const { return letter_; }
  /// Bytes that the letter stands for.
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return after_; }

 private:
  std::string_view text_;
  const std::vector<Mask>& masks_;
  std::size_t next_ = 0;  // mask
  std::size_t begin_ = 0, after_ = 0;
  Letter letter_ = wall;
};

}  // namespace noticekit::similar
