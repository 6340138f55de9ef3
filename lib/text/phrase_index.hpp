// Which patterns of a set can stand at a place: a tree of the ways they begin. Comes after
// phrase_paths.hpp, before phrase.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
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
  /// The patterns that can stand at a place, by number; of one pattern, its ways in the order in
  /// which they are tried.
  [[nodiscard]] std::span<const Start> at(const Stretch& text, std::uint32_t at) const;

 private:
  struct Way {
    std::uint32_t pattern;
    std::uint32_t number;  ///< of one pattern, in the order in which they are tried
    Path path;
  };
  using Ways = std::span<const Way>;
  struct Node {
    std::uint32_t number = 0;  ///< the root is 0, and so is a free place of the table
    std::uint32_t parent = 0;
    std::uint32_t begin = 0, end = 0;  ///< its stretch of starts_
    char16_t letter = 0;               ///< that leads to it; Path::a_numeral
    bool leads_on = false;
    bool leads_on_by_numeral = false;
  };
  struct Branch;

  /// Null where no letter `c` leads on from there.
  [[nodiscard]] const Node* child(std::uint32_t parent, char16_t c) const;
  void note_beginning(const Path& path);
  void grow(const Branch& branch);
  std::uint32_t grow_child(std::uint32_t parent, char16_t c);

  PairFilter filter_;  ///< first letters
  Node root_;
  std::vector<Node> table_;  ///< all others: open addressing by parent and letter
  std::size_t mask_ = 0;     ///< its size less one
  int shift_ = 0;            ///< 32 less the bits of that
  std::vector<Start> starts_;
  std::vector<Way> ways_;    ///< until finish()
  std::vector<Node> nodes_;  ///< until finish()
};

/// The patterns of a set. Those that begin with ^ are kept apart: they can stand at the beginning
/// of a text only.
class Index {
 public:
  /// Patterns are numbered in the order in which they are added.
  void add(const Program& program);
  void finish();

  /// Whether a pattern may stand at `at`, a letter of the stretch.
  [[nodiscard]] bool may_begin(const Stretch& text, std::uint32_t at) const {
    return anywhere_.may_begin(text.units[at], text.units[at + 1]) ||
           (at == text.begin && anchored_any_);
  }
  /// Calls `visit` with every letter in [from, to) where a pattern may stand, until it is true;
  /// returns whether it was.
  template <class Visit>
  bool each_place(const Stretch& text, std::uint32_t from, std::uint32_t to, Visit visit) const {
    if (from == text.begin && anchored_any_ && from < to && visit(from++)) return true;
    for (std::uint32_t at = from; at < to; ++at) {
      if (anywhere_.may_begin(text.units[at], text.units[at + 1]) && visit(at)) return true;
    }
    return false;
  }
  [[nodiscard]] bool has_anchored() const { return anchored_any_; }
  /// Calls `visit` with every pattern that can stand at `at`, and where it is entered, until it is
  /// true.
  template <class Visit>
  void each(const Stretch& text, std::uint32_t at, Visit visit) const {
    if (each_of(anywhere_, text, at, visit)) return;
    if (at != text.begin || !anchored_any_ || each_of(anchored_, text, at, visit)) return;
    for (const std::uint32_t pattern : anchored_open_) {
      if (visit(pattern, Entry{})) return;
    }
  }

 private:
  template <class Visit>
  static bool each_of(const Tree& tree, const Stretch& text, std::uint32_t at, Visit& visit) {
    if (!tree.may_begin(text.units[at], text.units[at + 1])) return false;
    for (const Start& s : tree.at(text, at)) {
      const bool may = (s.next & letter_bit(text[at + s.entry.read])) != 0;
      if (may && visit(s.pattern, s.entry)) return true;
    }
    return false;
  }

  Tree anywhere_;
  Tree anchored_;
  std::vector<std::uint32_t> anchored_open_;  ///< ^{..20}…: begin with anything
  bool anchored_any_ = false;
  std::uint32_t patterns_ = 0;
};

}  // namespace noticekit::phrase
