#include "report/audit/check.hpp"

#include "report/phrasing.hpp"
#include "text/utf8.hpp"

namespace noticekit::audit {
namespace {

constexpr std::size_t longest_quote = 60;  // characters

std::size_t separator_length(std::string_view s, std::size_t at, bool commas) {
  if (s[at] == '\n' || s[at] == ';' || (commas && s[at] == ',')) return 1;
  for (const std::string_view wide : {"。", "；"}) {
    if (s.substr(at).starts_with(wide)) return wide.size();
  }
  return commas && s.substr(at).starts_with("，") ? 3 : 0;
}

}  // namespace

std::string phrased(Language lang, std::string_view zh, std::string_view en,
                    std::initializer_list<std::string> with) {
  const std::string_view pattern = lang == Language::en ? en : zh;
  std::string out;
  auto next = with.begin();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern.substr(i, 2) == "{}" && next != with.end()) {
      out += *next++;
      ++i;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

Audited::Audited(const Notice& notice, const Labels* notice_labels, const AuditRules& audit_rules,
                 Language language)
    : n(notice), labels(notice_labels), rules(audit_rules), lang(language) {
  const std::string genre =
      labels != nullptr && labels->genre ? labels->genre->id : std::string("rectification_notice");
  counts_ = counts_in_statistics(labels);
  of_inspection_ = counts_ || genre == "self_report" || genre == "rectification_plan";
  if (!counts_ && genre != "other_rectification") return;
  for (const Finding& f : n.findings) answers_ |= f.origin == Origin::inspection_feedback;
}

void Audited::raise(std::string_view zh, std::string_view en,
                    std::initializer_list<std::string> with, Field quote, std::int32_t finding) {
  alarms.push_back({finding, phrased(lang, zh, en, with), quote});
}

std::vector<Span> Audited::answer_of(const Finding& f) const {
  std::vector<Span> out;
  for (const Measure& m : f.measures) out.push_back(m.text);
  out.insert(out.end(), f.results.begin(), f.results.end());
  return out;
}

const Label* Audited::substance_of(std::size_t finding) const {
  if (labels == nullptr || finding >= labels->findings.size()) return nullptr;
  const auto& label = labels->findings[finding].substance;
  return label ? &*label : nullptr;
}

std::vector<const Claim*> Audited::claims(ClaimKind kind) const {
  std::vector<const Claim*> out;
  for (const Claim& c : n.claims) {
    if (c.kind == kind && c.scope == "document") out.push_back(&c);
  }
  return out;
}

std::vector<Span> hits_of(const PhraseSet& set, std::string_view as, const Notice& n, Span span) {
  std::vector<PhraseHit> hits;
  set.scan(n.view(span), hits);
  std::vector<Span> out;
  for (const PhraseHit& h : hits) {
    if (set.rules()[h.rule].as == as)
      out.push_back({span.begin.value + h.begin, span.begin.value + h.end});
  }
  return out;
}

void each_sentence(const Notice& n, Span span, const std::function<void(Span)>& use) {
  const std::string_view text = n.text.utf8;
  std::size_t begin = span.begin.value;
  for (std::size_t i = begin; i < span.end.value;) {
    const std::size_t length = separator_length(text, i, false);
    if (length == 0) {
      i += utf8::length(static_cast<unsigned char>(text[i]));
      continue;
    }
    if (i > begin) use({begin, i});
    begin = i += length;
  }
  if (begin < span.end.value) use({begin, span.end.value});
}

Span clause_at(const Notice& n, Span within, std::uint32_t at) {
  const std::string_view text = n.text.utf8;
  std::size_t begin = within.begin.value;
  for (std::size_t i = begin; i < within.end.value;) {
    const std::size_t length = separator_length(text, i, true);
    if (length == 0) {
      i += utf8::length(static_cast<unsigned char>(text[i]));
    } else if (i >= at) {
      return {begin, i};
    } else {
      begin = i += length;
    }
  }
  return {begin, within.end.value};
}

bool has_number(std::string_view words) {
  return words.find_first_of("0123456789") != std::string_view::npos;
}

std::string quoted(std::string_view words) {
  std::size_t end = 0, count = 0;
  while (end < words.size() && count++ < longest_quote)
    end += utf8::length(static_cast<unsigned char>(words[end]));
  return "“" + one_line(words.substr(0, end)) + (end < words.size() ? "…”" : "”");
}

}  // namespace noticekit::audit
