// Which encoding some bytes are in. Comes before decode.hpp.
// Order of belief: an explicit choice, a byte order mark, strictly valid UTF-8, what Chinese text
// looks like.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace noticekit {

enum class Encoding : std::uint8_t { utf8, gb18030, utf16le, utf16be };

const char* encoding_name(Encoding encoding);
/// "utf-8", "gb18030" (also "gbk", "gb2312"), "utf-16le", "utf-16be"; case does not matter.
std::optional<Encoding> encoding_from_name(std::string_view name);

/// An encoding and how many bytes of byte order mark stand before the text.
struct Detected {
  Encoding encoding = Encoding::utf8;
  std::uint32_t bom = 0;
};

/// None where the bytes are no text in any of them.
std::optional<Detected> detect_encoding(std::string_view bytes);

/// Length of the byte order mark of `encoding` at the start of `bytes`; 0 where there is none.
std::uint32_t bom_length(std::string_view bytes, Encoding encoding);

/// Bytes at the start of `s` that are strictly valid UTF-8.
std::size_t valid_utf8_prefix(std::string_view s);

}  // namespace noticekit
