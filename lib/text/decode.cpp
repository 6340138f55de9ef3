#include "text/decode.hpp"

#include <unicode/ucnv.h>

#include <array>

namespace noticekit {
namespace {

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

void note_malformed(Decoded& d, std::uint32_t at) {
  ++d.malformed_count;
  if (d.malformed.size() < 1000) d.malformed.push_back(at);
}

void add(Decoded& d, char32_t c, std::uint32_t source) {
  append_utf8(d.owned, c);
  d.origin.resize(d.owned.size(), source);
}

/// UTF-8 with broken sequences: each becomes one U+FFFD.
void decode_broken_utf8(std::string_view s, std::uint32_t shift, Decoded& d) {
  d.owned.reserve(s.size() + 64);
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t good = valid_utf8_prefix(s.substr(i));
    for (std::size_t k = 0; k < good; ++k)
      d.origin.push_back(static_cast<std::uint32_t>(shift + i + k));
    d.owned.append(s.substr(i, good));
    i += good;
    if (i == s.size()) break;
    note_malformed(d, static_cast<std::uint32_t>(shift + i));
    add(d, 0xFFFD, static_cast<std::uint32_t>(shift + i));
    ++i;
    while (i < s.size() && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) ++i;
  }
}

struct Faults {
  Decoded* decoded;
};

/// Called by ICU at every sequence it cannot read: writes U+FFFD and counts.
void U_CALLCONV on_malformed(const void* context, UConverterToUnicodeArgs* args, const char* bytes,
                             int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++static_cast<const Faults*>(context)->decoded->malformed_count;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, args, bytes, length, reason, status);
}

void decode_with_icu(std::string_view s, std::uint32_t shift, const char* name, Decoded& d) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return;
  Faults faults{&d};
  ucnv_setToUCallBack(converter, on_malformed, &faults, nullptr, nullptr, &status);
  std::array<UChar, 8192> units;
  std::array<int32_t, 8192> offsets;
  const char* from = s.data();
  const char* const end = s.data() + s.size();
  d.owned.reserve(s.size() * 3 / 2 + 64);
  char32_t high = 0;         // of a surrogate pair, which a chunk may cut
  std::uint32_t before = 0;  // where it stood
  for (;;) {
    UChar* to = units.data();
    const char* const chunk = from;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, end, offsets.data(), true,
                   &status);
    for (std::size_t i = 0; i < static_cast<std::size_t>(to - units.data()); ++i) {
      // An offset of -1 means: begun in the chunk before.
      const auto at = static_cast<std::uint32_t>(shift + (chunk - s.data()) +
                                                 (offsets[i] < 0 ? 0 : offsets[i]));
      const char32_t u = units[i];
      if (u >= 0xD800 && u < 0xDC00) {
        high = u;
        before = at;
        continue;
      }
      char32_t c = u;
      std::uint32_t origin = at;
      if (u >= 0xDC00 && u < 0xE000) {
        c = high != 0 ? 0x10000 + ((high - 0xD800) << 10) + (u - 0xDC00) : 0xFFFD;
        origin = high != 0 ? before : at;
      }
      high = 0;
      if (c == 0xFFFD && d.malformed.size() < 1000) d.malformed.push_back(origin);
      add(d, c, origin);
    }
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  ucnv_close(converter);
}

}  // namespace

void decode(std::string_view bytes, Detected detected, Decoded& d) {
  const std::string_view s = bytes.substr(detected.bom);
  d.shift = detected.bom;
  if (detected.encoding == Encoding::utf8) {
    if (valid_utf8_prefix(s) == s.size()) {
      d.utf8 = s;
      return;
    }
    decode_broken_utf8(s, detected.bom, d);
  } else {
    const char* name = detected.encoding == Encoding::gb18030   ? "gb18030"
                       : detected.encoding == Encoding::utf16le ? "UTF-16LE"
                                                                : "UTF-16BE";
    decode_with_icu(s, detected.bom, name, d);
  }
  d.origin.push_back(static_cast<std::uint32_t>(bytes.size()));
  d.shift = 0;
  d.utf8 = d.owned;
}

}  // namespace noticekit
