// Words that speak for labels, added up over pieces of a notice. Comes after taxonomy.hpp; every
// label kind uses it.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "classify/taxonomy.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

/// One place where a rule speaks. `begin` and `end` count bytes of the notice's text.
struct Cue {
  std::uint32_t rule = 0;
  Span span;
};

/// All hits in `piece` that do not lie inside a longer one: 服务群众 says nothing within
/// 服务群众专项经费. In order of place.
std::vector<Cue> cues_in(const LabelSet& set, std::string_view text, Span piece);

/// What the pieces seen so far give to one label.
struct Standing {
  double score = 0;
  std::uint32_t first = std::numeric_limits<std::uint32_t>::max();  ///< earliest mention that ranks
  std::vector<Cue> cues;
  std::vector<double> gains;  ///< parallel to cues
};

/// How the cues of one piece count.
struct Piece {
  double weight = 1;
  /// No label gets more from it.
  double cap = std::numeric_limits<double>::infinity();
  bool ranks = false;  ///< mentions here decide ties
  /// A label's heaviest words count in full, each further ones by this share: a topic that is named
  /// three times is not three times as central.
  double further = 1;
  std::uint32_t turn = std::numeric_limits<std::uint32_t>::max();
  double after_turn = 1;  ///< the share of words that begin at `turn` or later
};

/// Scores by label, in the order of LabelSet::labels.
class Tally {
 public:
  explicit Tally(const LabelSet& set) : set_(&set), standings_(set.labels.size()) {}

  /// Adds the cues of a piece. The same words count once in a piece.
  void add(std::string_view text, const std::vector<Cue>& cues, const Piece& piece);

  /// Adds one cue; `gain` is cut where its label would get more than `cap` in all.
  void give(const Cue& cue, double gain, double cap);

  [[nodiscard]] const std::vector<Standing>& standings() const { return standings_; }
  /// Labels that scored, best first; ties: earlier mention, then the order of the taxonomy.
  [[nodiscard]] std::vector<std::uint32_t> ranking() const;
  /// The label at `place` of a ranking, with its reasons, the runner-up and the margin over it.
  [[nodiscard]] Label label(const std::vector<std::uint32_t>& ranking, std::size_t place) const;
  /// The best labels, `most` of them: those of this score and this share of the best one's.
  [[nodiscard]] std::vector<Label> best(double least_score, double least_share,
                                        std::size_t most) const;

 private:
  const LabelSet* set_;
  std::vector<Standing> standings_;
};

/// Gives each reason the same share: where one alone would have been enough.
void share_alike(Label& label);

/// The label of a rule with one reason.
Label label_of(const LabelSet& set, std::uint32_t rule, Span span);

}  // namespace noticekit::labelling
