// text.*: words, punctuation and layout.
#include <algorithm>

#include "report/audit/check.hpp"
#include "text/utf8.hpp"

namespace noticekit::audit {
namespace {

/// 创文创文: a pair of Han characters printed twice. Pairs that begin with 一 or repeat one
/// character are ways of speaking.
void find_doubled(Audited& a) {
  const std::string_view text = a.n.text.utf8;
  for (std::size_t i = 0; i + 12 <= text.size();
       i += utf8::length(static_cast<unsigned char>(text[i]))) {
    if (text.substr(i, 6) != text.substr(i + 6, 6)) continue;
    const char32_t first = utf8::at(text, i), second = utf8::at(text, i + 3);
    if (!utf8::is_han(first) || !utf8::is_han(second) || first == second) continue;
    const Span doubled{i, i + 12};
    if (!hits_of(a.rules.words, "doubled_on_purpose", a.n, doubled).empty()) continue;
    a.raise("疑似重复用字：{}", "words printed twice: {}", {quoted(a.view(doubled))}, doubled);
    i += 9;
  }
}

/// Whether half-width punctuation at `i` stands between Chinese words.
bool between_han(std::string_view text, std::size_t i) {
  const char32_t before = i == 0 ? 0 : utf8::at(text, utf8::before(text, i));
  const char32_t after = utf8::at(text, i + 1);
  return utf8::is_han(before) && utf8::is_han(after);
}

bool is_layout(std::string_view kind) {
  return kind == "masked_text" || kind == "joined_line" || kind == "markup_residue" ||
         kind == "cut_tail" || kind == "damaged_date" || kind == "malformed_bytes" ||
         kind == "truncated";
}

}  // namespace

bool typo(Audited& a) {
  const Span all{0, a.n.text.utf8.size()};
  std::vector<Span> told;
  for (const Span hit : hits_of(a.rules.words, "typo", a.n, all)) {
    a.raise("疑似错字：{}", "a word that looks misspelt: {}", {quoted(a.view(hit))}, hit);
    told.push_back(hit);
  }
  for (const Defect& d : a.n.defects) {
    if (d.kind != "suspected_typo") continue;
    if (std::any_of(told.begin(), told.end(), [&](Span s) { return s.overlaps(d.span); })) continue;
    a.raise("疑似错字：{}", "a word that looks misspelt: {}", {quoted(a.view(d.span))}, d.span);
  }
  find_doubled(a);
  return true;
}

bool halfwidth(Audited& a) {
  const std::string_view text = a.n.text.utf8;
  std::size_t count = 0;
  Field first;
  for (std::size_t i = text.find_first_of(",;:()"); i != std::string_view::npos;
       i = text.find_first_of(",;:()", i + 1)) {
    if (!between_han(text, i)) continue;
    if (++count > 1) continue;
    const std::size_t begin = utf8::before(text, i);
    first = Span{begin, i + 1 + utf8::length(static_cast<unsigned char>(text[i + 1]))};
  }
  if (count > 0)
    a.raise("汉字之间用了{}处半角标点", "half-width punctuation between Chinese words, {} times",
            {std::to_string(count)}, first);
  return true;
}

bool layout_damage(Audited& a) {
  std::vector<std::string_view> kinds;
  for (const Defect& d : a.n.defects) {
    if (!is_layout(d.kind) || std::find(kinds.begin(), kinds.end(), d.kind) != kinds.end())
      continue;
    kinds.push_back(d.kind);
    const auto count = std::count_if(a.n.defects.begin(), a.n.defects.end(),
                                     [&](const Defect& other) { return other.kind == d.kind; });
    a.raise("版面受损（{}，{}处）：{}", "layout damage ({}, {} times): {}",
            {d.kind, std::to_string(count), quoted(a.view(d.span))}, d.span);
  }
  return true;
}

bool term_inconsistent(Audited& a) {
  if (!a.n.issuer) return true;
  const Span all{0, a.n.text.utf8.size()};
  if (hits_of(a.rules.words, "working_committee", a.n, *a.n.issuer).empty()) return true;
  const auto other = hits_of(a.rules.words, "committee_post", a.n, all);
  if (!other.empty())
    a.raise("单位是工作委员会，文中却称{}（{}处）",
            "a working committee, yet the text says {} ({}×)",
            {quoted(a.view(other[0])), std::to_string(other.size())}, other[0]);
  return true;
}

}  // namespace noticekit::audit
