// Canonical composition, by ICU, and only where a text holds something it could change.
#pragma once

#include "text/decode.hpp"

namespace noticekit {

/// Whether `c`, not ASCII, could change or be reordered under NFC: combining marks, compatibility
/// ideographs, jamo and such.
bool nfc_may_change(char32_t c);

/// Replaces `decoded` by its NFC form, origins kept. Returns the number of places that changed.
std::uint32_t compose(Decoded& decoded);

}  // namespace noticekit
