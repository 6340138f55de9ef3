// Decoded text to clean text: NFC, then folds that keep the way back. Comes after decode.hpp,
// survey.hpp, markup.hpp and reflow.hpp.
#pragma once

#include "noticekit/text.hpp"
#include "text/decode.hpp"
#include "text/survey.hpp"

namespace noticekit {

/// Makes the normalized text of `decoded`, whose survey is `marks`, its offset map and the counts
/// of what changed.
void normalize(Decoded& decoded, Survey marks, const NormalizeOptions& options, Text& out);

}  // namespace noticekit
