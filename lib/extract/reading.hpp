// What every part of the extractor reads with: the text, its outline, the rules, and the text's
// lines. Comes before all other files of this layer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/extract_rules.hpp"
#include "noticekit/outline.hpp"
#include "noticekit/span.hpp"
#include "outline/signs.hpp"

namespace noticekit {

/// One paragraph, without its '\n'.
struct Paragraph {
  Span span;
  std::int32_t heading = -1;  ///< the heading that begins it, -1 for body text
  std::int32_t owner = -1;    ///< the heading it hangs under, or begins
};

/// A document being read. Views, owned by the caller of extract().
struct Reading {
  std::string_view text;
  const Signs& signs;  ///< of `text`
  const Outline& outline;
  const ExtractRules& rules;
  MarkedDocument marked;  ///< `text` with its letters
  std::vector<Paragraph> lines;
  std::vector<std::uint32_t> top;  ///< headings without a parent
  /// Lines without a marker that part the text above its headings: 第二部分　整改落实情况.
  std::vector<Span> parts;
  /// Children of all headings, in one row, and by heading where its own begin there.
  std::vector<std::uint32_t> child_list, child_begin;

  [[nodiscard]] std::string_view view(Span span) const { return slice(text, span); }
  [[nodiscard]] std::string_view view(const Paragraph& line) const {
    return slice(text, line.span);
  }
  /// The same as phrases are asked for in it.
  [[nodiscard]] Stretch letters(Span span) const { return marked.stretch(span); }
  [[nodiscard]] Stretch letters(const Paragraph& line) const { return letters(line.span); }
  [[nodiscard]] const Heading& heading(std::uint32_t index) const {
    return outline.headings[index];
  }
  /// The headings right under one.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t index) const {
    return {child_list.data() + child_begin[index], child_list.data() + child_begin[index + 1]};
  }
  /// End of all that hangs under a heading: the next heading of its level or above, or `stop`.
  [[nodiscard]] std::uint32_t subtree_end(std::uint32_t index, std::uint32_t stop) const;
  /// End of what hangs directly under a heading: the next heading of any level, or `stop`.
  [[nodiscard]] std::uint32_t body_end(std::uint32_t index, std::uint32_t stop) const;
  /// The part that a heading stands in; null where none begins above it.
  [[nodiscard]] std::optional<Span> part_of(std::uint32_t index) const;
  /// Index of the line that holds a byte.
  [[nodiscard]] std::size_t line_at(std::uint32_t offset) const;
};

Reading make_reading(std::string_view text, const Signs& signs, const Outline& outline,
                     const ExtractRules& rules);

/// `span` without separators and blanks at both ends (R3): 。；;，,、：: and white space.
Span trimmed(std::string_view text, Span span);

/// Whether a rule of `set` with the code `as` hits anywhere in `words`, a part of the text.
bool has(const Reading& r, PhraseSet ExtractRules::*set, Span words, std::string_view as);
/// The code of a hit's rule.
std::string_view code(const PhraseSet& set, const PhraseHit& hit);

}  // namespace noticekit
