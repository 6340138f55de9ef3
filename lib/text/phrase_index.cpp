#include "text/phrase_index.hpp"

#include <algorithm>
#include <bit>

namespace noticekit::phrase {
namespace {

std::size_t slot(std::uint32_t node, char16_t c, int shift) {
  return (node * 0x9E3779B1U + c) * 0xC2B2AE35U >> shift;
}

}  // namespace

/// A node that is to be filled: the ways that lead through it, sorted by their letters.
struct Tree::Branch {
  std::uint32_t node = 0;
  std::size_t depth = 0;
  Ways ways;
  /// Ways that begin with a numeral where this branch begins with a digit (一): a place is looked
  /// up along one branch only, so this one keeps what may follow the numeral.
  Ways beside;
  std::vector<std::pair<const Way*, std::size_t>> above;  ///< ways that ended, and how deep
};

/// What finish() makes the steps of.
struct Tree::Growth {
  struct Edge {
    std::uint32_t from, to;
    char16_t letter;
  };
  std::vector<Edge> edges;
  std::vector<unsigned> left;  ///< by node: how it is left
};

void Tree::grow(const Branch& branch, Growth& growth) {
  constexpr std::size_t few = 2;  // that need not be told apart by another letter
  auto here = branch.above;
  Ways rest = branch.ways;
  while (!rest.empty() &&
         (rest.front().path.size == branch.depth || (branch.depth >= 2 && rest.size() <= few))) {
    here.emplace_back(&rest.front(), branch.depth);
    rest = rest.subspan(1);
  }
  for (const Way& way : branch.beside) here.emplace_back(&way, branch.depth);
  std::sort(here.begin(), here.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first->pattern, a.first->number) <
           std::pair(b.first->pattern, b.first->number);
  });
  const auto begin = static_cast<std::uint32_t>(starts_.size());
  for (const auto& [way, depth] : here) {
    const Entry& entry = way->path.entry(depth);
    const Start start{way->pattern, entry, way->path.next[entry.read]};
    // Ways that part later are one run.
    if (starts_.size() == begin || !(starts_.back() == start)) starts_.push_back(start);
  }
  nodes_[branch.node] = {begin, static_cast<std::uint32_t>(starts_.size())};

  const auto numeral = std::find_if(rest.begin(), rest.end(), [&](const Way& way) {
    return way.path.letters[branch.depth] == Path::a_numeral;
  });
  const Ways numerals = rest.subspan(static_cast<std::size_t>(numeral - rest.begin()));
  while (!rest.empty()) {
    const char16_t c = rest.front().path.letters[branch.depth];
    const auto end = std::find_if(rest.begin(), rest.end(), [&](const Way& way) {
      return way.path.letters[branch.depth] != c;
    });
    const auto n = static_cast<std::size_t>(end - rest.begin());
    const auto child = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    growth.left.push_back(0);
    growth.left[branch.node] |= c == Path::a_numeral ? by_numeral : by_letter;
    growth.edges.push_back({branch.node, child, c});
    grow({child, branch.depth + 1, rest.first(n), is_numeral(c) ? numerals : Ways{}, here}, growth);
    rest = rest.subspan(n);
  }
}

void Tree::add(std::uint32_t pattern, const std::vector<Path>& ways) {
  std::uint32_t number = 0;
  for (const Path& path : ways) {
    ways_.push_back({pattern, number++, path});
    note_beginning(path);
  }
}

void Tree::note_beginning(const Path& path) {
  if (path.letters[0] == Path::a_numeral) {
    for (const char16_t c : numeral_characters) filter_.add(c);
  } else if (path.size < 2) {
    filter_.add(path.letters[0]);
  } else if (path.letters[1] == Path::a_numeral) {
    for (const char16_t c : numeral_characters) filter_.add(path.letters[0], c);
  } else {
    filter_.add(path.letters[0], path.letters[1]);
  }
}

void Tree::finish() {
  std::stable_sort(ways_.begin(), ways_.end(),
                   [](const Way& a, const Way& b) { return a.path.letters < b.path.letters; });
  Growth growth{{}, {0}};
  grow({0, 0, ways_, {}, {}}, growth);
  const auto bits = static_cast<int>(std::bit_width(growth.edges.size() * 2 + 1));
  shift_ = 32 - bits;
  steps_.resize(std::size_t{1} << bits);
  root_is_left_ = growth.left.front();
  for (const Growth::Edge& e : growth.edges) {
    std::size_t i = slot(e.from, e.letter, shift_);
    while (steps_[i].word != 0) i = (i + 1) % steps_.size();
    steps_[i].word = ((std::uint64_t{e.from} << 16 | e.letter) << Step::node_bits | e.to) << 2 |
                     growth.left[e.to];
  }
  ways_ = {};
}

inline Tree::Step Tree::step(std::uint32_t from, char16_t c) const {
  std::size_t i = slot(from, c, shift_);
  while (steps_[i].word != 0 && !steps_[i].is(from, c)) i = (i + 1) & (steps_.size() - 1);
  return steps_[i];
}

std::uint32_t Tree::walk(const Stretch& text, std::uint32_t at) const {
  std::uint32_t here = 0;
  for (unsigned left = root_is_left_; left != 0 && at < text.end;) {
    const char16_t c = text.units[at];
    Step next = step(here, c);
    if (next.word != 0) {
      ++at;
    } else if ((left & by_numeral) != 0 && is_numeral(c)) {
      next = step(here, Path::a_numeral);
      at = numeral_end(text, at);
    } else {
      break;
    }
    here = next.node();
    left = next.word & (by_letter | by_numeral);
  }
  return here;
}

void Index::add(const Program& program, const std::optional<std::vector<Path>>& ways) {
  const std::uint32_t pattern = patterns_++;
  if (program.is_anchored()) anchored_any_ = true;
  if (!ways) {
    anchored_open_.push_back(pattern);  // compile() lets no other open pattern pass
  } else {
    (program.is_anchored() ? anchored_ : anywhere_).add(pattern, *ways);
  }
}

void Index::finish() {
  anywhere_.finish();
  anchored_.finish();
}

}  // namespace noticekit::phrase
