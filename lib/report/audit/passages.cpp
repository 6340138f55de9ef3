#include "report/audit/passages.hpp"

#include <algorithm>
#include <deque>
#include <map>

#include "text/utf8.hpp"

namespace noticekit::audit {
namespace {

constexpr std::size_t gram = 13;  // letters of a fingerprint; with `window` of them, runs of twenty
constexpr std::size_t window = 8;  // letters always share one

bool is_letter(char32_t c) {
  return utf8::is_han(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

std::uint64_t hash_of(std::u32string_view letters) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char32_t c : letters) h = (h ^ c) * 0x100000001B3ULL;
  return h ^ h >> 29;
}

bool is_frame(Role role) {
  switch (role) {
    case Role::title:
    case Role::document_number:
    case Role::addressee:
    case Role::lead:
    case Role::contact:
    case Role::signature:
    case Role::date:
    case Role::furniture:
      return true;
    default:
      return false;
  }
}

void part(Letters& out) {
  if (!out.empty() && out.back() != 0) out.push_back(0);
}

/// Places of fingerprints: in every window of them the smallest, the last of equal ones.
/// **Source**: Schleimer, Wilkerson, Aiken, Winnowing, 2003.
std::vector<std::pair<std::uint64_t, std::uint32_t>> fingerprints(const Letters& letters) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> out;
  std::deque<std::pair<std::uint64_t, std::uint32_t>> smallest;
  std::size_t begin = 0;
  while (begin < letters.size()) {
    const std::size_t end = std::min(letters.find(U'\0', begin), letters.size());
    smallest.clear();
    for (std::size_t i = begin; i + gram <= end; ++i) {
      const auto h = hash_of(std::u32string_view(letters).substr(i, gram));
      while (!smallest.empty() && smallest.back().first >= h) smallest.pop_back();
      smallest.emplace_back(h, static_cast<std::uint32_t>(i));
      if (smallest.front().second + window <= i) smallest.pop_front();
      if (i + 1 >= begin + window && (out.empty() || out.back() != smallest.front()))
        out.push_back(smallest.front());
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace

void append_letters(const Notice& n, Span span, const PhraseSet& stock, Letters& out) {
  const std::string_view words = n.view(span);
  std::vector<PhraseHit> hits;
  stock.scan_all(words, hits);
  std::vector<bool> left_out(words.size());
  for (const PhraseHit& h : hits) {
    if (stock.rules()[h.rule].as == "set")
      std::fill(left_out.begin() + h.begin, left_out.begin() + h.end, true);
  }
  bool in_title = false;
  for (std::size_t i = 0; i < words.size();
       i += utf8::length(static_cast<unsigned char>(words[i]))) {
    const char32_t c = utf8::at(words, i);
    if (c == U'《') in_title = true;
    if (in_title || left_out[i]) {
      part(out);
    } else if (is_letter(c)) {
      out.push_back(c);
    }
    if (c == U'》' || c == '\n') in_title = false;
  }
  part(out);
}

Letters body_letters(const Notice& n, const PhraseSet& stock) {
  Letters out;
  for (const Block& b : n.outline.blocks) {
    if (is_frame(b.role) || b.role == Role::heading) continue;
    append_letters(n, b.span, stock, out);
  }
  return out;
}

std::string utf8_of(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      out += static_cast<char>(0xF0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return out;
}

Letters longest_run(const Letters& a, const Letters& b, std::size_t least) {
  SharedRuns runs(least);
  runs.add(a);
  const auto found = runs.add(b);
  return found.empty() ? Letters() : found[0].longest;
}

std::unordered_set<std::uint64_t> five_grams(const Letters& letters) {
  constexpr std::size_t five = 5;
  std::unordered_set<std::uint64_t> out;
  for (std::size_t i = 0; i + five <= letters.size(); ++i) {
    const std::u32string_view g = std::u32string_view(letters).substr(i, five);
    if (g.find(U'\0') == std::u32string_view::npos) out.insert(hash_of(g));
  }
  return out;
}

std::vector<SharedRuns::Found> SharedRuns::add(Letters letters) {
  std::map<std::size_t, Found> found;
  std::map<std::size_t, std::size_t> done;  // other text → end of its last run here
  const auto prints = fingerprints(letters);
  for (const auto& [hash, at] : prints) {
    const auto place = places_.find(hash);
    if (place == places_.end() || done[place->second.text] > at) continue;
    const Letters& other = texts_[place->second.text];
    std::size_t begin = at, from = place->second.at;
    if (other.compare(from, gram, letters, begin, gram) != 0) continue;
    while (begin > 0 && from > 0 && letters[begin - 1] != 0 &&
           letters[begin - 1] == other[from - 1])
      --begin, --from;
    std::size_t length = 0;
    while (begin + length < letters.size() && from + length < other.size() &&
           letters[begin + length] != 0 && letters[begin + length] == other[from + length])
      ++length;
    if (length < least_) continue;
    done[place->second.text] = begin + length;
    Found& f = found[place->second.text];
    f.other = place->second.text;
    f.covered += length;
    if (length > f.longest.size()) f.longest = letters.substr(begin, length);
  }
  const auto text = static_cast<std::uint32_t>(texts_.size());
  for (const auto& [hash, at] : prints) places_.emplace(hash, Place{text, at});
  texts_.push_back(std::move(letters));
  std::vector<Found> out;
  out.reserve(found.size());
  for (auto& [other, f] : found) out.push_back(std::move(f));
  return out;
}

}  // namespace noticekit::audit
