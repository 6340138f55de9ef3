// What the single words of a measure say about its type, where no rule names its verb and object:
// weights learnt from labelled measures. Comes after linear_model.hpp; measure_types.cpp uses it
// beside the rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "classify/features.hpp"
#include "classify/linear_model.hpp"

namespace noticekit::labelling {

/// The file words/measure_types.txt, compiled in, and its SHA-256, which goes into the digest of
/// the rules in force.
std::string_view embedded_measure_words();
std::string_view embedded_measure_words_sum();

/// Weights from a file of that form: "types ID…", "bias NUMBER…", then lines of an n-gram and one
/// letter per type: . nothing, a to z for, A to Z against, each step 0.4. Empty when malformed.
LinearTask read_measure_words(std::string_view file);
/// A file of that form, weights rounded to steps; n-grams that say nothing are left out.
std::string write_measure_words(const LinearTask& task);
/// Those compiled in, read when first asked for.
const LinearTask& measure_words();

/// The n-grams of a measure as the file names them: 1 to 3 characters, the first one or two of the
/// measure once more behind a ^. Each counts less the longer the measure is.
Features words_of(std::string_view text, Span measure);

}  // namespace noticekit::labelling
