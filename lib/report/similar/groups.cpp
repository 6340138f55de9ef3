#include "report/similar/groups.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace noticekit::similar {
namespace {

class Sets {
 public:
  explicit Sets(std::size_t n) : above_(n) { std::iota(above_.begin(), above_.end(), 0U); }
  std::uint32_t find(std::uint32_t i) {
    while (above_[i] != i) i = above_[i] = above_[above_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    above_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> above_;
};

/// One side of a passage.
struct Side {
  Place begin, end;
  std::uint32_t passage;
};

/// Passages whose sides overlap by more than half of the longer one are the same text.
Sets join_sides(std::vector<Side>& sides, std::size_t passages) {
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.passage < b.passage;
  });
  Sets sets(passages);
  for (std::size_t i = 1; i < sides.size(); ++i) {
    constexpr std::size_t looked_back = 8;
    for (std::size_t k = i; k-- > 0 && i - k <= looked_back;) {
      const Side &before = sides[k], &now = sides[i];
      if (before.end <= now.begin) continue;
      const Place common = std::min(before.end, now.end) - now.begin;
      if (2 * common <= std::max(before.end - before.begin, now.end - now.begin)) continue;
      sets.join(before.passage, now.passage);
      break;
    }
  }
  return sets;
}

void keep_longest(Group& group, const Passage& p) {
  if (p.matched <= group.letters) return;
  group.letters = p.matched;
  group.longest = p;
}

}  // namespace

std::vector<Group> group_texts(std::vector<Pair>& pairs) {
  std::vector<Passage*> all;
  for (Pair& pair : pairs) {
    for (Passage& p : pair.passages) all.push_back(&p);
  }
  std::vector<Side> sides;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    sides.push_back({all[i]->a_begin, all[i]->a_end, i});
    sides.push_back({all[i]->b_begin, all[i]->b_end, i});
  }
  Sets sets = join_sides(sides, all.size());
  std::map<std::uint32_t, Group> groups;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    all[i]->text = sets.find(i);
    Group& group = groups[all[i]->text];
    group.documents.push_back(all[i]->document_a);
    group.documents.push_back(all[i]->document_b);
    keep_longest(group, *all[i]);
  }
  std::vector<Group> out;
  for (auto& [text, group] : groups) {
    std::vector<std::uint32_t>& d = group.documents;
    std::sort(d.begin(), d.end());
    d.erase(std::unique(d.begin(), d.end()), d.end());
    if (d.size() >= 3) out.push_back(std::move(group));
  }
  std::stable_sort(out.begin(), out.end(), [](const Group& a, const Group& b) {
    if (a.documents.size() != b.documents.size()) return a.documents.size() > b.documents.size();
    return a.letters > b.letters;
  });
  std::map<std::uint32_t, std::uint32_t> numbers;  // of texts, from 1; 0 where two share it
  for (std::uint32_t i = 0; i < out.size(); ++i) numbers[out[i].longest.text] = i + 1;
  for (Passage* p : all) {
    const auto at = numbers.find(p->text);
    p->text = at == numbers.end() ? 0 : at->second;
  }
  for (std::uint32_t i = 0; i < out.size(); ++i) out[i].longest.text = i + 1;
  return out;
}

}  // namespace noticekit::similar
