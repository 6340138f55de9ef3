// All notices of a run as one row of letters, and the way back to their words. Comes after
// reduced.hpp. Memory: the texts, and two bytes a letter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/similar/reduced.hpp"

namespace noticekit::similar {

/// A place in the row of all letters.
using Place = std::uint32_t;

/// One finding of a document, for telling where a passage stands.
struct FindingPlace {
  std::string id;
  Span extent;
  Span problem;
};

struct Document {
  std::string id;
  std::string unit;  ///< the inspected bodies; empty where none is named
  std::string text;
  std::vector<Mask> masks;
  std::vector<FindingPlace> findings;
  std::vector<Span> headings;
  Place begin = 0, end = 0;          ///< its letters
  std::vector<std::uint32_t> marks;  ///< where every 64th of them stands, in bytes
};

class Corpus {
 public:
  Corpus() : letters_(1, wall) {}

  /// False, and nothing is added, once there is no more room: 4,294,967,295 letters.
  bool add(const Notice& notice, std::string unit, const SimilarRules* rules);

  [[nodiscard]] const std::vector<Document>& documents() const { return documents_; }
  [[nodiscard]] const std::vector<Letter>& letters() const { return letters_; }
  /// Takes letters out of the comparison; what they stand for stays.
  void mask(Place begin, Place end);

  /// Which document a place is in.
  [[nodiscard]] std::uint32_t document_at(Place place) const {
    std::uint32_t d = nearby_[place / stretch];
    while (d + 1 < documents_.size() && documents_[d + 1].begin <= place) ++d;
    return d;
  }
  /// The words of [begin, end), from the first letter to the last; all in one document.
  [[nodiscard]] Span words_at(const Document& document, Place begin, Place end) const;

 private:
  static constexpr Place stretch = 1024;

  std::vector<Letter> letters_;
  std::vector<Document> documents_;
  std::vector<std::uint32_t> nearby_;  // the document at the first letter of every stretch
};

/// Index of the finding whose extent holds `at`; -1 outside.
std::int32_t finding_at(const Document& document, TextOffset at);
/// Whether `at` is in a heading or in the problem of a finding.
bool in_heading(const Document& document, TextOffset at);

}  // namespace noticekit::similar
