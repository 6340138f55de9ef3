// Which encoding some bytes are in. Comes before decode.hpp.
// Order of belief: an explicit choice, a byte order mark, strictly valid UTF-8, what the document
// declares where its bytes agree, what Chinese text looks like.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace noticekit {

enum class Encoding : std::uint8_t { utf8, gb18030, big5, utf16le, utf16be };
enum class EncodingBasis : std::uint8_t { valid, mark, declared, detected, chosen };

const char* encoding_name(Encoding encoding);
/// As printed in Source::encoding_basis; empty for valid UTF-8.
const char* basis_name(EncodingBasis basis);
/// "utf-8", "gb18030" (also "gbk", "gb2312"), "big5" (also "big5-hkscs"), "utf-16le", "utf-16be";
/// case does not matter.
std::optional<Encoding> encoding_from_name(std::string_view name);

/// An encoding and how many bytes of byte order mark stand before the text.
struct Detected {
  Encoding encoding = Encoding::utf8;
  std::uint32_t bom = 0;
  EncodingBasis basis = EncodingBasis::valid;
};

/// None where the bytes are no text in any of them. `declared`: a name that the document gives, or
/// empty.
std::optional<Detected> detect_encoding(std::string_view bytes, std::string_view declared = {});

/// Length of the byte order mark of `encoding` at the start of `bytes`; 0 where there is none.
std::uint32_t bom_length(std::string_view bytes, Encoding encoding);

/// Bytes at the start of `s` that are strictly valid UTF-8.
std::size_t valid_utf8_prefix(std::string_view s);

}  // namespace noticekit
