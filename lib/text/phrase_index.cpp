#include "text/phrase_index.hpp"

#include <algorithm>
#include <utility>

namespace noticekit::phrase {
namespace {

std::size_t slot(std::uint32_t node, char16_t c, int shift) {
  return (node * 0x9E3779B1U + c) * 0xC2B2AE35U >> shift;
}

}  // namespace

inline const Tree::Node* Tree::child(std::uint32_t parent, char16_t c) const {
  for (std::size_t i = slot(parent, c, shift_);; i = (i + 1) & mask_) {
    const Node& node = table_[i];
    if (node.number == 0) return nullptr;
    if (node.parent == parent && node.letter == c) return &node;
  }
}

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

std::uint32_t Tree::grow_child(std::uint32_t parent, char16_t c) {
  (c == Path::a_numeral ? nodes_[parent].leads_on_by_numeral : nodes_[parent].leads_on) = true;
  Node node;
  node.number = static_cast<std::uint32_t>(nodes_.size());
  node.parent = parent;
  node.letter = c;
  nodes_.push_back(node);
  return node.number;
}

void Tree::grow(const Branch& branch) {
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
  Node& node = nodes_[branch.node];
  node.begin = static_cast<std::uint32_t>(starts_.size());
  for (const auto& [way, depth] : here) {
    const Entry& entry = way->path.entry(depth);
    const Start start{way->pattern, entry, way->path.next[entry.read]};
    // Ways that part later are one run.
    if (starts_.size() == node.begin || !(starts_.back() == start)) starts_.push_back(start);
  }
  node.end = static_cast<std::uint32_t>(starts_.size());

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
    grow({grow_child(branch.node, c), branch.depth + 1, rest.first(n),
          is_numeral(c) ? numerals : Ways{}, here});
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
  nodes_.emplace_back();
  grow({0, 0, ways_, {}, {}});
  std::size_t bits = 1;
  while (std::size_t{1} << bits < nodes_.size() * 2) ++bits;
  shift_ = static_cast<int>(32 - bits);
  mask_ = (std::size_t{1} << bits) - 1;
  table_.resize(mask_ + 1);
  root_ = nodes_.front();
  for (const Node& node : std::span(nodes_).subspan(1)) {
    std::size_t i = slot(node.parent, node.letter, shift_);
    while (table_[i].number != 0) i = (i + 1) & mask_;
    table_[i] = node;
  }
  ways_ = {};
  nodes_ = {};
}

std::span<const Start> Tree::at(const Stretch& text, std::uint32_t at) const {
  const Node* node = &root_;
  while ((node->leads_on || node->leads_on_by_numeral) && at < text.end) {
    const Node* next = child(node->number, text.units[at]);
    if (next != nullptr) {
      ++at;
    } else if (node->leads_on_by_numeral && is_numeral(text.units[at])) {
      next = child(node->number, Path::a_numeral);
      at = numeral_end(text, at);
    } else {
      break;
    }
    node = next;
  }
  return {starts_.data() + node->begin, node->end - node->begin};
}

void Index::add(const Program& program) {
  const std::uint32_t pattern = patterns_++;
  const auto ways = paths(program);
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
