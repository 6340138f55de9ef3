// 共性问题清单: topics that several units share, most widespread first. Keeps one short quotation a
// topic and unit, so memory grows with units, not with text. Columns: domain reference §1.
#include <algorithm>
#include <map>
#include <set>

#include "report/phrasing.hpp"
#include "report/tally.hpp"
#include "report/view.hpp"
#include "report/where.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr std::size_t most_quotes = 3;
constexpr std::size_t longest_quote = 60;  // characters

std::string short_words(const std::string& words) {
  std::size_t end = 0, count = 0;
  while (end < words.size() && count++ < longest_quote)
    end += utf8::length(static_cast<unsigned char>(words[end]));
  return end < words.size() ? words.substr(0, end) + "…" : words;
}

class Common : public View {
 public:
  explicit Common(const ReportOptions& options)
      : lang_(options.lang),
        where_(Condition::parse(options.where).value()),
        least_units_(options.common.least_units),
        least_percent_(options.common.least_percent) {}

  std::string title() const override {
    return Phrasing{"共性问题清单", "Common findings"}.in(lang_);
  }
  std::vector<Column> columns() const override {
    return {{"no", "序号", "no.", Align::right, 4},
            {"category", "问题类别", "category", Align::left, 20},
            {"topic", "共性问题", "common finding", Align::left, 20},
            {"units", "涉及单位数", "units", Align::right, 6},
            {"share", "占比(%)", "share (%)", Align::right, 8},
            {"unit_names", "涉及单位", "which units", Align::left, 40},
            {"quotes", "典型表述(引文)", "typical wording (quoted)", Align::left, 50}};
  }

  void add(const Notice& n, const Labels* labels, const EmitRow&) override {
    if (!counts_in_statistics(labels)) return;
    if (labels == nullptr) ++unlabelled_;
    const std::string unit = cell_or_id(n);
    units_.insert(unit);
    for (std::size_t i = 0; i < n.findings.size(); ++i) {
      if (labels == nullptr || i >= labels->findings.size()) break;
      const auto& topics = labels->findings[i].topics;
      if (topics.empty() || !where_.takes(n, labels, i)) continue;
      Topic& topic = topics_[topics[0].id];
      topic.name = topics[0].name;
      if (const auto& dimension = labels->findings[i].dimension)
        ++topic.dimensions[lang_ == Language::en ? dimension->id : dimension->name];
      topic.units.emplace(unit, short_words(one_line(n.view(n.findings[i].problem))));
    }
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow& emit) override {
    Row row{RowKind::error, std::vector<Cell>(columns().size())};
    row.cells[5] = std::string(id);
    row.cells[6] = Phrasing{"未能处理：", "could not be used: "}.in(lang_) + words;
    emit(std::move(row));
  }

  void finish(const EmitRow& emit) override {
    std::vector<std::pair<std::string, const Topic*>> kept;
    for (const auto& [id, topic] : topics_) {
      const std::size_t units = topic.units.size();
      const bool wide = units >= least_units_ || units * 100 >= least_percent_ * units_.size();
      if (units >= 2 && wide) kept.emplace_back(id, &topic);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
      return a.second->units.size() > b.second->units.size();
    });
    std::int64_t no = 0;
    for (const auto& [id, topic] : kept) emit(row_of(++no, id, *topic));
  }

  std::vector<std::string> notes() const override {
    std::vector<std::string> out;
    out.push_back(lang_ == Language::en
                      ? std::to_string(units_.size()) + " units; a topic is listed from " +
                            std::to_string(least_units_) + " units or " +
                            std::to_string(least_percent_) + "% on, and never for one unit alone."
                      : "共" + std::to_string(units_.size()) + "个单位；涉及单位达" +
                            std::to_string(least_units_) + "个或" + std::to_string(least_percent_) +
                            "%的列出，只涉及一个单位的不列。");
    if (unlabelled_ > 0)
      out.push_back(documents(unlabelled_, lang_) +
                    Phrasing{"没有分类标签，未能归类：请先用 notice-classify 处理。",
                             " without labels, not sorted: run notice-classify first."}
                        .in(lang_));
    return out;
  }

 private:
  struct Topic {
    std::string name;
    std::map<std::string, std::string> units;         // unit → words
    std::map<std::string, std::uint64_t> dimensions;  // how often each
  };

  static std::string cell_or_id(const Notice& n) {
    const Cell body = bodies_of(n);
    const auto* words = std::get_if<std::string>(&body);
    return words != nullptr ? *words : n.text.id;
  }

  Row row_of(std::int64_t no, const std::string& id, const Topic& topic) const {
    const auto widest =
        std::max_element(topic.dimensions.begin(), topic.dimensions.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string names, quotes;
    std::size_t quoted = 0;
    for (const auto& [unit, words] : topic.units) {
      names += (names.empty() ? "" : lang_ == Language::en ? "; " : "；") + unit;
      if (quoted++ >= most_quotes) continue;
      if (!quotes.empty()) quotes += '\n';
      quotes.append("“").append(words).append("”（").append(unit).append("）");
    }
    // Tenths of a percent, rounded.
    const std::int64_t tenths = static_cast<std::int64_t>(
        (topic.units.size() * 2000 + units_.size()) / (2 * units_.size()));
    Row row;
    row.cells = {Decimal{no, 0},
                 widest == topic.dimensions.end() ? Cell() : Cell(widest->first),
                 lang_ == Language::en || topic.name.empty() ? id : topic.name,
                 Decimal{static_cast<std::int64_t>(topic.units.size()), 0},
                 reduced(Decimal{tenths, 1}),
                 std::move(names),
                 std::move(quotes)};
    return row;
  }

  Language lang_;
  Condition where_;
  std::size_t least_units_, least_percent_;
  std::map<std::string, Topic> topics_;
  std::set<std::string> units_;
  std::uint64_t unlabelled_ = 0;
};

}  // namespace

std::unique_ptr<View> make_common_view(const ReportOptions& options) {
  return std::make_unique<Common>(options);
}

}  // namespace noticekit
