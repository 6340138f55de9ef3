#include "text/survey.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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
    out.strokes = out.strokes || (c >= 0x2500 && c <= 0x257F) || c == 0xFF5C;
    return;
  }
  out.specials.push_back({static_cast<std::uint32_t>(i), kind, static_cast<std::uint8_t>(n)});
}

/// Bytes of two Han at `i`, which NFC and we leave alone; 0 where there are none, and on a
/// big-endian machine.
std::size_t two_han(std::string_view s, std::size_t i) {
  if (i + 8 > s.size()) return 0;
  std::uint64_t w = 0;
  std::memcpy(&w, s.data() + i, 8);
  const bool wide = (w & 0x0000C0C0F0C0C0F0ULL) == 0x00008080E08080E0ULL;
  return wide && (w & 0xFF) - 0xE4 < 6 && (w >> 24 & 0xFF) - 0xE4 < 6 ? 6 : 0;
}

/// Looks at what stands at `i`. Returns its length; 0 where it is no UTF-8.
std::size_t look(std::string_view s, std::size_t i, Survey& out) {
  const unsigned char c = byte(s, i);
  if (c < 0x80) {
    if (plain_ascii[c]) return 1;
    const std::size_t begin = i;
    ascii(s, i, out);
    return i - begin;
  }
  const std::size_t n = valid_sequence(s, i);
  if (n != 0 && (c < 0xE4 || c > 0xE9)) wide(s, i, n, out);
  return n;
}

#if defined(__SSE2__)
/// Which of sixteen bytes belong to characters that are only copied; `leads` are those of three
/// bytes, whose other two may stand behind.
struct Plain {
  std::uint32_t ascii;
  std::uint32_t leads;
};

/// Of the sixteen bytes at `at`; two more must be readable.
Plain plain_at(const char* at) {
  const auto load = [&](int k) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + k));
  };
  const auto all = [](int c) { return _mm_set1_epi8(static_cast<char>(c)); };
  const auto is = [&](__m128i v, int c) { return _mm_cmpeq_epi8(v, all(c)); };
  // first <= v <= last, as unsigned numbers
  const auto within = [&](__m128i v, int first, int last) {
    const __m128i from = _mm_sub_epi8(v, all(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(from, all(last - first)), from);
  };
  // As signed numbers the continuation bytes are the lowest 64.
  const auto continues = [&](__m128i v) { return _mm_cmplt_epi8(v, all(-64)); };
  const auto both = [](__m128i a, __m128i b) { return _mm_and_si128(a, b); };
  const auto either = [](__m128i a, __m128i b) { return _mm_or_si128(a, b); };
  const auto bits = [](__m128i v) { return static_cast<std::uint32_t>(_mm_movemask_epi8(v)); };
  const __m128i a = load(0);
  const __m128i b = load(1);
  const __m128i c = load(2);
  const __m128i ascii = _mm_andnot_si128(is(a, '*'), within(a, 0x21, 0x7E));
  const __m128i han = both(within(a, 0xE4, 0xE9), both(continues(b), continues(c)));
  // 。、“”《》 and ，：；（）: of what else there is, nearly all.
  const __m128i mark = both(both(is(a, 0xE3), is(b, 0x80)), within(c, 0x81, 0xA9));
  const __m128i quote = both(both(is(a, 0xE2), is(b, 0x80)), within(c, 0x90, 0xA7));
  const __m128i wide_mark =
      both(both(is(a, 0xEF), is(b, 0xBC)), either(within(c, 0x80, 0x8F), within(c, 0x9A, 0xA0)));
  return {bits(ascii), bits(either(either(han, mark), either(quote, wide_mark)))};
}

/// Goes over all of `s` but its end, 48 bytes a step, so that the bits of a step and of what
/// reaches past it fit one word. What is not plain is looked at alone. Returns where it stopped;
/// `broken`: no UTF-8 stands there.
std::size_t survey_steps(std::string_view s, Survey& out, bool& broken) {
  constexpr std::size_t step = 48;
  std::size_t done = 0;  // up to here all was seen
  for (std::size_t at = 0; at + step + 2 <= s.size(); at += step) {
    std::uint64_t ascii = 0;
    std::uint64_t leads = 0;
    for (std::size_t k = 0; k < step; k += 16) {
      const Plain p = plain_at(s.data() + at + k);
      ascii |= std::uint64_t{p.ascii} << k;
      leads |= std::uint64_t{p.leads} << k;
    }
    const std::uint64_t plain = ascii | leads | leads << 1 | leads << 2;
    std::uint64_t left = ~plain & ((std::uint64_t{1} << step) - 1);
    if (done > at) left &= ~std::uint64_t{0} << (done - at);
    while (left != 0) {
      done = at + static_cast<std::size_t>(std::countr_zero(left));
      const std::size_t n = look(s, done, out);
      broken = n == 0;
      if (broken) return done;
      done += n;
      left &= ~std::uint64_t{0} << (done - at);
    }
    const auto last =
        static_cast<std::size_t>(std::bit_width(leads));  // a character may reach past the step
    done = std::max({done, at + step, last == 0 ? 0 : at + last + 2});
  }
  return done;
}
#endif

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
  bool broken = false;
  std::size_t i = 0;
#if defined(__SSE2__)
  i = survey_steps(s, out, broken);
#endif
  while (i < s.size() && !broken) {
    std::size_t n = two_han(s, i);
    if (n == 0) n = look(s, i, out);
    broken = n == 0;
    i += n;
  }
  out.valid = i;
  return out;
}

}  // namespace noticekit
