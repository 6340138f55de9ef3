// evaluate(): pairs what belongs together, then counts field by field.
#include "noticekit/evaluate.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace noticekit {
namespace {

std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

/// One field, counted item by item.
class Counting {
 public:
  /// `single`: each item has one label, and what stands for none is "-".
  Counting(std::string field, bool single) : field_(std::move(field)), single_(single) {}

  void add(const std::vector<std::string>& gold, const std::vector<std::string>& predicted) {
    ++items_;
    for (const std::string& g : gold) ++labels_[g].gold;
    for (const std::string& p : predicted) ++labels_[p].predicted;
    for (const std::string& g : gold) {
      if (std::count(predicted.begin(), predicted.end(), g) > 0) ++labels_[g].right;
    }
    if (single_) ++pairs_[{gold[0], predicted[0]}];
  }

  FieldScore finish() const {
    FieldScore out;
    out.field = field_;
    out.items = items_;
    out.all.label = "all";
    for (const auto& [id, counts] : labels_) {
      LabelScore score = counts;
      score.label = id;
      out.all.right += score.right;
      out.all.gold += score.gold;
      out.all.predicted += score.predicted;
      out.labels.push_back(std::move(score));
    }
    out.kappa = single_ ? kappa_of_items() : kappa_of_decisions();
    for (const auto& [pair, times] : pairs_) {
      if (pair.first != pair.second) out.confusions.push_back({pair.first, pair.second, times});
    }
    std::stable_sort(out.confusions.begin(), out.confusions.end(),
                     [](const Confusion& a, const Confusion& b) { return a.times > b.times; });
    return out;
  }

 private:
  static std::optional<double> kappa(double observed, double expected) {
    if (expected >= 1) return std::nullopt;
    return (observed - expected) / (1 - expected);
  }

  [[nodiscard]] std::optional<double> kappa_of_items() const {
    if (items_ == 0) return std::nullopt;
    const auto n = static_cast<double>(items_);
    double observed = 0, expected = 0;
    for (const auto& [id, s] : labels_) {
      observed += static_cast<double>(s.right) / n;
      expected += static_cast<double>(s.gold) / n * (static_cast<double>(s.predicted) / n);
    }
    return kappa(observed, expected);
  }

  /// Each label of each item is one decision, yes or no.
  [[nodiscard]] std::optional<double> kappa_of_decisions() const {
    const auto n = static_cast<double>(items_ * labels_.size());
    if (n == 0) return std::nullopt;
    double yes = 0, gold = 0, predicted = 0;
    for (const auto& [id, s] : labels_) {
      yes += static_cast<double>(s.right);
      gold += static_cast<double>(s.gold);
      predicted += static_cast<double>(s.predicted);
    }
    const double observed = (yes + (n - gold - predicted + yes)) / n;
    const double expected = gold / n * (predicted / n) + (n - gold) / n * ((n - predicted) / n);
    return kappa(observed, expected);
  }

  std::string field_;
  bool single_;
  std::size_t items_ = 0;
  std::map<std::string, LabelScore> labels_;
  std::map<std::pair<std::string, std::string>, std::size_t> pairs_;
};

using Ids = std::vector<std::string>;

Ids one(const std::optional<Label>& label) { return {label ? label->id : "-"}; }
Ids first(const std::vector<Label>& labels) { return {labels.empty() ? "-" : labels[0].id}; }
Ids each(const std::vector<Label>& labels) {
  Ids out;
  for (const Label& l : labels) {
    if (std::find(out.begin(), out.end(), l.id) == out.end()) out.push_back(l.id);
  }
  return out;
}

class Comparison {
 public:
  void notice(const Labelled& gold, const Labelled& predicted) {
    ++out_.notices;
    genre_.add(one(gold.labels.genre), one(predicted.labels.genre));
    tier_.add(one(gold.labels.tier), one(predicted.labels.tier));
    level_.add(one(gold.labels.inspected_level), one(predicted.labels.inspected_level));
    type_.add(each(gold.labels.inspection_type), each(predicted.labels.inspection_type));
    for (std::size_t i = 0; i < gold.notice.findings.size(); ++i) {
      const std::string& id = gold.notice.findings[i].id;
      const auto& others = predicted.notice.findings;
      const auto same =
          std::find_if(others.begin(), others.end(), [&](const Finding& f) { return f.id == id; });
      const auto at = static_cast<std::size_t>(same - others.begin());
      if (i >= gold.labels.findings.size()) break;
      if (same == others.end() || at >= predicted.labels.findings.size()) {
        out_.missing.push_back(gold.notice.text.id + "/" + id);
        continue;
      }
      finding(gold.labels.findings[i], predicted.labels.findings[at]);
    }
  }

  void missing(const Labelled& gold) { out_.missing.push_back(gold.notice.text.id); }

  Evaluation finish() {
    for (const Counting* c : {&genre_, &tier_, &level_, &type_, &dimension_, &primary_, &within2_,
                              &topics_, &substance_, &types_})
      out_.fields.push_back(c->finish());
    return std::move(out_);
  }

 private:
  void finding(const FindingLabels& gold, const FindingLabels& predicted) {
    dimension_.add(one(gold.dimension), one(predicted.dimension));
    primary_.add(first(gold.topics), first(predicted.topics));
    // Right where the reference's first topic is among the first two.
    Ids nearest = first(predicted.topics);
    const Ids wanted = first(gold.topics);
    if (predicted.topics.size() > 1 && predicted.topics[1].id == wanted[0]) nearest = wanted;
    within2_.add(wanted, nearest);
    topics_.add(each(gold.topics), each(predicted.topics));
    substance_.add(one(gold.substance), one(predicted.substance));
    for (std::size_t m = 0; m < gold.measure_types.size(); ++m) {
      types_.add(each(gold.measure_types[m]),
                 m < predicted.measure_types.size() ? each(predicted.measure_types[m]) : Ids());
    }
  }

  Evaluation out_;
  Counting genre_{"genre", true}, tier_{"tier", true}, level_{"inspected_level", true},
      type_{"inspection_type", false}, dimension_{"dimension", true},
      primary_{"topic.primary", true}, within2_{"topic.within2", true}, topics_{"topics", false},
      substance_{"substance", true}, types_{"measure_types", false};
};

}  // namespace

std::optional<double> LabelScore::precision() const { return ratio(right, predicted); }
std::optional<double> LabelScore::recall() const { return ratio(right, gold); }
std::optional<double> LabelScore::f1() const { return ratio(2 * right, gold + predicted); }

Evaluation evaluate(const std::vector<Labelled>& gold, const std::vector<Labelled>& predicted) {
  std::map<std::string_view, const Labelled*> by_id;
  for (const Labelled& p : predicted) by_id.emplace(p.notice.text.id, &p);
  Comparison comparison;
  for (const Labelled& g : gold) {
    const auto at = by_id.find(g.notice.text.id);
    if (at == by_id.end()) {
      comparison.missing(g);
    } else {
      comparison.notice(g, *at->second);
    }
  }
  return comparison.finish();
}

}  // namespace noticekit
