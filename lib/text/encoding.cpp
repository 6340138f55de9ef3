#include "text/encoding.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "text/survey.hpp"

namespace noticekit {
namespace {

unsigned char byte(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

bool follows(std::string_view s, std::size_t i) {
  return i < s.size() && (byte(s, i) & 0xC0) == 0x80;
}

bool is_control(unsigned char c) {
  return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
}

/// Shares of a sample, in bytes.
struct Shares {
  std::size_t good = 0;    // characters of Chinese text or ASCII
  std::size_t faults = 0;  // bytes that cannot be read
  std::size_t control = 0;
  std::size_t common = 0;  // the 3,755 level-1 Han and the usual punctuation
  std::size_t han = 0;
};

Shares as_gb18030(std::string_view s) {
  Shares n;
  for (std::size_t i = 0; i < s.size();) {
    const unsigned char a = byte(s, i);
    if (a < 0x80) {
      ++(is_control(a) ? n.control : n.good);
      ++i;
      continue;
    }
    if (i + 1 >= s.size()) break;  // a character cut at the very end is no evidence
    const unsigned char b = byte(s, i + 1);
    if (a >= 0x81 && a <= 0xFE && b >= 0x40 && b <= 0xFE && b != 0x7F) {
      ++n.good;
      ++n.han;
      const bool level1 = a >= 0xB0 && a <= 0xD7 && b >= 0xA1;
      const bool punctuation = (a == 0xA1 || a == 0xA3) && b >= 0xA1;
      n.common += level1 || punctuation ? 1 : 0;
      i += 2;
    } else if (a >= 0x81 && a <= 0xFE && b >= 0x30 && b <= 0x39) {
      if (i + 3 >= s.size()) break;
      const unsigned char c = byte(s, i + 2);
      const unsigned char d = byte(s, i + 3);
      const bool legal = c >= 0x81 && c <= 0xFE && d >= 0x30 && d <= 0x39;
      ++(legal ? n.good : n.faults);
      n.han += legal ? 1 : 0;
      i += legal ? 4 : 1;
    } else {
      ++n.faults;
      ++i;
    }
  }
  return n;
}

Shares as_utf16(std::string_view s, bool little) {
  Shares n;
  for (std::size_t i = 0; i + 1 < s.size(); i += 2) {
    const unsigned a = byte(s, i);
    const unsigned b = byte(s, i + 1);
    const unsigned u = little ? b << 8 | a : a << 8 | b;
    if ((u >= 0x4E00 && u <= 0x9FA5) || (u >= 0x3000 && u <= 0x301F) ||
        (u >= 0xFF01 && u <= 0xFF5E) || (u >= 0x2010 && u <= 0x201F)) {
      ++n.good;
      ++n.han;
    } else if (u < 0x80 && !is_control(static_cast<unsigned char>(u))) {
      ++n.good;
    } else {
      ++n.faults;
    }
  }
  return n;
}

}  // namespace

const char* encoding_name(Encoding e) {
  switch (e) {
    case Encoding::utf8:
      return "utf-8";
    case Encoding::gb18030:
      return "gb18030";
    case Encoding::utf16le:
      return "utf-16le";
    case Encoding::utf16be:
      return "utf-16be";
  }
  return "utf-8";
}

std::optional<Encoding> encoding_from_name(std::string_view name) {
  std::string low(name);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (low == "utf-8" || low == "utf8") return Encoding::utf8;
  if (low == "gb18030" || low == "gbk" || low == "gb2312") return Encoding::gb18030;
  if (low == "utf-16le" || low == "utf-16") return Encoding::utf16le;
  if (low == "utf-16be") return Encoding::utf16be;
  return std::nullopt;
}

std::size_t valid_utf8_prefix(std::string_view s) { return survey(s).valid; }

std::uint32_t bom_length(std::string_view s, Encoding e) {
  switch (e) {
    case Encoding::utf8:
      return s.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    case Encoding::utf16le:
      return s.substr(0, 2) == "\xFF\xFE" ? 2 : 0;
    case Encoding::utf16be:
      return s.substr(0, 2) == "\xFE\xFF" ? 2 : 0;
    case Encoding::gb18030:
      return s.substr(0, 4) == "\x84\x31\x95\x33" ? 4 : 0;
  }
  return 0;
}

std::optional<Detected> detect_encoding(std::string_view bytes) {
  for (const Encoding e :
       {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
    if (const std::uint32_t bom = bom_length(bytes, e); bom != 0) return Detected{e, bom};
  }
  const bool has_nul = std::memchr(bytes.data(), 0, bytes.size()) != nullptr;
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid == bytes.size() && !has_nul) return Detected{Encoding::utf8, 0};
  if (has_nul || bytes.size() % 2 == 0) {
    const Shares le = as_utf16(bytes.substr(0, 2048), true);
    const Shares be = as_utf16(bytes.substr(0, 2048), false);
    const auto fits = [&](const Shares& n) {
      return n.han > 0 && n.good >= 4 && n.good > 20 * n.faults;
    };
    if (fits(le) && le.good > be.good) return Detected{Encoding::utf16le, 0};
    if (fits(be)) return Detected{Encoding::utf16be, 0};
  }
  if (has_nul) return std::nullopt;
  // A few thousand bytes from the first one that is not ASCII tell enough.
  const auto wide_begin = std::find_if(bytes.begin(), bytes.end(),
                                       [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
  const std::string_view sample =
      bytes.substr(static_cast<std::size_t>(wide_begin - bytes.begin()), 4096);
  // A few broken sequences in otherwise valid UTF-8: the file was cut or damaged, not in another
  // encoding.
  std::size_t broken = 0;
  std::size_t wide = 0;
  for (std::size_t i = 0; i < sample.size();) {
    const std::size_t n = valid_sequence(sample, i);
    wide += n >= 3 ? 1 : 0;
    i += n == 0 ? 1 : n;
    if (n != 0) continue;
    broken += i + 4 < sample.size() ? 1 : 0;
    while (follows(sample, i)) ++i;
  }
  if (wide > 10 * broken && wide > 0) return Detected{Encoding::utf8, 0};
  const Shares gb = as_gb18030(sample);
  const std::size_t characters = gb.good + gb.faults + gb.control;
  if (gb.han > 0 && gb.faults * 50 <= characters && gb.control * 100 <= characters &&
      gb.common * 2 >= gb.han) {
    return Detected{Encoding::gb18030, 0};
  }
  return std::nullopt;
}

}  // namespace noticekit
