#include "report/audit/corpus.hpp"

#include <algorithm>

#include "report/phrasing.hpp"
#include "report/tally.hpp"

namespace noticekit::audit {
namespace {

double limit_of(const AuditRules& rules, std::string_view check, std::string_view name,
                double otherwise) {
  for (const CheckEntry& c : rules.checks) {
    if (c.id == check) return c.limit(name, otherwise);
  }
  return otherwise;
}

std::string words_or_empty(const Notice& n, const Field& f) {
  return f ? one_line(n.view(*f)) : std::string();
}
std::string date_words(const std::optional<Date>& d) { return d ? iso(*d) : std::string(); }

/// A body's name without the Party organ at its end, for comparing.
std::string plain_name(std::string name) {
  for (const std::string_view end :
       {"党组织", "委员会", "党工委", "党总支", "党支部", "党委", "党组"}) {
    if (name.size() > end.size() && name.ends_with(end)) name.resize(name.size() - end.size());
  }
  if (name.starts_with("中共")) name.erase(0, 6);
  return name;
}

}  // namespace

Corpus::Corpus(const AuditRules& rules, Language lang, std::vector<std::string> roster)
    : rules_(rules),
      lang_(lang),
      roster_(std::move(roster)),
      runs_(static_cast<std::size_t>(limit_of(rules, "dup.inter", "run", 20))) {}

void Corpus::add(const Audited& a) {
  const Notice& n = a.n;
  Kept k;
  k.id = n.text.id;
  if (!n.inspected_bodies.empty()) k.body = one_line(n.view(n.inspected_bodies[0]));
  k.bodies = n.inspected_bodies.size();
  k.title = words_or_empty(n, n.title);
  k.round = words_or_empty(n, n.round);
  k.group = words_or_empty(n, n.inspection_group);
  k.start = date_words(n.inspection_start);
  k.end = date_words(n.inspection_end);
  k.feedback = date_words(n.feedback);
  k.counts = a.counts();
  k.answers = a.answers() && a.counts();
  k.is_summary =
      a.labels != nullptr && a.labels->genre && a.labels->genre->id == "rectification_summary";
  const Stated total = claim_of(n, ClaimKind::findings_total);
  if (total.any() && !total.differs()) k.all_findings_total = to_string(total.values[0]);
  k.findings = n.findings.size();
  for (std::size_t i = 0; i < n.findings.size(); ++i) {
    k.has_status |= n.findings[i].status.value != StatusValue::unclear;
    k.completed += n.findings[i].status.value == StatusValue::completed;
    const Label* substance = a.substance_of(i);
    k.verifiable += substance != nullptr && substance->id == "verifiable";
    if (a.labels == nullptr || i >= a.labels->findings.size()) continue;
    const auto& topics = a.labels->findings[i].topics;
    if (!topics.empty()) k.topics.emplace_back(topics[0].id, topics[0].name);
  }
  const std::size_t at = kept_.size();
  kept_.push_back(std::move(k));
  Letters letters = body_letters(n, rules_.stock);
  lengths_.push_back(letters.size());
  const auto [first, fresh] = texts_.emplace(utf8_of(letters), at);
  if (!fresh && !letters.empty()) copies_.emplace(at, first->second);
  auto found = runs_.add(std::move(letters));
  if (!found.empty() && copies_.count(at) == 0) shared_.emplace(at, std::move(found));
}

bool Corpus::has(std::string_view id) { return id.starts_with("corpus.") || id == "dup.inter"; }

Corpus::Result Corpus::run(std::string_view id) const {
  if (id == "dup.inter") return dup_inter();
  if (id == "corpus.duplicate_document") return duplicate_document();
  if (id == "corpus.round_conflict") return round_conflict();
  if (id == "corpus.repeat_finding") return repeat_finding();
  if (id == "corpus.completion_outlier") return completion_outlier();
  if (id == "corpus.roster_missing") return roster_missing();
  if (id == "corpus.sum_vs_round") return sum_vs_round();
  return {};
}

Corpus::Result Corpus::all(Verdict verdict) const {
  Result out;
  for (const Kept& k : kept_) out.verdicts.emplace_back(k.id, verdict);
  return out;
}

Corpus::Result Corpus::duplicate_document() const {
  Result out = all(Verdict::clear);
  for (const auto& [copy, first] : copies_) {
    out.verdicts[copy].second = Verdict::fires;
    out.alarms.push_back({kept_[copy].id,
                          kept_[copy].body,
                          phrase("正文与{}相同", "the same text as {}", {kept_[first].id}),
                          {}});
  }
  return out;
}

Corpus::Result Corpus::dup_inter() const {
  Result out = all(Verdict::clear);
  for (const auto& [at, found] : shared_) {
    out.verdicts[at].second = Verdict::fires;
    for (const SharedRuns::Found& f : found) {
      const std::size_t share = 100 * f.covered / std::max<std::size_t>(1, lengths_[at]);
      out.alarms.push_back({kept_[at].id, kept_[at].body,
                            phrase("与{}有{}字相同（占{}%），最长连续{}字",
                                   "shares with {} {} characters ({}%), the longest run {}",
                                   {kept_[f.other].id, std::to_string(f.covered),
                                    std::to_string(share), std::to_string(f.longest.size())}),
                            utf8_of(f.longest)});
    }
  }
  return out;
}

Corpus::Result Corpus::round_conflict() const {
  Result out = all(Verdict::not_applicable);
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> rounds;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const Kept& k = kept_[i];
    if (k.counts && !k.round.empty() && !k.group.empty()) rounds[{k.round, k.group}].push_back(i);
  }
  for (const auto& [round, members] : rounds) {
    if (members.size() < 2) continue;
    const Kept& first = kept_[members[0]];
    for (const std::size_t i : members) {
      const Kept& k = kept_[i];
      out.verdicts[i].second = Verdict::clear;
      const std::pair<const std::string*, const std::string*> dates[] = {
          {&k.start, &first.start}, {&k.end, &first.end}, {&k.feedback, &first.feedback}};
      for (const auto& [mine, theirs] : dates) {
        if (mine->empty() || theirs->empty() || *mine == *theirs) continue;
        out.verdicts[i].second = Verdict::fires;
        out.alarms.push_back({k.id,
                              k.body,
                              phrase("同一轮次、同一巡察组，日期{}与{}的{}不同",
                                     "one round and group, yet the date {} is not that of {}, {}",
                                     {*mine, first.id, *theirs}),
                              {}});
      }
    }
  }
  return out;
}

