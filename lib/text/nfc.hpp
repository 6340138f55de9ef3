// Canonical composition, by ICU, and only where a text holds something it could change.
#pragma once

#include "text/decode.hpp"

namespace noticekit {

/// Whether some character of `s` may change under NFC: combining marks, compatibility ideographs
/// and such.
bool may_need_nfc(std::string_view s);

/// Replaces `decoded` by its NFC form, origins kept. Returns the number of places that changed.
std::uint32_t compose(Decoded& decoded);

}  // namespace noticekit
