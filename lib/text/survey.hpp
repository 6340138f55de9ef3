// One look at every byte: whether they are valid UTF-8, and where the few characters stand that
// normalization acts on. Everything after it touches those places only, which is what makes the
// text layer fast. Comes before normalize.hpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace noticekit {

/// What a character is to normalization. Characters without a kind are copied.
enum class Kind : std::uint8_t {
  newline,      ///< \n
  line_end,     ///< \r\n, \r, VT, NEL, U+2028, U+2029
  form_feed,    ///< also ends a line, and a page
  blank,        ///< space, and the thin and wide spaces of U+2000
  wide_blank,   ///< U+3000, no-break space
  tab,          ///< \t
  drop,         ///< zero width, bidirectional controls, soft hyphen
  control,      ///< C0 and C1
  star,         ///< *, which may be markup or the mask of a number
  markup,       ///< never set by survey(): a star or a stroke found to be markup
  wide_letter,  ///< full-width ASCII letter or digit
};

struct Special {
  std::uint32_t at;
  Kind kind;
  std::uint8_t size;
};

struct Survey {
  std::size_t valid = 0;          ///< bytes at the start that are strictly valid UTF-8
  std::vector<Special> specials;  ///< in order; of the valid part
  std::uint32_t controls = 0;
  std::size_t first_control = 0;  ///< where the first of them stands
  bool nul = false;
  bool stars = false;
  bool may_need_nfc = false;
};

Survey survey(std::string_view text);

/// Length of the strictly valid UTF-8 sequence at `i`; 0 where there is none.
std::size_t valid_sequence(std::string_view s, std::size_t i);

}  // namespace noticekit
