// Puts the parts together into a Notice: frame, sections, findings, facts, plan, and what each
// block was taken for.
#include <algorithm>
#include <map>
#include <utility>

#include "extract/accountability.hpp"
#include "extract/answered_list.hpp"
#include "extract/claims.hpp"
#include "extract/contacts.hpp"
#include "extract/damage.hpp"
#include "extract/date.hpp"
#include "extract/findings.hpp"
#include "extract/header.hpp"
#include "extract/money.hpp"
#include "extract/named_items.hpp"
#include "extract/next_steps.hpp"
#include "extract/outcomes.hpp"
#include "extract/persons.hpp"
#include "extract/quantities.hpp"
#include "extract/reading.hpp"
#include "extract/references.hpp"
#include "extract/sections.hpp"
#include "extract/status.hpp"
#include "noticekit/notice.hpp"
#include "outline/read_outline.hpp"
#include "text/traditional.hpp"

namespace noticekit {
namespace {

/// A body reports on itself to the inspection group: addressed to one, or answering no feedback.
bool is_self_report(const Reading& r, const Frame& frame) {
  if (frame.addressee) {
    const std::string_view to = r.view(*frame.addressee);
    if (to.find("巡察组") != std::string_view::npos ||
        to.find("巡视组") != std::string_view::npos) {
      return r.view(frame.lead).find("反馈") == std::string_view::npos;
    }
  }
  return false;
}

bool about_rectification(const Reading& r, const Frame& frame) {
  const bool titled = frame.title && r.view(*frame.title).find("整改") != std::string_view::npos;
  return titled || r.view(frame.lead).find("整改") != std::string_view::npos;
}

/// "All findings are done", as a notice says in its lead, or a group in its heading: a total and
/// as many completed.
class AllDone {
 public:
  AllDone(const Reading& r, const std::vector<Claim>& claims,
          const std::vector<Finding>& findings) {
    std::vector<bool> groups(r.outline.headings.size());  // headings that findings hang under
    for (const Finding& f : findings) {
      for (const std::uint32_t h : f.path) groups[h] = true;
    }
    std::map<std::int32_t, Totals> totals;
    for (const Claim& c : claims) {
      if (c.scope != "document") continue;
      const std::int32_t heading = r.lines[r.line_at(c.span.begin.value)].heading;
      const bool of_group = heading >= 0 && groups[static_cast<std::size_t>(heading)];
      Totals& t = totals[of_group ? heading : whole_notice];
      if (c.kind == ClaimKind::findings_total && (!t.all || *t.all < c.value)) t.all = c.value;
      if (c.kind == ClaimKind::findings_completed) t.completed.push_back(&c);
    }
    for (const auto& [group, t] : totals) {
      if (!t.all || t.all->units == 0) continue;
      for (const Claim* c : t.completed) {
        if (c->value == *t.all) said_[group] = c->span;
      }
    }
  }
  /// Where it is said of this finding. What the heading of a group says holds there only.
  [[nodiscard]] Field of(const Finding& f) const {
    for (const std::uint32_t h : f.path) {
      if (const auto it = said_.find(static_cast<std::int32_t>(h)); it != said_.end())
        return it->second;
    }
    const auto it = said_.find(whole_notice);
    return it == said_.end() ? Field{} : it->second;
  }

 private:
  static constexpr std::int32_t whole_notice = -1;
  struct Totals {
    std::optional<Decimal> all;
    std::vector<const Claim*> completed;
  };

