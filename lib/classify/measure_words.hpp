// What the single words of a measure say about its type, where no rule names its verb and object:
// weights learnt from labelled measures. Comes after linear_model.hpp; measure_types.cpp uses it
// beside the rules.
#pragma once

#include <string_view>
#include <vector>

#include "classify/features.hpp"
#include "classify/linear_model.hpp"

namespace noticekit::labelling {

/// The file words/measure_types.txt, compiled in.
std::string_view embedded_measure_words();

/// Weights from a file of that form: "types ID…", "bias NUMBER…", then lines of an n-gram and one
/// letter per type: . nothing, a to z for, A to Z against, each step a fifth. Empty when malformed.
LinearTask read_measure_words(std::string_view file);
/// Those compiled in.
const LinearTask& measure_words();

/// The n-grams of a measure as the file names them: 1 to 3 characters, the first one or two of the
/// measure once more behind a ^. Each counts less the longer the measure is.
Features words_of(std::string_view text, Span measure);

}  // namespace noticekit::labelling
