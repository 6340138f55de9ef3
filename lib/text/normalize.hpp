// Decoded text to clean text: NFC, then one pass of folds that keeps the way back. Comes after
// decode.hpp, reflow.hpp.
#pragma once

#include "noticekit/text.hpp"
#include "text/decode.hpp"

namespace noticekit {

/// Makes the normalized text of `decoded`, its offset map and the counts of what changed.
void normalize(Decoded& decoded, const NormalizeOptions& options, Text& out);

}  // namespace noticekit