  std::map<std::int32_t, Field> said_;  ///< by group
};

/// Sorts what mostly is in order already.
template <class Item, class Place>
void put_in_order(std::vector<Item>& items, Place place) {
  const auto before = [&](const Item& a, const Item& b) { return place(a) < place(b); };
  if (!std::is_sorted(items.begin(), items.end(), before))
    std::stable_sort(items.begin(), items.end(), before);
}

/// The stretches that lie outside single findings, where a total speaks of the document.
std::vector<Span> outside_findings(std::string_view text, const std::vector<Finding>& findings) {
  std::vector<Span> told;
  told.reserve(findings.size());
  for (const Finding& f : findings) {
    told.push_back(f.extent);
    if (!f.extent.contains(f.problem)) told.push_back(f.problem);
    if (f.detail && !f.extent.contains(*f.detail)) told.push_back(*f.detail);
  }
  put_in_order(told, [](Span s) { return s.begin; });
  std::vector<Span> out;
  out.reserve(told.size() + 1);
  std::uint32_t from = 0;
  for (const Span s : told) {
    if (s.begin.value > from) out.push_back({from, s.begin.value});
    from = std::max(from, s.end.value);
  }
  if (from < text.size()) out.push_back({from, static_cast<std::uint32_t>(text.size())});
  return out;
}

/// Gives each quantity the last finding that holds it.
void hang_under_findings(Notice& n) {
  const auto hang = [&](Span words, std::size_t finding) {
    auto q = std::lower_bound(n.quantities.begin(), n.quantities.end(), words.begin,
                              [](const Quantity& a, TextOffset at) { return a.span.begin < at; });
    for (; q != n.quantities.end() && q->span.begin < words.end; ++q) {
      if (words.contains(q->span)) q->finding = static_cast<std::int32_t>(finding);
    }
  };
  for (std::size_t i = 0; i < n.findings.size(); ++i) {
    const Finding& f = n.findings[i];
    hang(f.extent, i);
    if (!f.extent.contains(f.problem)) hang(f.problem, i);
    if (f.detail && !f.extent.contains(*f.detail)) hang(*f.detail, i);
  }
}

/// Numbers that are dates, claims or 文号, and so no quantities.
std::vector<Span> counted_already(const std::vector<Date>& dates, const Frame& frame,
                                  const Notice& n) {
  std::vector<Span> out;
  out.reserve(dates.size() + n.claims.size() + n.references.size() + n.outline.headings.size() + 8);
  for (const Date& d : dates) out.push_back(d.span);
  for (const Claim& c : n.claims) out.push_back(c.span);
  for (const Reference& r : n.references) out.push_back(r.span);
  for (const Heading& h : n.outline.headings) out.push_back(h.marker);
  // Lines of the page around the notice count visits, not the world.
  for (const auto& [span, role] : frame.blocks) {
    if (role == Role::furniture) out.push_back(span);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_silent(const Contacts& c) {
  return c.phone.empty() && c.email.empty() && c.address.empty() && c.postcode.empty();
}

/// Whether find_contacts() could find anything in words that begin with no label.
bool may_tell_contacts(const Reading& r, Span words) {
  return r.rules.contacts.may_begin(r.letters(words)) ||
         (r.signs.has(Sign::mail) &&
          r.signs.next(words.begin.value, Sign::mail, words.end.value) < words.end.value);
}

/// A text without a closing may list its contacts as lines or numbered items: 1.值班电话：…
void contacts_of_lines(const Reading& r, Notice& n) {
  const std::vector<Span> outside = outside_findings(r.text, n.findings);
  for (const Paragraph& line : r.lines) {
    const Span words =
        line.heading < 0
            ? line.span
            : Span{r.heading(static_cast<std::uint32_t>(line.heading)).text.begin, line.span.end};
    const auto next = std::partition_point(outside.begin(), outside.end(),
                                           [&](Span s) { return s.end <= line.span.begin; });
    if (next == outside.end() || next->begin >= line.span.end) continue;  // inside a finding
    const bool labelled = r.rules.contacts.match_at(r.letters(words), 0).has_value();
    if (labelled) find_contacts(r, words, n.contacts);
    if ((labelled || may_tell_contacts(r, words)) &&
        r.rules.header.match_as(r.letters(words), 0, "closing"))
      find_contacts(r, words, n.contacts);
  }
}

Role role_of_section(SectionRole role) {
  switch (role) {
    case SectionRole::organisation:
      return Role::organisation;
    case SectionRole::next_steps:
      return Role::next_steps;
    case SectionRole::remaining:
      return Role::remaining_problems;
    default:
      return Role::other;
  }
}

/// Cuts and names the outline's blocks by what the readers took each stretch for. They go on tiling
/// the text.
void name_blocks(const Reading& r, const std::vector<SectionRole>& roles,
                 std::vector<std::pair<Span, Role>>& known, std::vector<Block>& blocks) {
  put_in_order(known, [](const auto& k) { return k.first.begin; });
  std::vector<Block> out;
  out.reserve(blocks.size() + known.size());
  const bool tables = r.signs.has(Sign::tab);
  std::size_t next = 0;
  for (const Block& whole : blocks) {
    Block rest = whole;
    if (rest.role == Role::other && rest.heading >= 0) {
      rest.role = role_of_section(roles[static_cast<std::size_t>(rest.heading)]);
    }
    if (tables && r.view(whole.span).find('\t') != std::string_view::npos) rest.role = Role::table;
    if (whole.role == Role::heading) {
      out.push_back(whole);
      continue;
    }
    while (next < known.size() && known[next].first.end <= rest.span.begin) ++next;
    for (std::size_t n = next; n < known.size() && known[n].first.begin < rest.span.end; ++n) {
      const Span s = known[n].first;
      if (s.end <= rest.span.begin || s.empty()) continue;
      if (s.begin > rest.span.begin) {
        Block before = rest;
        before.span.end = s.begin;
        out.push_back(before);
        rest.span.begin = s.begin;
      }
      if (s.end >= rest.span.end) {
        rest.role = known[n].second;
        break;
      }
      Block named = rest;
      named.role = known[n].second;
      named.span.end = s.end;
      out.push_back(named);
      rest.span.begin = s.end;
    }
    // Punctuation and the line end that follow a named stretch stay with it.
    if (!out.empty() && out.back().span.end == rest.span.begin &&
        out.back().heading == whole.heading && out.back().span.begin >= whole.span.begin &&
        trimmed(r.text, rest.span).empty()) {
      out.back().span.end = rest.span.end;
    } else {
      out.push_back(rest);
    }
  }
  blocks = std::move(out);
}

/// The first year that the lead names: that of the inspection, or one before it.
std::optional<int> inspection_year(const std::vector<Date>& dates, Span lead) {
  for (const Date& d : dates) {
    if (d.span.begin >= lead.begin && d.span.end <= lead.end && d.year != 0) return d.year;
  }
  return std::nullopt;
}

}  // namespace

Notice extract(Text text, const ExtractRules& rules) {
  Notice n;
  n.text = std::move(text);
  n.rules = rules.digest;
  ShadowReading shadow(n.text.utf8);
  const std::string_view all = n.text.utf8;
  const Signs signs(all);
  n.outline = read_outline(all, signs);
  const Reading r = make_reading(all, signs, n.outline, rules);

  Frame frame = read_frame(r);
  n.title = frame.title;
  n.document_number = frame.document_number;
  n.addressee = frame.addressee;
  n.issuer = frame.issuer;
  n.published = frame.published;
  read_lead(r, frame, n);

  const bool self = is_self_report(r, frame);
  const bool rectification = about_rectification(r, frame);
  std::optional<AnsweredList> answered;
  if (!self) answered = find_answered_list(r, r.top, frame.closing);
  const AnsweredList* const pair = answered ? &*answered : nullptr;
  const std::vector<SectionRole> roles = section_roles(r, self, rectification, pair);
  n.findings = find_findings(r, roles, self, rectification, pair, frame.closing, frame.blocks);
  read_next_steps(r, roles, frame.closing, n);

  const std::vector<std::uint32_t> counted = counted_places(r.marked);
  const std::vector<Date> dates = find_dates(r.marked, {0, all.size()});
  const std::optional<int> inspected = inspection_year(dates, frame.lead);
  for (const Span region : outside_findings(all, n.findings))
    find_claims(r, counted, region, inspected, n.claims);
  const AllDone done(r, n.claims, n.findings);
  StatusGroups groups(r);
  for (Finding& f : n.findings) {
    find_sub_claims(r, counted, f.extent, f.id, n.claims);
    find_outcomes(r, f);
    settle_status(r, groups, f, done.of(f));
  }
  settle_named_items(r, n.findings);
  spread_group_status(r, n.findings);
  put_in_order(n.claims, [](const Claim& c) { return c.span.begin; });
  find_references(all, signs, n.references);
  std::erase_if(n.references, [&](const Reference& ref) {  // its own 文号 is no reference
    return n.document_number && n.document_number->contains(ref.span);
  });
  find_accountability(r, n.accountability);
  find_money(r, n.money);
  find_quantities(r.marked, counted_already(dates, frame, n), rules, n.quantities);
  hang_under_findings(n);
  find_persons(r.marked, rules, n.persons);
  find_contacts(r, {frame.closing, static_cast<std::uint32_t>(all.size())}, n.contacts);
  if (is_silent(n.contacts)) contacts_of_lines(r, n);
  n.defects = std::move(n.outline.defects);
  find_damage(r.marked, dates, rules, n.defects);
  find_mended(n.text, n.defects);
  find_lost_characters(n.text, n.defects);
  put_in_order(n.defects, [](const Defect& d) { return d.span.begin; });
  name_blocks(r, roles, frame.blocks, n.outline.blocks);
  shadow.restore();
  return n;
}

}  // namespace noticekit
