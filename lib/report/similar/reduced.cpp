#include "report/similar/reduced.hpp"

#include <array>

namespace noticekit::similar {
namespace {

constexpr std::size_t longest_title = 240;  // bytes between 《 and 》

/// Paragraphs that offices print alike, and those that are not the notice's own account. What
/// stands above the first heading is a lead only where an inspection is told of.
bool is_formula(Role role, bool inspected) {
  switch (role) {
    case Role::lead:
      return inspected;
    case Role::title:
    case Role::document_number:
    case Role::addressee:
    case Role::status:
    case Role::responsible:
    case Role::contact:
    case Role::signature:
    case Role::date:
    case Role::furniture:
      return true;
    default:
      return false;
  }
}

void mask_titles(std::string_view text, std::vector<Mask>& out) {
  constexpr std::string_view open = "《", close = "》";
  for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at);
    const std::size_t next = end == std::string_view::npos ? end : end + close.size();
    if (next == std::string_view::npos) return;
    const bool whole = next - at <= longest_title && text.find('\n', at) > next;
    if (whole) out.push_back({Span(at, next), masked});
    at = whole ? next : at + open.size();
  }
}

void mask_phrases(std::string_view text, const PhraseSet& set, std::vector<Mask>& out) {
  if (set.empty()) return;
  std::vector<PhraseHit> hits;
  set.scan(text, hits);
  for (const PhraseHit& hit : hits) out.push_back({Span(hit.begin, hit.end), masked});
}

/// In order, without overlap; where two begin together, the longer one, where one begins inside
/// another, only what it has beyond.
void settle(std::vector<Mask>& masks) {
  std::sort(masks.begin(), masks.end(), [](const Mask& a, const Mask& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Mask> out;
  for (Mask mask : masks) {
    if (!out.empty() && mask.span.begin < out.back().span.end) {
      if (mask.span.end <= out.back().span.end) continue;
      mask.span.begin = out.back().span.end;
    }
    if (!mask.span.empty()) out.push_back(mask);
  }
  masks = std::move(out);
}

}  // namespace

std::vector<Mask> masks_of(const Notice& notice, const SimilarRules* rules) {
  std::vector<Mask> out;
  const bool inspected = !notice.findings.empty() || notice.inspection_group || notice.feedback;
  for (const Block& block : notice.outline.blocks) {
    if (is_formula(block.role, inspected)) out.push_back({block.span, wall});
  }
  for (const Heading& heading : notice.outline.headings) {
    if (heading.parent < 0) continue;
    const Heading& above = notice.outline.headings[static_cast<std::size_t>(heading.parent)];
    if (out.empty() || out.back().span != above.text) out.push_back({above.text, wall});
  }
  mask_titles(notice.text.utf8, out);
  if (rules != nullptr) {
    mask_phrases(notice.text.utf8, rules->set_phrases, out);
    mask_phrases(notice.text.utf8, rules->formulae, out);
  }
  settle(out);
  return out;
}

Letter other_letter_of(char32_t c) {
  const auto letter = [](char32_t x) { return static_cast<Letter>(x); };
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return letter(c - 'A' + 'a');
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ? letter(c) : wall;
  }
  if (c >= 0xFF10 && c <= 0xFF19) return letter(c - 0xFF10 + '0');
  if (c >= 0xFF21 && c <= 0xFF3A) return letter(c - 0xFF21 + 'a');
  if (c >= 0xFF41 && c <= 0xFF5A) return letter(c - 0xFF41 + 'a');
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return wall;  // Latin-1 signs
  if (c >= 0x2000 && c < 0x2150) return wall;           // dashes, quotes, …, letterlike signs
  if (c >= 0x2190 && c < 0x2460) return wall;           // arrows, operators
  if (c >= 0x2500 && c < 0x2E80) return wall;           // boxes, bullets
  if (c >= 0x3000 && c < 0x3040 && c != 0x3007) return wall;
  if (c >= 0xD800 && c < 0xF900) return wall;   // private use, of our folding
  if (c >= 0xFE00 && c <= 0xFFFF) return wall;  // variants, signs in other widths
  if (c > 0xFFFF) return letter(0xE000 + (c & 0x17FF));
  return letter(c);
}

}  // namespace noticekit::similar
