#include "report/changes/snapshot.hpp"

#include <algorithm>

#include "report/writer.hpp"

namespace noticekit::changes {
namespace {

constexpr Phrasing claim_words[] = {{"涉及方面", "aspects"},
                                    {"反馈问题", "findings"},
                                    {"已完成", "findings completed"},
                                    {"基本完成", "findings basically completed"},
                                    {"阶段性完成", "findings phased"},
                                    {"长期坚持", "findings long-term"},
                                    {"正在整改", "findings in progress"},
                                    {"未完成", "findings not completed"},
                                    {"整改措施", "measures"},
                                    {"已完成措施", "measures completed"},
                                    {"完成率(%)", "completion rate (%)"},
                                    {"建章立制", "rules made"},
                                    {"移交线索", "clues transferred"},
                                    {"办结线索", "clues closed"},
                                    {"具体问题", "sub-issues"},
                                    {"具体问题已完成", "sub-issues completed"},
                                    {"具体问题基本完成", "sub-issues basically completed"},
                                    {"具体问题阶段性完成", "sub-issues phased"},
                                    {"具体问题长期坚持", "sub-issues long-term"},
                                    {"具体问题正在整改", "sub-issues in progress"},
                                    {"具体问题未完成", "sub-issues not completed"}};
static_assert(std::size(claim_words) ==
              static_cast<std::size_t>(ClaimKind::sub_issues_not_completed) + 1);

constexpr Phrasing people_words[] = {{"立案", "cases filed"},
                                     {"党纪处分", "party discipline"},
                                     {"政务处分", "administrative discipline"},
                                     {"组织处理", "organizational handling"},
                                     {"诫勉", "admonition"},
                                     {"批评教育", "criticism and education"},
                                     {"提醒谈话", "reminder talks"},
                                     {"约谈", "interviews"},
                                     {"责令检查", "ordered self-examination"},
                                     {"问责合计", "held to account"}};
static_assert(std::size(people_words) ==
              static_cast<std::size_t>(AccountabilityKind::accountability_total) + 1);

constexpr Phrasing money_words[] = {{"追缴(元)", "recovered (yuan)"},
                                    {"清退(元)", "returned (yuan)"},
                                    {"挽回损失(元)", "loss avoided (yuan)"},
                                    {"收缴(元)", "confiscated (yuan)"},
                                    {"涉及金额(元)", "amounts involved (yuan)"}};
static_assert(std::size(money_words) == static_cast<std::size_t>(MoneyKind::involved) + 1);

template <class Kind, std::size_t N>
std::string words(const Phrasing (&names)[N], Kind kind, Language lang) {
  return names[static_cast<std::size_t>(kind)].in(lang);
}

/// A value that stands there again says nothing new.
void put(Numbers& numbers, const std::string& key, const std::string& value) {
  std::string& all = numbers[key];
  const std::string parted = "、" + all + "、";
  if (parted.find("、" + value + "、") != std::string::npos) return;
  all += all.empty() ? value : "、" + value;
}

std::string joined(const Notice& n, const std::vector<Span>& spans) {
  return cell_words(numbered(n, spans));
}

std::string date_words(const Notice& n, const std::optional<Date>& date) {
  return cell_words(date_of(n, date));
}

FindingState state_of(const Notice& n, const Finding& f) {
  FindingState out;
  out.id = f.id;
  out.problem = one_line(n.view(f.problem));
  out.status = f.status.value;
  out.detail = cell_words(words_of(n, f.detail));
  std::vector<Span> measures;
  for (const Measure& m : f.measures) measures.push_back(m.text);
  out.measures = joined(n, measures);
  out.outcomes = joined(n, f.outcomes);
  out.results = joined(n, f.results);
  out.deadline = f.deadline ? one_line(n.view(f.deadline->span)) : std::string();
  const std::string& text = n.text.utf8;
  out.line = 1 + static_cast<std::size_t>(
                     std::count(text.begin(), text.begin() + f.problem.begin.value, '\n'));
  return out;
}

}  // namespace

Snapshot snapshot_of(const Notice& n, Language lang) {
  Snapshot out;
  out.id = n.text.id;
  out.path = n.text.source.path;
  out.title = cell_words(words_of(n, n.title));
  out.unit = cell_words(bodies_of(n));
  out.text = n.text.utf8;
  out.published = n.published ? date_words(n, n.published) : n.text.meta.published.value_or("");
  out.feedback = date_words(n, n.feedback);
  out.started = date_words(n, n.inspection_start);
  for (const Finding& f : n.findings) out.findings.push_back(state_of(n, f));
  for (const Claim& c : n.claims) {
    std::string key = words(claim_words, c.kind, lang);
    if (c.scope != "document") key += " " + c.scope;
    put(out.numbers, key, to_string(c.value));
  }
  for (const Accountability& a : n.accountability)
    put(out.numbers, words(people_words, a.kind, lang), to_string(a.value) + a.unit);
  for (const Money& m : n.money)
    put(out.numbers, words(money_words, m.kind, lang), to_string(m.yuan));
  return out;
}

}  // namespace noticekit::changes
