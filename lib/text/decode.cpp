#include "text/decode.hpp"

#include <algorithm>

#include "text/big5.hpp"
#include "text/gb18030.hpp"
#include "text/survey.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Appends characters to a Decoded, whose strings it holds larger than they are meanwhile.
class Output {
 public:
  Output(Decoded& decoded, std::size_t input_size) : d_(decoded) { grow(input_size * 3 / 2 + 64); }

  void add(char32_t c, std::uint32_t from) {
    if (size_ + 4 > d_.owned.size()) grow(d_.owned.size() * 2);
    const std::size_t n = utf8::write(c, d_.owned.data() + size_);
    std::fill_n(d_.origin.data() + size_, n, from);
    size_ += n;
  }

  void malformed(std::uint32_t from) {
    ++d_.malformed_count;
    if (d_.malformed.size() < 1000) d_.malformed.push_back(from);
    add(0xFFFD, from);
  }

  void finish(std::uint32_t input_size) {
    d_.owned.resize(size_);
    d_.origin.resize(size_ + 1);
    d_.origin[size_] = input_size;
    d_.utf8 = d_.owned;
  }

 private:
  void grow(std::size_t size) {
    d_.owned.resize(size);
    d_.origin.resize(size + 1);
  }

  Decoded& d_;
  std::size_t size_ = 0;
};

/// UTF-8 with broken sequences: each becomes one U+FFFD.
void decode_utf8(std::string_view s, std::size_t i, Output& out, Decoded& d) {
  while (i < s.size()) {
    const std::size_t n = valid_sequence(s, i);
    const auto from = static_cast<std::uint32_t>(i);
    if (n != 0) {
      out.add(utf8::at(s, i), from);
      i += n;
      continue;
    }
    out.malformed(from);
    const std::size_t expected = utf8::length(static_cast<unsigned char>(s[i]));
    ++i;
    while (i < s.size() && i < from + expected && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80)
      ++i;
    d.truncated = i == s.size() && from + expected > i;
  }
}

void decode_gb18030(std::string_view s, std::size_t i, Output& out, Decoded& d) {
  const char16_t* const pairs = gb18030_pairs();
  while (i < s.size()) {
    const auto from = static_cast<std::uint32_t>(i);
    const auto a = static_cast<unsigned char>(s[i]);
    if (a < 0x80) {
      out.add(a, from);
      ++i;
      continue;
    }
    if (a > 0x80 && a < 0xFF && i + 1 < s.size()) {  // nearly always
      const char16_t c = pairs[(a - 0x81U) * 256 + static_cast<unsigned char>(s[i + 1])];
      if (c != 0) {
        out.add(c, from);
        i += 2;
        continue;
      }
    }
    const GbCharacter g = gb18030_at(s, i);
    if (!g.bad) {
      out.add(g.c, from);
    } else {
      out.malformed(from);
      d.truncated = i + g.size == s.size() && static_cast<unsigned char>(s[i]) > 0x80;
    }
    i += g.size;
  }
}

void decode_big5(std::string_view s, std::size_t i, Output& out, Decoded& d) {
  const char32_t* const pairs = big5_pairs();
  while (i < s.size()) {
    const auto from = static_cast<std::uint32_t>(i);
    const auto a = static_cast<unsigned char>(s[i]);
    if (a < 0x80) {
      out.add(a, from);
      ++i;
      continue;
    }
    const bool pair = a > 0x80 && a < 0xFF && i + 1 < s.size();
    const auto b = pair ? static_cast<unsigned char>(s[i + 1]) : 0;
    if (const char32_t c = pair ? pairs[(a - 0x81U) * 256 + b] : 0; c != 0) {
      out.add(c, from);
      i += 2;
      continue;
    }
    out.malformed(from);
    d.truncated = i + 1 == s.size();
    i += b >= 0x80 ? 2 : 1;  // an ASCII byte behind it is left alone
  }
}

void decode_utf16(std::string_view s, std::size_t i, bool little, Output& out, Decoded& d) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(s[at]);
    const auto b = static_cast<unsigned char>(s[at + 1]);
    return static_cast<char32_t>(little ? b << 8 | a : a << 8 | b);
  };
  while (i < s.size()) {
    const auto from = static_cast<std::uint32_t>(i);
    if (i + 2 > s.size()) {
      out.malformed(from);
      d.truncated = true;
      return;
    }
    const char32_t u = unit(i);
    i += 2;
    if (u < 0xD800 || u >= 0xE000) {
      out.add(u, from);
    } else if (u < 0xDC00 && i + 2 <= s.size() && unit(i) >= 0xDC00 && unit(i) < 0xE000) {
      out.add(0x10000 + ((u - 0xD800) << 10) + (unit(i) - 0xDC00), from);
      i += 2;
    } else {
      out.malformed(from);
      d.truncated = u < 0xDC00 && i + 2 > s.size();
    }
  }
}

}  // namespace

void decode(std::string_view bytes, Detected detected, Decoded& d) {
  const std::size_t begin = detected.bom;
  if (detected.encoding == Encoding::utf8 &&
      valid_utf8_prefix(bytes.substr(begin)) == bytes.size() - begin) {
    d.utf8 = bytes.substr(begin);
    d.shift = detected.bom;
    return;
  }
  Output out(d, bytes.size());
  switch (detected.encoding) {
    case Encoding::utf8:
      decode_utf8(bytes, begin, out, d);
      break;
    case Encoding::gb18030:
      decode_gb18030(bytes, begin, out, d);
      break;
    case Encoding::big5:
      decode_big5(bytes, begin, out, d);
      break;
    case Encoding::utf16le:
    case Encoding::utf16be:
      decode_utf16(bytes, begin, detected.encoding == Encoding::utf16le, out, d);
      break;
  }
  out.finish(static_cast<std::uint32_t>(bytes.size()));
}

}  // namespace noticekit
