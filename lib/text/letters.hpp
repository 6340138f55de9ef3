// A text as phrases compare it: a unit for each character, punctuation of any width as one, and the
// way back to the bytes. Comes after utf8.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "noticekit/span.hpp"

namespace noticekit {

namespace folding {

struct Pair {
  char16_t printed, folded;
};
inline constexpr Pair pairs[] = {
    {u'，', u','}, {u'；', u';'}, {u'：', u':'}, {u'（', u'('},     {u'）', u')'},
    {u'“', u'"'},  {u'”', u'"'},  {u'「', u'"'}, {u'」', u'"'},     {u'『', u'"'},
    {u'』', u'"'}, {u'＂', u'"'}, {u'〝', u'"'}, {u'〞', u'"'},     {u'‘', u'\''},
    {u'’', u'\''}, {u'—', u'-'},  {u'–', u'-'},  {u'－', u'-'},     {u'―', u'-'},
    {u'～', u'-'}, {u'〜', u'-'}, {u'％', u'%'}, {u'．', u'.'},     {u'【', u'['},
    {u'〔', u'['}, {u'［', u'['}, {u'】', u']'}, {u'〕', u']'},     {u'］', u']'},
    {u'？', u'?'}, {u'！', u'!'}, {u'＠', u'@'}, {u'\u3000', u' '}, {u'\uFFFF', u'\uFFFD'},
};

/// What is added to a character, by pages of 128. Nearly all pages are the first one: zeros.
struct Table {
  std::array<std::uint8_t, 512> page{};
  std::array<std::array<char16_t, 128>, 5> added{};
};
inline constexpr Table table = [] {
  Table t;
  std::uint8_t pages = 0;
  for (const Pair& p : pairs) {
    std::uint8_t& page = t.page[p.printed >> 7];
    if (page == 0) page = ++pages;
    t.added[page][p.printed & 127] = static_cast<char16_t>(p.folded - p.printed);
  }
  return t;
}();

}  // namespace folding

/// Punctuation of either width, and quotation marks, dashes and brackets of all kinds, as one
/// character. Never U+FFFF.
constexpr char16_t fold(char16_t c) {
  return static_cast<char16_t>(c + folding::table.added[folding::table.page[c >> 7]][c & 127]);
}

/// The unit of any character. Those beyond U+FFFF share 2,048 units that no other has, by their
/// last eleven bits: phrases do not tell those apart that agree in them.
constexpr char16_t unit_of(char32_t c) {
  return c <= 0xFFFF ? fold(static_cast<char16_t>(c)) : static_cast<char16_t>(0xD800 | (c & 0x7FF));
}

class Letters;
class PhraseMarks;

/// A stretch of a text's letters, by number. A view.
struct Stretch {
  const Letters* letters = nullptr;
  const char16_t* units = nullptr;  ///< of the whole text
  std::uint32_t begin = 0, end = 0;
  const PhraseMarks* marks = nullptr;  ///< of the whole text, where a gate has made them

  /// The letter of that number; 0 at the end.
  [[nodiscard]] char16_t operator[](std::uint32_t n) const { return n < end ? units[n] : u'\0'; }
};

/// All letters of a text.
class Letters {
 public:
  Letters() { read({}); }
  explicit Letters(std::string_view text) { read(text); }
  /// Takes another text, of any bytes; what was allocated is used again.
  void read(std::string_view text);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// The units, and a 0 behind them.
  [[nodiscard]] const char16_t* units() const { return units_.get(); }
  /// The byte where a letter begins; of size(), where the text ends.
  [[nodiscard]] std::uint32_t byte(std::uint32_t letter) const { return bytes_[letter]; }
  /// The letter that holds a byte of the text; size() at its end.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    std::uint32_t n = last_[byte / 4];
    while (bytes_[n] > byte) --n;
    return n;
  }

  [[nodiscard]] Stretch stretch(Span bytes) const {
    return {this, units(), at(bytes.begin.value), at(bytes.end.value), nullptr};
  }
  [[nodiscard]] Stretch all() const { return {this, units(), 0, size_, nullptr}; }

 private:
  void reserve(std::size_t letters, std::size_t bytes);

  std::unique_ptr<char16_t[]> units_;
  std::unique_ptr<std::uint32_t[]> bytes_;
  std::unique_ptr<std::uint32_t[]> last_;  ///< by four bytes: the last letter that begins in them
  std::size_t letter_room_ = 0, byte_room_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace noticekit
