// Which patterns of a set can stand at a place: a tree of the ways they begin. Comes after
// phrase_program.hpp, before phrase.cpp.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit::phrase {

/// A pattern, and where its program is entered.
struct Start {
  std::uint32_t pattern = 0;
  std::uint16_t entry = 0;
  auto operator<=>(const Start&) const = default;
};

/// The ways patterns begin, as a tree of characters. A place of a text is looked up by walking the
/// tree as far as the text goes along with it; every node knows the patterns that can then still
/// match.
class Tree {
 public:
  void add(std::uint32_t pattern, const std::vector<Path>& ways);
  /// Call once, after the last add().
  void finish();

  /// Whether some pattern can begin with this character, folded. A look at one bit.
  [[nodiscard]] bool may_begin(char32_t first) const { return first_[first & 0x3FF]; }
  /// The patterns that can stand at `at`, by number; of one pattern, its entries in the order in
  /// which they are tried.
  [[nodiscard]] std::span<const Start> at(std::string_view text, std::size_t at) const;

 private:
  struct Node {
    std::uint32_t begin = 0, end = 0;  ///< its stretch of starts_
    std::uint32_t after_numeral = 0;   ///< the node that a numeral leads to; 0: none
    std::uint32_t parent = 0;
    char32_t character = 0;  ///< that leads here
    bool leads_on = false;
  };
  struct Edge {
    std::uint32_t from = 0;
    char32_t character = 0;
    std::uint32_t to = 0;  ///< 0: a free place in the table
  };

  [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t c) const;
  std::uint32_t grow(std::uint32_t node, char32_t c);
  void put(const Edge& edge);
  void take_numerals_over();

  std::bitset<1024> first_;
  std::vector<Node> nodes_{Node{}};
  std::vector<Edge> edges_ = std::vector<Edge>(16);  ///< open addressing, at most half full
  std::vector<Start> starts_;
  std::vector<std::pair<std::uint32_t, Start>> own_;  ///< by node, until finish()
};

/// The patterns of a set. Those that begin with ^ are kept apart: they can stand at the beginning
/// of a text only.
class Index {
 public:
  /// Patterns are numbered in the order in which they are added.
  void add(const Program& program);
  void finish();

  /// Whether a pattern that begins with this character, folded, may stand at `at`.
  [[nodiscard]] bool may_begin(std::size_t at, char32_t first) const {
    return anywhere_.may_begin(first) || (at == 0 && anchored_any_);
  }
  [[nodiscard]] bool has_anchored() const { return anchored_any_; }
  /// Calls `visit` with every pattern that can stand at `at`, until it is true.
  template <class Visit>
  void each(std::string_view text, std::size_t at, Visit visit) const {
    if (at < text.size() && !may_begin(at, folded(text, at))) return;
    for (const Start& s : anywhere_.at(text, at)) {
      if (visit(s)) return;
    }
    if (at != 0 || !anchored_any_) return;
    for (const Start& s : anchored_.at(text, at)) {
      if (visit(s)) return;
    }
    for (const Start& s : anchored_open_) {
      if (visit(s)) return;
    }
  }

 private:
  Tree anywhere_;
  Tree anchored_;
  std::vector<Start> anchored_open_;  ///< ^{..20}…: begin with anything
  bool anchored_any_ = false;
  std::uint32_t patterns_ = 0;
};

}  // namespace noticekit::phrase