Corpus::Result Corpus::repeat_finding() const {
  Result out = all(Verdict::not_applicable);
  std::map<std::string, std::vector<std::size_t>> bodies;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    if (kept_[i].answers && !kept_[i].body.empty() && !kept_[i].feedback.empty())
      bodies[plain_name(kept_[i].body)].push_back(i);
  }
  for (auto& [body, members] : bodies) {
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return kept_[a].feedback < kept_[b].feedback;
    });
    std::map<std::string, std::size_t> earlier;  // topic → notice
    for (const std::size_t i : members) {
      const Kept& k = kept_[i];
      if (k.feedback != kept_[members[0]].feedback) out.verdicts[i].second = Verdict::clear;
      std::map<std::string, std::string> mine(k.topics.begin(), k.topics.end());
      for (const auto& [topic, name] : mine) {
        const auto before = earlier.find(topic);
        if (before == earlier.end() || kept_[before->second].feedback == k.feedback) continue;
        out.verdicts[i].second = Verdict::fires;
        out.alarms.push_back(
            {k.id,
             k.body,
             phrase("同一单位同类问题“{}”在{}中已反馈过",
                    "the same body had findings on {} before, in {}",
                    {lang_ == Language::en ? topic : name, kept_[before->second].id}),
             {}});
      }
      for (const auto& [topic, name] : mine) earlier.emplace(topic, i);
    }
  }
  return out;
}

Corpus::Result Corpus::completion_outlier() const {
  Result out = all(Verdict::not_applicable);
  std::vector<double> shares;
  const auto share = [](const Kept& k) {
    return static_cast<double>(k.verifiable) / static_cast<double>(k.findings);
  };
  for (const Kept& k : kept_) {
    if (k.answers && k.findings > 0) shares.push_back(share(k));
  }
  const double least = limit_of(rules_, "corpus.completion_outlier", "documents", 4);
  if (static_cast<double>(shares.size()) < least) return out;
  std::sort(shares.begin(), shares.end());
  const std::size_t half = shares.size() / 2;
  const double median =
      shares.size() % 2 != 0 ? shares[half] : (shares[half - 1] + shares[half]) / 2;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const Kept& k = kept_[i];
    if (!k.answers || k.findings == 0 || !k.has_status) continue;
    out.verdicts[i].second = Verdict::clear;
    if (k.completed != k.findings || share(k) >= median) continue;
    out.verdicts[i].second = Verdict::fires;
    out.alarms.push_back(
        {k.id,
         k.body,
         phrase("{}个问题均称完成，可核实的只有{}个，低于各份通报的中位比例",
                "all {} findings are completed, {} verifiably: below the median of the folder",
                {std::to_string(k.findings), std::to_string(k.verifiable)}),
         {}});
  }
  return out;
}

Corpus::Result Corpus::roster_missing() const {
  if (roster_.empty()) return all(Verdict::not_applicable);
  Result out = all(Verdict::clear);
  for (const std::string& unit : roster_) {
    const std::string name = plain_name(unit);
    const bool reported = std::any_of(kept_.begin(), kept_.end(), [&](const Kept& k) {
      return k.counts &&
             (k.body.find(name) != std::string::npos || k.title.find(name) != std::string::npos);
    });
    if (!reported)
      out.alarms.push_back(
          {{},
           unit,
           phrase("名单中的{}没有通报", "{} is on the roster, but has no notice", {unit}),
           {}});
  }
  return out;
}

Corpus::Result Corpus::sum_vs_round() const {
  Result out = all(Verdict::not_applicable);
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const Kept& k = kept_[i];
    if (!k.is_summary || k.all_findings_total.empty() || k.round.empty()) continue;
    std::optional<Decimal> added = Decimal{};
    std::size_t units = 0;
    bool known = true;
    for (const Kept& other : kept_) {
      if (other.is_summary || !other.counts || other.round != k.round) continue;
      ++units;
      const auto value = parse_decimal(other.all_findings_total);
      known = known && value && added;
      if (known) added = sum(*added, *value);
    }
    // Only where every unit of the summary is here can the sum contradict it.
    if (!known || units < 2 || (k.bodies > 1 && units < k.bodies) || !added) continue;
    out.verdicts[i].second = Verdict::clear;
    if (to_string(*added) == k.all_findings_total) continue;
    out.verdicts[i].second = Verdict::fires;
    out.alarms.push_back({k.id,
                          k.body,
                          phrase("汇总载明问题{}个，{}个单位相加为{}个",
                                 "the summary states {} findings, its {} units add up to {}",
                                 {k.all_findings_total, std::to_string(units), to_string(*added)}),
                          {}});
  }
  return out;
}

}  // namespace noticekit::audit
