// A model beside the rules: which of the two gives a label, and how sure it is. Comes after
// features.hpp and linear_model.hpp; classify() calls it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "classify/features.hpp"
#include "classify/linear_model.hpp"
#include "classify/taxonomy.hpp"
#include "classify/word_list.hpp"
#include "classify/words_of.hpp"
#include "noticekit/label.hpp"

namespace noticekit::labelling {

/// The features of a text that a model or a list of words knows. Holds on to the classes and, of a
/// model, to the weights.
struct Voices {
  struct Voice {
    Span span;
    double value = 0;
    const float* weights = nullptr;  ///< one for each class
  };
  const std::vector<LinearTask::Class>* classes = nullptr;
  std::vector<Voice> heard;
  std::vector<float> read;  ///< of a list: the weights, which its file does not hold as numbers

  Voices() = default;
  Voices(Voices&&) = default;  // moving keeps `read` where it is, copying would not
  Voices& operator=(Voices&&) = default;
};
Voices voices(const LinearTask& task, const Features& features);
Voices voices(const WordList& list, const Words& words);

/// What they say of one class.
struct Opinion {
  std::uint32_t label = 0;  ///< index into Voices::classes
  double score = 0;
};

/// Opinions of all classes, highest score first; ties in the order of the classes.
std::vector<Opinion> opinions(const Voices& voices);

/// The label of a class, its reasons the five n-grams that spoke most for it, told as of `rule`,
/// their shares those among these five; none where the taxonomy does not have it.
std::optional<Label> learnt_label(const Voices& voices, const LabelSet& set, const Opinion& opinion,
                                  const char* rule);

/// Whom to follow.
enum class Mode : std::uint8_t { both, model_alone };

/// The labels of a finding or its dimension: the rules' first label stays where it was right
/// oftener, on held-back text, than the model's. `ranked` holds the rules' labels, best first.
void settle(const LinearTask& task, const Features& features, const LabelSet& set, Mode mode,
            std::vector<Label>& ranked);

/// The types of a measure: every label that rules and model together find likely enough.
void blend(const LinearTask& task, const Features& features, const LabelSet& set, Mode mode,
           std::vector<Label>& ranked);

}  // namespace noticekit::labelling
