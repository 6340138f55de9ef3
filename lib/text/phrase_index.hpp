// Which patterns can stand at a place: a tree of the ways they begin. Comes after
// phrase_paths.hpp, before phrase_patterns.hpp and phrase_gate.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "text/phrase_paths.hpp"
#include "text/phrase_program.hpp"

namespace noticekit::phrase {

/// A pattern, and where it goes on after the letters that the tree has read.
struct Start {
  std::uint32_t pattern = 0;
  Entry entry;
  std::uint64_t next = 0;  ///< letter_bit() of all letters that it can go on with
  bool operator==(const Start&) const = default;
};

/// The ways patterns begin, as a tree of letters. A place of a text is looked up by walking the
/// tree as far as the text goes along with it; every node knows the patterns that can then still
/// match. It branches only where that tells patterns apart, and so stays small.
class Tree {
 public:
  void add(std::uint32_t pattern, const std::vector<Path>& ways);
  /// Call once, after the last add().
  void finish();

  /// Whether some pattern may begin with these letters.
  [[nodiscard]] bool may_begin(char16_t first, char16_t second) const {
    return filter_.has(first, second);
  }
  /// Calls `visit` with every pattern that can stand at a place, by number, and where it is
  /// entered, until it is true; returns whether it was. Of one pattern, its ways come in the order
  /// in which they are tried.
  template <class Visit>
  bool each(const Stretch& text, std::uint32_t at, Visit visit) const {
    const Node& node = nodes_[walk(text, at)];
    for (const Start& s : std::span(starts_.data() + node.begin, starts_.data() + node.end)) {
      if ((s.next & letter_bit(text[at + s.entry.read])) != 0 && visit(s.pattern, s.entry))
        return true;
    }
    return false;
  }

 private:
  struct Way {
    std::uint32_t pattern;
    std::uint32_t number;  ///< of one pattern, in the order in which they are tried
    Path path;
  };
  using Ways = std::span<const Way>;
  /// A node's stretch of starts_.
  struct Node {
    std::uint32_t begin = 0, end = 0;
  };
  /// A letter that leads from a node to another, in one word: what is asked for, and what is told
  /// of the other. Zero is none: the root, which is node 0, is led to by no letter.
  struct Step {
    static constexpr unsigned node_bits = 22;
    std::uint64_t word = 0;

    [[nodiscard]] bool is(std::uint32_t from, char16_t c) const {
      return word >> (node_bits + 2) == (std::uint64_t{from} << 16 | c);
    }
    [[nodiscard]] std::uint32_t node() const {
      return static_cast<std::uint32_t>(word >> 2) & ((1U << node_bits) - 1);
    }
  };
  enum : unsigned { by_letter = 1, by_numeral = 2 };  ///< how a node is left
  struct Branch;
  struct Growth;

  [[nodiscard]] std::uint32_t walk(const Stretch& text, std::uint32_t at) const;
  [[nodiscard]] Step step(std::uint32_t from, char16_t c) const;
  void note_beginning(const Path& path);
  void grow(const Branch& branch, Growth& growth);

  PairFilter filter_;                               ///< first letters
  std::vector<Node> nodes_ = std::vector<Node>(1);  ///< the root is the first one
  std::vector<Step> steps_ = std::vector<Step>(1);  ///< open addressing by node and letter
  int shift_ = 31;                                  ///< 32 less the bits of their number
  std::vector<Start> starts_;
  unsigned root_is_left_ = 0;
  std::vector<Way> ways_;  ///< until finish()
};

/// The patterns of a set. Those that begin with ^ are kept apart: they can stand at the beginning
/// of a text only.
class Index {
 public:
  /// Patterns are numbered in the order in which they are added.
  void add(const Program& program, const std::optional<std::vector<Path>>& ways);
  void finish();

  /// Whether a pattern without ^ may stand at `at`, a letter of the stretch.
  [[nodiscard]] bool may_begin(const Stretch& text, std::uint32_t at) const {
    return anywhere_.may_begin(text.units[at], text.units[at + 1]);
  }
  [[nodiscard]] bool has_anchored() const { return anchored_any_; }

  /// Calls `visit` with every pattern without ^ that can stand at `at`, and where it is entered,
  /// until it is true; returns whether it was.
  template <class Visit>
  bool each(const Stretch& text, std::uint32_t at, Visit visit) const {
    return may_begin(text, at) && anywhere_.each(text, at, visit);
  }
  /// The same for patterns with ^, at the beginning of the text.
  template <class Visit>
  bool each_anchored(const Stretch& text, Visit visit) const {
    const std::uint32_t at = text.begin;
    if (anchored_.may_begin(text.units[at], text.units[at + 1]) && anchored_.each(text, at, visit))
      return true;
    for (const std::uint32_t pattern : anchored_open_) {
      if (visit(pattern, Entry{})) return true;
    }
    return false;
  }

 private:
  Tree anywhere_;
  Tree anchored_;
  std::vector<std::uint32_t> anchored_open_;  ///< ^{..20}…: begin with anything
  bool anchored_any_ = false;
  std::uint32_t patterns_ = 0;
};

}  // namespace noticekit::phrase
