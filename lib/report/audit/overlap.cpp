#include "report/audit/overlap.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace noticekit::audit {

std::unordered_set<std::uint64_t> pairs_of(const PhraseSet& stock, std::string_view words) {
  std::vector<PhraseHit> hits;
  stock.scan_all(words, hits);
  std::vector<bool> empty(words.size());
  for (const PhraseHit& h : hits) {
    if (stock.rules()[h.rule].as != "empty") continue;
    std::fill(empty.begin() + h.begin, empty.begin() + h.end, true);
  }
  std::unordered_set<std::uint64_t> out;
  char32_t before = 0;
  bool before_empty = false;
  for (std::size_t i = 0; i < words.size();) {
    const char32_t c = utf8::at(words, i);
    const bool said_nothing = empty[i];
    if (utf8::is_han(c) && before != 0 && !(said_nothing && before_empty))
      out.insert(static_cast<std::uint64_t>(before) << 32 | c);
    before = utf8::is_han(c) && !said_nothing ? c : 0;
    before_empty = said_nothing;
    i += utf8::length(static_cast<unsigned char>(words[i]));
  }
  return out;
}

std::size_t shared(const std::unordered_set<std::uint64_t>& some,
                   const std::unordered_set<std::uint64_t>& others) {
  return static_cast<std::size_t>(
      std::count_if(some.begin(), some.end(), [&](std::uint64_t p) { return others.count(p); }));
}

}  // namespace noticekit::audit
