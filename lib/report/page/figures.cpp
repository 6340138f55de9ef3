#include "report/page/figures.hpp"

#include <algorithm>
#include <chrono>

#include "report/page/html.hpp"
#include "report/phrasing.hpp"
#include "report/writer.hpp"

namespace noticekit::page {
namespace {

constexpr std::size_t most_units = 30;
constexpr std::size_t most_names = 15;
constexpr std::size_t most_series = 6;  // colours

std::string label_name(const Label& label, Language lang) {
  if (lang == Language::zh) return label.name.empty() ? label.id : label.name;
  std::string out = label.id;
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::chrono::sys_days day(const Date& d) {
  using namespace std::chrono;
  return sys_days(year_month_day(year(d.year), month(d.month), std::chrono::day(d.day)));
}

bool is_day(const std::optional<Date>& d) { return d && d->precision == Precision::day; }

std::string plural(std::uint64_t n, Language lang, const Phrasing& one, const char* many) {
  return std::to_string(n) + (lang == Language::zh ? one.zh : n == 1 ? one.en : many);
}

}  // namespace

void Figures::count(std::vector<Named>& names, const std::string& name) {
  const auto at = std::find_if(names.begin(), names.end(),
                               [&](const Named& named) { return named.name == name; });
  if (at == names.end()) {
    names.push_back({name, 1});
  } else {
    ++at->count;
  }
}

void Figures::add(const Notice& n, const Labels* labels) {
  if (!counts_in_statistics(labels)) {
    ++set_aside_;
    return;
  }
  ++notices_;
  const std::optional<Date>& when = n.published ? n.published : n.feedback;
  const std::string year = when && when->precision != Precision::none
                               ? std::to_string(when->year)
                               : Phrasing{"未载明", "not stated"}.in(lang_);
  const std::string body = cell_words(bodies_of(n));
  const std::string& name = body.empty() ? n.text.id : body;
  auto at = std::find_if(units_.begin(), units_.end(),
                         [&](const auto& unit) { return unit.first == name; });
  if (at == units_.end()) at = units_.insert(units_.end(), {name, States{}});
  for (std::size_t i = 0; i < n.findings.size(); ++i) {
    const bool labelled = labels != nullptr && i < labels->findings.size();
    add_finding(n.findings[i], labelled ? &labels->findings[i] : nullptr, year, at->second);
  }
  people_.add(people_of(
      n, {AccountabilityKind::party_discipline, AccountabilityKind::administrative_discipline,
          AccountabilityKind::organizational_handling, AccountabilityKind::admonition,
          AccountabilityKind::criticism_education, AccountabilityKind::reminder_talk}));
  recovered_.add(money_of(n, {MoneyKind::recovered, MoneyKind::returned}));
  add_days(n);
}

void Figures::add_finding(const Finding& f, const FindingLabels* labels, const std::string& year,
                          States& unit) {
  ++findings_;
  const auto state = static_cast<std::size_t>(f.status.value);
  ++all_[state];
  ++unit[state];
  if (f.status.basis == StatusBasis::stated && f.status.value != StatusValue::unclear) ++stated_;
  measures_ += f.measures.size();
  if (f.measures.empty()) ++no_measure_;
  if (labels == nullptr) return;
  if (!labels->topics.empty()) count(topics_, label_name(labels->topics[0], lang_));
  for (const auto& types : labels->measure_types) {
    for (const Label& type : types) count(types_, label_name(type, lang_));
  }
  if (!labels->dimension) return;
  const std::string dimension = label_name(*labels->dimension, lang_);
  count(dimensions_, dimension);
  const auto at = std::find_if(dimensions_.begin(), dimensions_.end(),
                               [&](const Named& named) { return named.name == dimension; });
  auto& counts = years_[year];
  const auto index = static_cast<std::size_t>(at - dimensions_.begin());
  if (counts.size() <= index) counts.resize(index + 1);
  ++counts[index];
}

void Figures::add_days(const Notice& n) {
  if (!is_day(n.feedback) || !is_day(n.published)) return;
  const std::int64_t elapsed = (day(*n.published) - day(*n.feedback)).count();
  if (elapsed >= 0) days_.push_back(elapsed);
}

void Figures::put_numbers(std::string& out) const {
  const auto item = [&](const Phrasing& term, const std::string& value, const std::string& more) {
    out += "<div><dt>" + text(term.in(lang_)) + "</dt><dd>" + text(value);
    if (!more.empty()) out += "<small>" + text(more) + "</small>";
    out += "</dd></div>\n";
  };
  const auto n = [](std::uint64_t x) { return std::to_string(x); };
  const std::string unstated = Phrasing{"未载明", "not stated"}.in(lang_);
  const auto sum = [&](const Total& total) {
    const std::string words = cell_words(total.cell());
    return words.empty() ? unstated : words;
  };
  const auto of = [&](const Total& total) {
    if (total.summed() == 0) return std::string();
    return lang_ == Language::zh ? "载明的" + n(total.summed()) + "份合计"
                                 : "sum of " + documents(total.summed(), lang_) + " that state it";
  };
  out += "<dl class=\"figures\">\n";
  item({"通报", "Notices"}, n(notices_),
       set_aside_ == 0
           ? std::string()
           : Phrasing{"另有其他文种", "other genres: "}.in(lang_) + documents(set_aside_, lang_));
  item({"单位", "Units"}, n(units_.size()), {});
  item({"问题", "Findings"}, n(findings_), {});
  item({"已完成", "Completed"}, n(all_[0]),
       Phrasing{"各状态中明确载明的共", "findings with a stated status: "}.in(lang_) + n(stated_));
  item({"状态未载明", "Status not stated"}, n(all_[5]), {});
  item({"整改措施", "Measures"}, n(measures_),
       plural(no_measure_, lang_, {"个问题未列措施", " finding without any"},
              " findings without any"));
  item({"处理处分(人)", "Held to account (people)"}, sum(people_), of(people_));
  item({"追缴清退(万元)", "Recovered or returned (10,000 yuan)"}, sum(recovered_), of(recovered_));
  out += "</dl>\n";
}

void Figures::put_charts(std::string& out) const {
  std::string charts;
  put_chart(charts, states());
  put_chart(charts, ranked("topics", {"问题类别", "Topics"}, topics_));
  put_chart(charts, by_year());
  put_chart(charts, ranked("measure-types", {"措施类型", "Measure types"}, types_));
  put_chart(charts, days());
  if (!charts.empty()) out += "<div class=\"charts\">\n" + charts + "</div>\n";
}

Chart Figures::states() const {
  Chart chart{"status", Phrasing{"各单位完成状态", "Status by unit"}.in(lang_), {}, {}, {}};
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const char* words = status_words(static_cast<StatusValue>(i), lang_);
    chart.series.emplace_back(*words != '\0' ? words : Phrasing{"未载明", "not stated"}.in(lang_));
  }
  for (const auto& [name, states] : units_) {
    if (std::all_of(states.begin(), states.end(), [](std::uint64_t n) { return n == 0; })) continue;
    chart.bars.push_back({name, {states.begin(), states.end()}});
  }
  if (chart.bars.size() <= most_units) return chart;
  const auto sum = [](const Bar& bar) {
    std::uint64_t all = 0;
    for (const std::uint64_t part : bar.parts) all += part;
    return all;
  };
  std::stable_sort(chart.bars.begin(), chart.bars.end(),
                   [&](const Bar& a, const Bar& b) { return sum(a) > sum(b); });
  const std::string left = std::to_string(chart.bars.size() - most_units);
  chart.bars.resize(most_units);
  chart.note = lang_ == Language::en ? left + " units with fewer findings are in the ledger."
                                     : "问题较少的另" + left + "个单位见台账。";
  return chart;
}

Chart Figures::ranked(const char* id, const Phrasing& title, std::vector<Named> names) const {
  Chart chart{id, title.in(lang_), {title.in(lang_)}, {}, {}};
  std::stable_sort(names.begin(), names.end(),
                   [](const Named& a, const Named& b) { return a.count > b.count; });
  for (std::size_t i = 0; i < names.size() && i < most_names; ++i)
    chart.bars.push_back({names[i].name, {names[i].count}});
  if (names.size() > most_names) {
    const std::string left = std::to_string(names.size() - most_names);
    chart.note =
        lang_ == Language::en ? left + " rarer ones are left out." : "较少的另" + left + "类从略。";
  }
  return chart;
}

Chart Figures::by_year() const {
  Chart chart{
      "dimensions", Phrasing{"监督重点（按年份）", "Dimensions by year"}.in(lang_), {}, {}, {}};
  for (std::size_t i = 0; i < dimensions_.size() && i < most_series; ++i)
    chart.series.push_back(dimensions_[i].name);
  for (const auto& [year, counts] : years_) {
    Bar bar{year, counts};
    bar.parts.resize(chart.series.size());
    chart.bars.push_back(std::move(bar));
  }
  return chart;
}

Chart Figures::days() const {
  constexpr std::int64_t bounds[] = {60, 90, 180, 270, 365};
  Chart chart{
      "days",
      Phrasing{"反馈至公布的天数（通报份数）", "Days from feedback to publication (notices)"}.in(
          lang_),
      {""},
      {},
      {}};
  if (days_.empty()) return chart;
  std::int64_t from = 0;
  for (std::size_t i = 0; i <= std::size(bounds); ++i) {
    const bool last = i == std::size(bounds);
    const std::int64_t to = last ? INT64_MAX : bounds[i];
    const auto in = std::count_if(days_.begin(), days_.end(),
                                  [&](std::int64_t d) { return from <= d && d <= to; });
    chart.bars.push_back(
        {last ? "> " + std::to_string(from - 1) : std::to_string(from) + "–" + std::to_string(to),
         {static_cast<std::uint64_t>(in)}});
    from = to == INT64_MAX ? to : to + 1;
  }
  const std::string without = std::to_string(notices_ - days_.size());
  chart.note = lang_ == Language::en ? without + " notices do not state both days."
                                     : without + "份通报未同时载明两个日期。";
  return chart;
}

}  // namespace noticekit::page
