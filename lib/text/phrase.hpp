// Many phrases with slots, found in one pass. The pattern language of all rule data: a phrase an
// analyst can read, not a regular expression, and matching stays linear. Comes after letters.hpp;
// extract and classify use it.
//
//   literal            the words themselves; punctuation matches in either width (，= , “ = " （ =
//   ( 【 no) (a|b|c)  [a]       one of; optional. May nest. {n}                a number, captured:
//   12, 1,234.5, 十二, 98.71 {x} {x:N}          any 1..N characters (default 12), shortest first,
//   captured; never 。；; or a line end
//   {..} {..N}         the same, not captured, may be empty
//   {..,N}             as {..N}, but not over ，, either
//   ^ $                at the very beginning / end of the text given (first / last in a pattern
//   only)
//
// A literal ( | ) [ ] { } ^ $ \ is written with a backslash before it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/span.hpp"
#include "text/letters.hpp"

namespace noticekit {

/// One rule of a set. `as` is the code it stands for; what codes mean is the owner's business.
struct PhraseRule {
  std::string id;
  std::string as;
  std::vector<std::string> match;
  /// A hit that overlaps one of these, in its clause and up to 12 characters before it, does not
  /// count; one that begins with ~ cancels from anywhere in the text given (a heading, a line).
  std::vector<std::string> unless;
};

/// One hit. Offsets count bytes from the beginning of the text or stretch that was given.
struct PhraseHit {
  std::uint32_t rule = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::array<Span, 4> slots{};  ///< captured {n} and {x}, in the order written
  std::uint8_t slot_count = 0;
};

struct GateWays;

/// Compiled phrases. A text that a PhraseGate has marked is searched sooner, with the same hits.
/// Immutable after compile(); safe to share between threads.
class PhraseSet {
 public:
  PhraseSet();
  ~PhraseSet();
  PhraseSet(PhraseSet&&) noexcept;
  PhraseSet& operator=(PhraseSet&&) noexcept;

  /// **Errors**: bad_rule with the pointer "/rules/I/match/J" of a pattern that cannot be read.
  static Result<PhraseSet> compile(std::vector<PhraseRule> rules);

  /// The hit that begins exactly at `at`, a byte of the stretch: the longest; on a tie the rule
  /// that stands first.
  [[nodiscard]] std::optional<PhraseHit> match_at(const Stretch& text, std::size_t at) const;
  /// The leftmost hit, longest there.
  [[nodiscard]] std::optional<PhraseHit> find(const Stretch& text) const;
  /// As match_at() and find(), but only rules that stand for the code `as`.
  [[nodiscard]] std::optional<PhraseHit> match_as(const Stretch& text, std::size_t at,
                                                  std::string_view as) const;
  [[nodiscard]] std::optional<PhraseHit> find_as(const Stretch& text, std::string_view as) const;
  /// All hits, leftmost-longest, not overlapping. Appends to `hits`.
  void scan(const Stretch& text, std::vector<PhraseHit>& hits) const;
  /// All hits of every rule at every place, overlapping ones too; for scoring and examples.
  void scan_all(const Stretch& text, std::vector<PhraseHit>& hits) const;
  /// As scan_all(), but only rules that stand for the code `as`.
  void scan_as(const Stretch& text, std::string_view as, std::vector<PhraseHit>& hits) const;
  /// Whether a phrase may stand anywhere: false is certain.
  [[nodiscard]] bool may_begin(const Stretch& text) const;
  /// A hit of the rule that stands first among all that hit.
  [[nodiscard]] std::optional<PhraseHit> first_rule(const Stretch& text) const;

  /// The same for words whose letters nobody has made: each call makes those of all of them.
  [[nodiscard]] std::optional<PhraseHit> match_at(std::string_view text, std::size_t at) const;
  [[nodiscard]] std::optional<PhraseHit> find(std::string_view text) const;
  [[nodiscard]] std::optional<PhraseHit> match_as(std::string_view text, std::size_t at,
                                                  std::string_view as) const;
  [[nodiscard]] std::optional<PhraseHit> find_as(std::string_view text, std::string_view as) const;
  void scan(std::string_view text, std::vector<PhraseHit>& hits) const;
  void scan_all(std::string_view text, std::vector<PhraseHit>& hits) const;

  /// For PhraseGate: the ways phrases, and what cancels them, can begin. Their marks are of the
  /// kinds `kind` and the next one.
  GateWays join_gate(std::size_t kind);

  [[nodiscard]] const std::vector<PhraseRule>& rules() const;
  [[nodiscard]] bool empty() const { return rules().empty(); }

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace noticekit
