// What rules and learnt words together say of each label. Comes after scoring.hpp and
// words_of.hpp; measure types and topics choose from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "classify/predict.hpp"
#include "classify/scoring.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

/// How likely a label is: a logistic curve of the rules' score and the words' log-odds, fitted for
/// each kind of label to notices that neither had seen. A quarter more or less changes little.
struct Scale {
  double bias = 0, rules_weight = 0, words_weight = 0;
  double full_score = 1;  ///< from this score on a rule speaks in full
  /// What the score of the rules adds to that of the label, at most.
  double most_rules = 0;
};

/// A label that rules speak for or words know.
struct Candidate {
  std::uint32_t label = 0;                ///< index into LabelSet::labels
  double rules = 0;                       ///< their score
  double words = 0;                       ///< their log-odds
  std::optional<Opinion> opinion = {};    ///< of the words; none where they do not know the label
  std::optional<std::size_t> place = {};  ///< in the ranking of the rules; none: these are still
  double likely = 0, score = 0;
};

/// Rules and words on one text.
class Weighed {
 public:
  /// `rules` must outlive it. `reason` is what the words' reasons are told as of.
  Weighed(const Tally& rules, const LabelSet& set, const WordList& list, const Words& words,
          const Scale& scale, const char* reason);

  /// Best first. A label that the taxonomy does not have is none; of one that the words do not know
  /// they say what they say of the best, so that the rules decide.
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }
  /// The label of a candidate with the reasons of both, the runner-up and the margin over it. Where
  /// the rules had less than half a voice it is the words'. None where nothing speaks for it.
  [[nodiscard]] std::optional<Label> label(const Candidate& candidate) const;

 private:
  void add_reasons(const Candidate& candidate, const Label& by_words, Label& label) const;

  const Tally& rules_;
  const LabelSet& set_;
  Scale scale_;
  const char* reason_;
  std::vector<std::uint32_t> ranking_;
  Voices voices_;
  std::vector<Candidate> candidates_;
};

}  // namespace noticekit::labelling
