#include "classify/document.hpp"

#include <algorithm>

#include "classify/scoring.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t most_lead_blocks = 6;

bool frames_text(Role role) {
  return role == Role::title || role == Role::document_number || role == Role::contact ||
         role == Role::signature || role == Role::date || role == Role::furniture;
}

}  // namespace

Document::Document(const Notice& notice) : notice_(notice) {
  fill_zones();
  find_facts();
}

void Document::fill_zones() {
  const auto put = [&](Zone z, const Field& f) {
    if (f) zones_[static_cast<std::size_t>(z)].push_back(*f);
  };
  put(Zone::title, notice_.title);
  put(Zone::group, notice_.inspection_group);
  put(Zone::round, notice_.round);
  put(Zone::addressee, notice_.addressee);
  zones_[static_cast<std::size_t>(Zone::body)] = notice_.inspected_bodies;
  for (const Heading& h : notice_.outline.headings)
    zones_[static_cast<std::size_t>(Zone::headings)].push_back(h.text);
  zones_[static_cast<std::size_t>(Zone::text)].push_back({0, notice_.text.utf8.size()});
  auto& lead = zones_[static_cast<std::size_t>(Zone::lead)];
  for (const Block& b : notice_.outline.blocks) {
    if (b.role == Role::lead) lead.push_back(b.span);
  }
  if (!lead.empty()) return;
  for (const Block& b : notice_.outline.blocks) {
    if (b.heading >= 0 || lead.size() == most_lead_blocks) break;
    if (!frames_text(b.role)) lead.push_back(b.span);
  }
}

void Document::find_facts() {
  const auto& f = notice_.findings;
  const auto set = [&](Need yes, Need no, bool value) {
    facts_ = static_cast<std::uint16_t>(facts_ | 1U << static_cast<int>(value ? yes : no));
  };
  set(Need::findings, Need::no_findings, !f.empty());
  set(Need::measures, Need::no_measures, std::any_of(f.begin(), f.end(), [](const Finding& x) {
        return !x.measures.empty() || !x.results.empty();
      }));
  set(Need::self_identified, Need::not_self_identified,
      std::any_of(f.begin(), f.end(),
                  [](const Finding& x) { return x.origin == Origin::self_identified; }));
  set(Need::totals, Need::no_totals,
      std::any_of(notice_.claims.begin(), notice_.claims.end(),
                  [](const Claim& c) { return c.kind == ClaimKind::findings_total; }));
  set(Need::inspected, Need::not_inspected,
      !notice_.inspected_bodies.empty() || notice_.inspection_group.has_value());
}

std::optional<Label> first_test(const LabelSet& set, const Document& document) {
  const std::string_view text = document.notice().text.utf8;
  struct Best {
    std::uint32_t rule;
    Span span;
  };
  std::optional<Best> best, second;  // second: the first rule that stands for another label
  std::vector<PhraseHit> hits;
  for (std::size_t z = 0; z < std::size(zone_names); ++z) {
    const Zone zone = static_cast<Zone>(z);
    const bool read = std::any_of(set.terms.begin(), set.terms.end(),
                                  [&](const RuleTerms& t) { return t.reads(zone); });
    if (!read) continue;
    for (const Span piece : document.zone(zone)) {
      hits.clear();
      set.phrases.scan_all(slice(text, piece), hits);
      for (const PhraseHit& h : hits) {
        const RuleTerms& terms = set.terms[h.rule];
        if (!terms.reads(zone) || !document.meets(terms.needs)) continue;
        if (second && second->rule <= h.rule && best->rule <= h.rule) continue;
        const Best hit{h.rule, {piece.begin.value + h.begin, piece.begin.value + h.end}};
        if (!best || h.rule < best->rule) {
          if (best && set.terms[best->rule].label != terms.label) second = best;
          best = hit;
        } else if (terms.label != set.terms[best->rule].label &&
                   (!second || h.rule < second->rule)) {
          second = hit;
        }
      }
    }
  }
  if (!best) return std::nullopt;
  Label label = label_of(set, best->rule, best->span);
  if (second) label.runner_up = set.labels[set.terms[second->rule].label].id;
  return label;
}

}  // namespace noticekit::labelling
