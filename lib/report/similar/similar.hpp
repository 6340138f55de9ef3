// Passages that notices share: letters → winnowed fingerprints → candidates → exact alignment →
// shares and groups. Comes after corpus.hpp; the views that show it come after.
//
// Method: a fingerprint is the hash of 12 letters; of every 6 neighbouring ones the least is kept
// (winnowing), so that two texts with 17 letters in common share one. Fingerprints found in many
// notices are set phrases that nobody had listed: they are masked. Every other one that occurs
// again is a seed, which is aligned letter by letter, over gaps of a few letters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/similar/corpus.hpp"

namespace noticekit::similar {

/// **Source**: domain reference §5, the calibration of 雷同.
struct Limits {
  std::uint32_t run = 20;          ///< letters in a row that make a passage
  std::uint32_t near = 30;         ///< letters with gaps that make one …
  double near_share = 0.8;         ///< … if so much of both sides matches
  double stock_share = 0.1;        ///< a run found in more of all notices is a set phrase …
  std::uint32_t stock_least = 20;  ///< … but never one found in so many notices or fewer
};

/// Words that stand in two places. `a` is before `b`.
struct Passage {
  std::uint32_t document_a = 0, document_b = 0;
  Place a_begin = 0, a_end = 0;
  Place b_begin = 0, b_end = 0;
  std::uint32_t matched = 0;  ///< letters that are the same, masks aside
  std::uint32_t longest = 0;  ///< of them in a row
  std::uint32_t text = 0;     ///< number of its group, from 1; 0: no third document has it
};

/// Two documents (or one, twice) and all that they share.
struct Pair {
  std::uint32_t document_a = 0, document_b = 0;
  std::vector<Passage> passages;    ///< by place
  std::uint32_t matched = 0;        ///< letters, of all passages
  double share_a = 0, share_b = 0;  ///< of the 5-letter groups of each, those in the other
  double both = 0;                  ///< of the groups of either, those in both (Jaccard)
};

/// One text that several documents have.
struct Group {
  std::vector<std::uint32_t> documents;  ///< in order
  std::uint32_t letters = 0;             ///< of the longest passage
  Passage longest;
};

/// A phrase learnt from the folder.
struct Stock {
  std::uint32_t document = 0;  ///< one that has it
  Place begin = 0, end = 0;
  std::uint32_t documents = 0;  ///< in how many it stands
};

struct Similar {
  std::vector<Pair> pairs;    ///< most shared letters first
  std::vector<Group> groups;  ///< of three documents or more; most documents first
  std::vector<Stock> stock;   ///< most documents first
};

/// Compares everything with everything. Masks what it learns in `corpus`.
/// Where one text stands in more than 16 documents, whatever each has changed in it, the 17th and
/// later ones are compared with the first and the one before only, as their seeds know them.
Similar find_similar(Corpus& corpus, const Limits& limits);

}  // namespace noticekit::similar
