// Random texts that look like notices and are damaged as real files are, and their encodings by an
// independent encoder.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace noticekit::test {

/// What a generated text may hold.
struct Damage {
  bool page_numbers = true;
  bool composition = true;  ///< characters that NFC changes
  bool stars = true;
};

/// A text of a few dozen lines in UTF-8.
std::string random_text(std::mt19937& random, const Damage& damage = {});

/// Bytes without any plan: all values, or only those of a few kinds.
std::string random_bytes(std::mt19937& random, std::size_t size);

/// `utf8` in "GB18030", "UTF-16LE" or "UTF-16BE", by iconv.
std::string encode(std::string_view utf8, const char* encoding);

}  // namespace noticekit::test
