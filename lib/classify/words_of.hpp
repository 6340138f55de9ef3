// The words of a text that learnt weights are asked for: its n-grams of characters. Comes after
// n_gram.hpp; measure types and topics see their texts through it, and so does who learns them.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "classify/n_gram.hpp"
#include "noticekit/notice.hpp"

namespace noticekit::labelling {

/// Where the first of the things ends that a problem joins by ，、 or 和: it names its main topic
/// first.
std::uint32_t first_member_end(std::string_view text, Span problem);

/// A part of what is labelled, in one place or more.
struct WordPiece {
  std::vector<Span> spans;
  double weight = 1;
  bool opens = false;  ///< its first one or two characters count once more, behind a ^
  std::uint32_t turn = std::numeric_limits<std::uint32_t>::max();
  double after_turn = 1;  ///< the share of words that begin at `turn` or later
};

struct Word {
  NGram gram;
  Span span;  ///< where it stands first
  double value = 0;
};
using Words = std::vector<Word>;

/// The n-grams of 1 to 3 characters in all pieces, digits as one 0, each once, sorted. One counts
/// the weight of its piece, and less the longer the piece is; in two pieces, where it counts most.
Words words_of(std::string_view text, const std::vector<WordPiece>& pieces);

/// A measure: its opening tells more than the rest.
Words words_of_measure(std::string_view text, Span measure);
/// A finding: the problem, and for less its detail, the headings above, the beginning of the
/// answer.
Words words_of_finding(const Notice& notice, const Finding& finding);

}  // namespace noticekit::labelling
