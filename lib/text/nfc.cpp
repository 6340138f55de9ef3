#include "text/nfc.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace noticekit {

bool nfc_may_change(char32_t c) {
  if (c < 0x300) return false;
  if (c < 0x2000) {
    return c < 0x370 || c >= 0x483 || c == 0x374 || c == 0x37E || c == 0x387;
  }
  if (c < 0x2100) return c == 0x2000 || c == 0x2001 || c >= 0x20D0;
  if (c < 0x3000) {
    return c == 0x2126 || c == 0x212A || c == 0x212B || c == 0x2329 || c == 0x232A || c == 0x2ADC ||
           (c >= 0x2CEF && c <= 0x2CF1) || c == 0x2D7F || (c >= 0x2DE0 && c < 0x2E00);
  }
  if (c < 0xA66F) return c == 0x3099 || c == 0x309A || (c >= 0x302A && c <= 0x302F);
  if (c < 0xAC00) return true;
  if (c < 0x10000) return (c >= 0xF900 && c < 0xFB50) || (c >= 0xFE20 && c < 0xFE30);
  if (c < 0x20000) return c < 0x1F000;
  return c >= 0x2F800 && c < 0x2FA20;
}

std::uint32_t compose(Decoded& d) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return 0;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  nfc->normalizeUTF8(0, icu::StringPiece(d.utf8.data(), static_cast<int32_t>(d.utf8.size())), sink,
                     &edits, status);
  if (U_FAILURE(status) || !edits.hasChanges()) return 0;
  const auto origin_of = [&](std::size_t at) {
    return d.origin.empty() ? static_cast<std::uint32_t>(at + d.shift) : d.origin[at];
  };
  std::vector<std::uint32_t> origin;
  origin.reserve(composed.size() + 1);
  std::uint32_t changes = 0;
  icu::Edits::Iterator it = edits.getFineIterator();
  while (it.next(status)) {
    const auto from = static_cast<std::size_t>(it.sourceIndex());
    for (int32_t k = 0; k < it.newLength(); ++k) {
      origin.push_back(origin_of(it.hasChange() ? from : from + static_cast<std::size_t>(k)));
    }
    changes += it.hasChange() ? 1 : 0;
  }
  origin.push_back(origin_of(d.utf8.size()));
  d.owned = std::move(composed);
  d.origin = std::move(origin);
  d.shift = 0;
  d.utf8 = d.owned;
  return changes;
}

}  // namespace noticekit
