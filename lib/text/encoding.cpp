#include "text/encoding.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "text/chinese_likelihood.hpp"
#include "text/survey.hpp"

namespace noticekit {
namespace {

unsigned char byte(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

bool follows(std::string_view s, std::size_t i) {
  return i < s.size() && (byte(s, i) & 0xC0) == 0x80;
}

/// A few broken sequences in otherwise valid UTF-8: the file was cut or damaged, not in another
/// encoding.
bool is_damaged_utf8(std::string_view sample) {
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
  return wide > 10 * broken && wide > 0;
}

/// Whether a sample may be text at all: nearly no fault, and not mostly rare characters. What a
/// decoder may yet repair is a few bytes in a hundred.
bool may_be_text(const Likelihood& n) {
  return n.han + n.marks > 0 && n.faults * 50 <= n.characters && n.controls * 100 <= n.characters &&
         n.common * 5 >= n.han;
}

struct Candidate {
  Encoding encoding;
  Likelihood seen;
};

std::optional<Detected> most_likely(std::string_view bytes, bool has_nul,
                                    std::optional<Encoding> declared) {
  constexpr std::size_t enough = 4096;
  std::vector<Candidate> candidates;
  const auto try_as = [&](Encoding e, const Likelihood& seen) {
    if (may_be_text(seen)) candidates.push_back({e, seen});
  };
  if (has_nul || bytes.size() % 2 == 0) {
    const std::string_view head = bytes.substr(0, enough);
    try_as(Encoding::utf16le, as_utf16(head, true));
    try_as(Encoding::utf16be, as_utf16(head, false));
  }
  if (!has_nul) {
    const auto wide_begin = std::find_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
    const std::string_view sample =
        bytes.substr(static_cast<std::size_t>(wide_begin - bytes.begin()), enough);
    if (is_damaged_utf8(sample)) return Detected{Encoding::utf8, 0, EncodingBasis::detected};
    const Likelihood gb = as_gb18030(sample);
    try_as(Encoding::gb18030, gb);
    // The other table is not filled for text that leaves no doubt.
    const bool sure = gb.faults == 0 && gb.han > 32 && gb.common * 2 > gb.han;
    if (!sure || declared == Encoding::big5) try_as(Encoding::big5, as_big5(sample));
  }
  if (candidates.empty()) return std::nullopt;
  const auto best = std::max_element(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.seen.per_byte < b.seen.per_byte; });
  // What is declared wins where the bytes make nearly as much sense that way.
  constexpr double near = 0.4;
  for (const Candidate& c : candidates) {
    if (declared == c.encoding && c.seen.faults == 0 &&
        c.seen.per_byte + near > best->seen.per_byte)
      return Detected{c.encoding, 0, EncodingBasis::declared};
  }
  return Detected{best->encoding, 0, EncodingBasis::detected};
}

}  // namespace

const char* encoding_name(Encoding e) {
  switch (e) {
    case Encoding::utf8:
      return "utf-8";
    case Encoding::gb18030:
      return "gb18030";
    case Encoding::big5:
      return "big5";
    case Encoding::utf16le:
      return "utf-16le";
    case Encoding::utf16be:
      return "utf-16be";
  }
  return "utf-8";
}

const char* basis_name(EncodingBasis b) {
  switch (b) {
    case EncodingBasis::valid:
      return "";
    case EncodingBasis::mark:
      return "mark";
    case EncodingBasis::declared:
      return "declared";
    case EncodingBasis::detected:
      return "detected";
    case EncodingBasis::chosen:
      return "chosen";
  }
  return "";
}

std::optional<Encoding> encoding_from_name(std::string_view name) {
  std::string low(name);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (low == "utf-8" || low == "utf8") return Encoding::utf8;
  if (low == "gb18030" || low == "gbk" || low == "gb2312" || low == "x-gbk" ||
      low == "gb_2312-80" || low == "cp936")
    return Encoding::gb18030;
  if (low == "big5" || low == "big5-hkscs" || low == "x-x-big5" || low == "cp950") {
    return Encoding::big5;
  }
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
    case Encoding::big5:
      return 0;
  }
  return 0;
}

std::optional<Detected> detect_encoding(std::string_view bytes, std::string_view declared) {
  for (const Encoding e :
       {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
    if (const std::uint32_t bom = bom_length(bytes, e); bom != 0)
      return Detected{e, bom, EncodingBasis::mark};
  }
  const bool has_nul = std::memchr(bytes.data(), 0, bytes.size()) != nullptr;
  if (!has_nul && valid_utf8_prefix(bytes) == bytes.size()) return Detected{};
  return most_likely(bytes, has_nul, encoding_from_name(declared));
}

}  // namespace noticekit
