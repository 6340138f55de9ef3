// Which rule decided what each block was taken for. The rules are asked again, block by block:
// records need not carry what only a person who reads one document wants to know.
#include <array>

#include "extract/extract_rules.hpp"
#include "noticekit/notice.hpp"

namespace noticekit {
namespace {

/// A set that can decide a role, and the code its rule must have; empty: any.
struct Judge {
  Role role;
  PhraseSet ExtractRules::*set;
  std::string_view as;
};

/// Of several for one role the first that hits is believed. A role without any is decided by place.
constexpr std::array<Judge, 24> judges = {{
    {Role::title, &ExtractRules::header, "title_end"},
    {Role::lead, &ExtractRules::header, "lead"},
    {Role::signature, &ExtractRules::header, "organisation_end"},
    {Role::heading, &ExtractRules::sections, ""},
    {Role::heading, &ExtractRules::wrappers, "prefix"},
    {Role::heading, &ExtractRules::wrappers, "deficiency"},
    {Role::organisation, &ExtractRules::sections, "organisation"},
    {Role::next_steps, &ExtractRules::sections, "next_steps"},
    {Role::remaining_problems, &ExtractRules::sections, "remaining"},
    {Role::problem, &ExtractRules::wrappers, "item"},
    {Role::problem, &ExtractRules::wrappers, "prefix"},
    {Role::problem, &ExtractRules::wrappers, "tail"},
    {Role::problem, &ExtractRules::wrappers, "deficiency"},
    {Role::detail, &ExtractRules::labels, "detail"},
    {Role::measures, &ExtractRules::labels, "measures"},
    {Role::measures, &ExtractRules::labels, "progress"},
    {Role::results, &ExtractRules::labels, "results"},
    {Role::results, &ExtractRules::labels, "progress"},
    {Role::status, &ExtractRules::labels, ""},
    {Role::status, &ExtractRules::status, ""},
    {Role::responsible, &ExtractRules::labels, ""},
    {Role::contact, &ExtractRules::header, "closing"},
    {Role::contact, &ExtractRules::contacts, ""},
    {Role::furniture, &ExtractRules::furniture, ""},
}};

/// What a section is named outweighs the words of its paragraphs.
bool asks_heading(Role role) {
  return role == Role::organisation || role == Role::next_steps || role == Role::remaining_problems;
}

}  // namespace

std::vector<BlockReason> explain(const Notice& notice, const ExtractRules& rules) {
  std::vector<BlockReason> out;
  out.reserve(notice.outline.blocks.size());
  for (const Block& block : notice.outline.blocks) {
    BlockReason reason{block, {}, {}};
    Span asked = block.span;
    if (!asked.empty() && notice.view(asked).back() == '\n')
      asked.end = TextOffset(asked.end.value - 1);
    if (block.role == Role::heading && block.heading >= 0)
      asked = notice.outline.headings[static_cast<std::size_t>(block.heading)].text;
    if (asks_heading(block.role) && block.heading >= 0)
      asked = notice.outline.headings[static_cast<std::size_t>(block.heading)].text;
    for (const Judge& judge : judges) {
      if (judge.role != block.role) continue;
      const PhraseSet& set = rules.*judge.set;
      const auto hit = judge.as.empty() ? set.find(notice.view(asked))
                                        : set.find_as(notice.view(asked), judge.as);
      if (!hit) continue;
      reason.rule = set.rules()[hit->rule].id;
      reason.words = {asked.begin.value + hit->begin, asked.begin.value + hit->end};
      break;
    }
    out.push_back(std::move(reason));
  }
  return out;
}

}  // namespace noticekit
