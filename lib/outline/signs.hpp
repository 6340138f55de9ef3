// The punctuation of a text, found in one pass: where sentences, clauses, lines, quotations and
// titles begin and end. Comes before all readers of sentences; they step from sign to sign instead
// of from character to character.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "noticekit/span.hpp"

namespace noticekit {

/// One sign: where it stands, and what it is, as bits: a bracket may be of two kinds.
struct Sign {
  enum Kind : std::uint32_t {
    wide = 1U << 0,  ///< three bytes long, else one
    line_end = 1U << 1,
    full_stop = 1U << 2,  ///< 。
    semicolon = 1U << 3,  ///< ；;
    comma = 1U << 4,      ///< ，,
    colon = 1U << 5,      ///< ：:
    pause = 1U << 6,      ///< 、
    blank = 1U << 7,      ///< of either width
    tab = 1U << 8,
    dot = 1U << 9,            ///< .
    open_quote = 1U << 10,    ///< “
    close_quote = 1U << 11,   ///< ”
    open_title = 1U << 12,    ///< 《
    close_title = 1U << 13,   ///< 》
    open_round = 1U << 14,    ///< （
    close_round = 1U << 15,   ///< ）
    open_square = 1U << 16,   ///< 【[［〔
    close_square = 1U << 17,  ///< 】]］〕
    open_narrow = 1U << 18,   ///< (
    close_narrow = 1U << 19,  ///< )
    mail = 1U << 20,          ///< @ of either width
  };
  std::uint32_t at;
  std::uint32_t kinds;

  [[nodiscard]] bool is(std::uint32_t any) const { return (kinds & any) != 0; }
  [[nodiscard]] std::uint32_t end() const { return at + 1 + 2 * (kinds & wide); }
};

inline constexpr std::uint32_t sentence_ends =
    Sign::full_stop | Sign::semicolon | Sign::line_end;                    ///< 。；;↵
inline constexpr std::uint32_t clause_ends = sentence_ends | Sign::comma;  ///< and ，,

/// All signs of a text, in order. Behind them stands a line end at the end of the text, so that
/// nobody steps beyond.
class Signs {
 public:
  explicit Signs(std::string_view text);

  /// The first sign at or after a byte offset.
  [[nodiscard]] const Sign* from(std::uint32_t offset) const;
  /// The first sign of one of these kinds at or after a byte offset, before `end`; its place, or
  /// `end`.
  [[nodiscard]] std::uint32_t next(std::uint32_t offset, std::uint32_t kinds,
                                   std::uint32_t end) const {
    const Sign* s = from(offset);
    while (s->at < end && !s->is(kinds)) ++s;
    return s->at < end ? s->at : end;
  }
  /// The end of the last sign of one of these kinds before `offset`; `begin` where none stands
  /// after it.
  [[nodiscard]] std::uint32_t after_last(std::uint32_t begin, std::uint32_t offset,
                                         std::uint32_t kinds) const {
    const Sign* s = from(offset);
    while (s != first() && (--s)->at >= begin) {
      if (s->is(kinds)) return s->end();
    }
    return begin;
  }
  [[nodiscard]] const Sign* first() const { return signs_.data(); }
  /// Whether the text has a sign of one of these kinds at all.
  [[nodiscard]] bool has(std::uint32_t kinds) const { return (seen_ & kinds) != 0; }

 private:
  std::vector<Sign> signs_;
  std::vector<std::uint32_t> before_;  ///< by 64 bytes of text: how many signs stand before them
  std::vector<std::uint64_t> places_;  ///< by 64 bytes of text: a bit where a sign begins
  std::uint32_t seen_ = 0;
};

}  // namespace noticekit
