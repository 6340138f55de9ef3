// Traditional characters read like Simplified ones: a shadow of the text in which rules are
// matched, of the same bytes and code points, so that every span also fits the printed text. Rules
// know Simplified characters only.
#pragma once

#include <string>
#include <string_view>

namespace noticekit {

/// Whether a text is written in Traditional characters; looks at its beginning only, and costs
/// Simplified text next to nothing.
bool is_traditional(std::string_view utf8);

/// The text with each Traditional character replaced by its Simplified one, and 「」 by “”. Where
/// one character of the other length would be needed it stays, so positions never move.
std::string simplified_shadow(std::string_view utf8);

/// The printed text aside while its shadow is read: swaps the shadow in, and back at the end.
class ShadowReading {
 public:
  explicit ShadowReading(std::string& text) : text_(text) {
    if (!is_traditional(text)) return;
    printed_ = simplified_shadow(text);
    printed_.swap(text_);
    swapped_ = true;
  }
  ~ShadowReading() { restore(); }
  ShadowReading(const ShadowReading&) = delete;
  ShadowReading& operator=(const ShadowReading&) = delete;
  /// Puts the printed text back, into the same buffer.
  void restore() {
    if (swapped_) text_.assign(printed_);
    swapped_ = false;
  }

 private:
  std::string& text_;
  std::string printed_;
  bool swapped_ = false;
};

}  // namespace noticekit
