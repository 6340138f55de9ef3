#include "text/survey.hpp"

#include <array>
#include <cstring>

#include "text/nfc.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

unsigned char byte(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

bool follows(std::string_view s, std::size_t i) {
  return i < s.size() && (byte(s, i) & 0xC0) == 0x80;
}

/// ASCII that is only copied.
constexpr std::array<bool, 256> plain_ascii = [] {
  std::array<bool, 256> t{};
  for (std::size_t c = 0x21; c < 0x7F; ++c) t[c] = c != '*';
  return t;
}();

void ascii(std::string_view s, std::size_t& i, Survey& out) {
  const auto c = s[i];
  const auto at = static_cast<std::uint32_t>(i);
  switch (c) {
    case '\n':
      out.specials.push_back({at, Kind::newline, 1});
      break;
    case '\r':
      if (i + 1 < s.size() && s[i + 1] == '\n') {
        out.specials.push_back({at, Kind::line_end, 2});
        ++i;
      } else {
        out.specials.push_back({at, Kind::line_end, 1});
      }
      break;
    case '\v':
      out.specials.push_back({at, Kind::line_end, 1});
      break;
    case '\f':
      out.specials.push_back({at, Kind::form_feed, 1});
      break;
    case ' ':
      out.specials.push_back({at, Kind::blank, 1});
      break;
    case '\t':
      out.specials.push_back({at, Kind::tab, 1});
      break;
    case '*':
      out.stars = true;
      out.specials.push_back({at, Kind::star, 1});
      break;
    default:
      if (out.controls++ == 0) out.first_control = i;
      out.nul = out.nul || c == '\0';
      out.specials.push_back({at, Kind::control, 1});
  }
  ++i;
}

/// Notes a character of more than one byte that is not plain Han.
void wide(std::string_view s, std::size_t i, std::size_t n, Survey& out) {
  const char32_t c = utf8::at(s, i);
  if (c > 0xFF && nfc_may_change(c)) out.may_need_nfc = true;
  Kind kind{};
  if (c == 0x3000 || c == 0xA0) {
    kind = Kind::wide_blank;
  } else if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
             (c >= 0xFF41 && c <= 0xFF5A)) {
    kind = Kind::wide_letter;
  } else if (c == 0x85 || c == 0x2028 || c == 0x2029) {
    kind = Kind::line_end;
  } else if (c < 0xA0) {
    if (out.controls++ == 0) out.first_control = i;
    kind = Kind::control;
  } else if (c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
             (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) {
    kind = Kind::drop;
  } else if ((c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F) {
    kind = Kind::blank;
  } else {
    return;
  }
  out.specials.push_back({static_cast<std::uint32_t>(i), kind, static_cast<std::uint8_t>(n)});
}

/// Han of three bytes with lead E4..E9, which NFC and we leave alone.
bool is_plain_lead(std::uint64_t lead) { return (lead & 0xFF) - 0xE4 < 6; }

}  // namespace

std::size_t valid_sequence(std::string_view s, std::size_t i) {
  const unsigned char a = byte(s, i);
  if (a < 0x80) return 1;
  if (a >= 0xC2 && a <= 0xDF) return follows(s, i + 1) ? 2 : 0;
  if ((a & 0xF0) == 0xE0) {
    if (!follows(s, i + 1) || !follows(s, i + 2)) return 0;
    const unsigned char b = byte(s, i + 1);
    if ((a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F)) return 0;  // overlong, surrogate
    return 3;
  }
  if (a >= 0xF0 && a <= 0xF4) {
    if (!follows(s, i + 1) || !follows(s, i + 2) || !follows(s, i + 3)) return 0;
    const unsigned char b = byte(s, i + 1);
    if ((a == 0xF0 && b < 0x90) || (a == 0xF4 && b > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

Survey survey(std::string_view s) {
  Survey out;
  out.specials.reserve(s.size() / 48 + 16);
  std::size_t i = 0;
  while (i < s.size()) {
    if (i + 8 <= s.size()) {
      std::uint64_t w = 0;
      std::memcpy(&w, s.data() + i, 8);
      // Two three-byte sequences at once. On a big-endian machine this never holds, and the
      // branches below do the work.
      if ((w & 0x0000C0C0F0C0C0F0ULL) == 0x00008080E08080E0ULL && is_plain_lead(w) &&
          is_plain_lead(w >> 24)) {
        i += 6;
        continue;
      }
    }
    const unsigned char c = byte(s, i);
    if (c < 0x80) {
      if (plain_ascii[c]) {
        ++i;
      } else {
        ascii(s, i, out);
      }
      continue;
    }
    const std::size_t n = valid_sequence(s, i);
    if (n == 0) break;
    if (c < 0xE4 || c > 0xE9) {
      // 。、“”《》 and ，：；（） are most of what comes here.
      const unsigned char b = byte(s, i + 1);
      const unsigned char d = n > 2 ? byte(s, i + 2) : 0;
      const bool plain = (c == 0xE3 && b == 0x80 && d > 0x80 && d < 0xAA) ||
                         (c == 0xEF && b == 0xBC && d < 0x90) ||
                         (c == 0xEF && b == 0xBC && d > 0x99 && d < 0xA1) ||
                         (c == 0xE2 && b == 0x80 && d >= 0x90 && d <= 0xA7);
      if (!plain) wide(s, i, n, out);
    }
    i += n;
  }
  out.valid = i;
  return out;
}

}  // namespace noticekit
