// Patterns that belong together, with their programs, and how those are found that can stand at a
// place: as a gate has marked, or by their own index. Comes after phrase_index.hpp, before
// phrase.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "text/phrase_gate.hpp"
#include "text/phrase_index.hpp"

namespace noticekit::phrase {

/// The ways that patterns can begin, by pattern.
using Ways = std::vector<std::optional<std::vector<Path>>>;

class Patterns {
  using Candidates = std::span<const PhraseMarks::Candidate>;

 public:
  /// Patterns are numbered in the order in which they are added.
  void add(const Program& program) {
    ways_.push_back(paths(program));
    index_.add(program, ways_.back());
    if (program.is_anchored()) ways_.back().reset();
    programs_.add(program);
  }
  void finish() { index_.finish(); }

  /// The ways each can begin, none where that is only known at the beginning of a text; and the
  /// kind under which a gate that was made of them marks them. Can be asked once.
  Ways join_gate(std::size_t kind) {
    kind_ = kind;
    return std::exchange(ways_, {});
  }

  /// Whether one of them may stand at a letter: a look at two of the text's.
  [[nodiscard]] bool may_begin(const Stretch& text, std::uint32_t at) const {
    return index_.may_begin(text, at) || (at == text.begin && index_.has_anchored());
  }

  /// A place, and what can stand there.
  struct Here {
    const Patterns& patterns;
    const Stretch& text;
    std::uint32_t at;
    bool by_marks;
    Candidates marked;

    /// Calls `visit` with every pattern that can stand there, and where it is entered, until it is
    /// true.
    template <class Visit>
    void each(Visit visit) const {
      const Index& index = patterns.index_;
      if (by_marks) {
        for (const PhraseMarks::Candidate& c : marked) {
          const bool inside = at + c.entry.read <= text.end;  // the text may go on, the stretch not
          if (inside && visit(c.pattern, c.entry)) return;
        }
      } else if (index.each(text, at, visit)) {
        return;
      }
      if (at == text.begin && index.has_anchored()) index.each_anchored(text, visit);
    }
  };

  [[nodiscard]] Here place(const Stretch& text, std::uint32_t at) const {
    if (is_marked(text) && !inside_number(whole(text), at))
      return {*this, text, at, true, text.marks->of(kind_, at, at + 1)};
    return {*this, text, at, false, {}};
  }

  /// Calls `visit` with every place in [from, to) where one of them may stand, until it is true;
  /// returns whether it was.
  template <class Visit>
  bool each_place(const Stretch& text, std::uint32_t from, std::uint32_t to, Visit visit) const {
    const bool anchored = from == text.begin && index_.has_anchored();
    if (!is_marked(text) || phrase::inside_number(whole(text), from)) {
      for (std::uint32_t at = from; at < to; ++at) {
        const bool may = index_.may_begin(text, at) || (anchored && at == from);
        if (may && !inside_number(text, at) && visit(Here{*this, text, at, false, {}})) return true;
      }
      return false;
    }
    const Candidates all = text.marks->of(kind_, from, to);
    auto first = all.begin();
    if (anchored && from < to && (all.empty() || first->at != from) &&
        visit(Here{*this, text, from, true, {}}))
      return true;
    while (first != all.end()) {
      auto last = first + 1;
      while (last != all.end() && last->at == first->at) ++last;
      if (visit(Here{*this, text, first->at, true, {first, last}})) return true;
      first = last;
    }
    return false;
  }

  /// Whether a pattern that can stand at `begin` does; see ProgramPool::run().
  bool run(std::uint32_t pattern, const Stretch& text, std::uint32_t begin, const Entry& entry,
           PhraseHit& hit) const {
    return programs_.run(pattern, text, begin, entry, hit);
  }

 private:
  [[nodiscard]] bool is_marked(const Stretch& text) const {
    return text.marks != nullptr && kind_ != no_kind;
  }
  /// The text from its beginning: a stretch can begin inside a number, which then begins there.
  static Stretch whole(Stretch text) {
    text.begin = 0;
    return text;
  }

  static constexpr std::size_t no_kind = ~std::size_t{0};
  ProgramPool programs_;
  Index index_;
  Ways ways_;  ///< until join_gate()
  std::size_t kind_ = no_kind;
};

}  // namespace noticekit::phrase

namespace noticekit {

/// What a set brings to a gate.
struct GateWays {
  phrase::Ways phrases, exclusions;
};

}  // namespace noticekit
