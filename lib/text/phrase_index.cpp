#include "text/phrase_index.hpp"

#include <algorithm>
#include <iterator>

namespace noticekit::phrase {
namespace {

std::size_t slot(std::uint32_t node, char32_t c, std::size_t size) {
  const std::uint32_t mixed = (node * 0x9E3779B1U) ^ (c * 0x85EBCA6BU);
  return (mixed ^ mixed >> 15) & (size - 1);
}

}  // namespace

inline std::uint32_t Tree::child(std::uint32_t node, char32_t c) const {
  for (std::size_t i = slot(node, c, edges_.size());; i = (i + 1) & (edges_.size() - 1)) {
    const Edge& e = edges_[i];
    if (e.to == 0 || (e.from == node && e.character == c)) return e.to;
  }
}

void Tree::put(const Edge& edge) {
  std::size_t i = slot(edge.from, edge.character, edges_.size());
  while (edges_[i].to != 0) i = (i + 1) & (edges_.size() - 1);
  edges_[i] = edge;
}

std::uint32_t Tree::grow(std::uint32_t node, char32_t c) {
  const std::uint32_t known = c == Path::a_numeral ? nodes_[node].after_numeral : child(node, c);
  if (known != 0) return known;
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({0, 0, 0, node, c, false});
  nodes_[node].leads_on = true;
  if (c == Path::a_numeral) {
    nodes_[node].after_numeral = made;
    return made;
  }
  if (nodes_.size() * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& e : old) {
      if (e.to != 0) put(e);
    }
  }
  put({node, c, made});
  return made;
}

void Tree::add(std::uint32_t pattern, const std::vector<Path>& ways) {
  for (const Path& path : ways) {
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < path.size; ++i) node = grow(node, path.characters[i]);
    own_.emplace_back(node, Start{pattern, path.entry});
    if (path.characters[0] != Path::a_numeral) {
      first_.set(path.characters[0] & 0x3FF);
    } else {
      for (const char32_t c : numeral_characters) first_.set(c & 0x3FF);
    }
  }
}

/// Where both a numeral and a word may begin with the same character (一), the word's branch also
/// keeps what may follow the numeral, so that a place is looked up along one branch only.
void Tree::take_numerals_over() {
  const std::size_t known = own_.size();
  for (std::uint32_t n = 1; n < nodes_.size(); ++n) {
    const std::uint32_t numeral = nodes_[nodes_[n].parent].after_numeral;
    if (numeral == 0 || numeral == n || !is_numeral(nodes_[n].character)) continue;
    for (std::size_t k = 0; k < known; ++k) {
      std::uint32_t above = own_[k].first;
      while (above > numeral) above = nodes_[above].parent;  // parents have lower numbers
      if (above == numeral) own_.emplace_back(n, own_[k].second);
    }
  }
}

void Tree::finish() {
  take_numerals_over();
  std::sort(own_.begin(), own_.end());
  own_.erase(std::unique(own_.begin(), own_.end()), own_.end());
  std::size_t next = 0;
  std::vector<Start> own;
  std::vector<Start> merged;
  for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
    own.clear();
    for (; next < own_.size() && own_[next].first == n; ++next) own.push_back(own_[next].second);
    const Node& parent = nodes_[nodes_[n].parent];  // of the root: itself, still empty
    nodes_[n].begin = parent.begin;
    nodes_[n].end = parent.end;
    if (own.empty()) continue;
    merged.clear();
    std::set_union(own.begin(), own.end(), starts_.begin() + parent.begin,
                   starts_.begin() + parent.end, std::back_inserter(merged));
    nodes_[n].begin = static_cast<std::uint32_t>(starts_.size());
    starts_.insert(starts_.end(), merged.begin(), merged.end());
    nodes_[n].end = static_cast<std::uint32_t>(starts_.size());
  }
  own_ = {};
}

std::span<const Start> Tree::at(std::string_view text, std::size_t at) const {
  std::uint32_t node = 0;
  while (nodes_[node].leads_on && at < text.size()) {
    const char32_t c = folded(text, at);
    const std::uint32_t next = child(node, c);
    if (next != 0) {
      node = next;
      at += utf8::length(static_cast<unsigned char>(text[at]));
    } else if (nodes_[node].after_numeral != 0 && is_numeral(c)) {
      node = nodes_[node].after_numeral;
      at += numeral_length(text, at);
    } else {
      break;
    }
  }
  const Node& last = nodes_[node];
  return {starts_.data() + last.begin, last.end - last.begin};
}

void Index::add(const Program& program) {
  const std::uint32_t pattern = patterns_++;
  const auto ways = paths(program);
  if (program.is_anchored()) anchored_any_ = true;
  if (!ways) {
    anchored_open_.push_back({pattern, 0});  // compile() lets no other open pattern pass
  } else {
    (program.is_anchored() ? anchored_ : anywhere_).add(pattern, *ways);
  }
}

void Index::finish() {
  anywhere_.finish();
  anchored_.finish();
}

}  // namespace noticekit::phrase
