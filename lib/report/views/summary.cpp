// 统计表: one row per notice and a total. Columns and their order: domain reference §1; two of our
// own stand after 备注: 列出问题数, the findings that were found listed in the text, which is no
// statement of the notice and never stands in for one, and the file a row comes from.
#include <algorithm>
#include <array>
#include <map>

#include "report/phrasing.hpp"
#include "report/tally.hpp"
#include "report/view.hpp"
#include "report/where.hpp"

namespace noticekit {
namespace {

constexpr std::size_t numbers = 15;  // columns that are summed, in the order of the table
constexpr std::size_t rate = 5;      // among them: percentages are not added up
constexpr std::size_t listed = 14;   // stands after 备注
constexpr std::size_t first = 5;     // table column of the first number

constexpr Align right = Align::right;

std::vector<Column> summary_columns() {
  return {
      {"no", "序号", "no.", right, 4},
      {"inspected_body", "被巡察单位", "inspected body", Align::left, 24},
      {"inspection_group", "巡察组", "inspection group", Align::left, 20},
      {"feedback", "反馈日期", "feedback", Align::left, 10},
      {"published", "公布日期", "published", Align::left, 10},
      {"findings_total", "反馈问题数", "findings stated", right, 6},
      {"findings_completed", "已完成", "completed", right, 9},
      {"findings_partly_completed", "基本完成/阶段性完成", "basically or phased", right, 10},
      {"findings_in_progress", "正在整改", "in progress", right, 8},
      {"findings_not_completed", "未完成", "not completed", right, 9},
      {"completion_rate", "完成率(%)", "rate (%)", right, 8},
      {"measures_total", "措施数", "measures", right, 8},
      {"rules_made", "建章立制(项)", "rules made", right, 8},
      {"discipline", "党纪政务处分(人)", "disciplined (people)", right, 12},
      {"organizational_handling", "组织处理(人)", "organizational handling (people)", right, 12},
      {"talks", "诫勉/谈话提醒/批评教育(人)", "admonished or talked to (people)", right, 10},
      {"recovered_or_returned", "追缴/清退(万元)", "recovered or returned (10,000 yuan)", right,
       10},
      {"loss_avoided", "挽回损失(万元)", "loss avoided (10,000 yuan)", right, 10},
      {"clues_transferred", "移交线索(件)", "clues transferred", right, 8},
      {"remarks", "备注", "remarks", Align::left, 40},
      {"findings_listed", "列出问题数", "findings listed", right, 8},
      {"source", "来源(文件)", "source (file)", Align::left, 28}};
}

using Numbers = std::array<Stated, numbers>;

Numbers numbers_of(const Notice& n) {
  using K = ClaimKind;
  using A = AccountabilityKind;
  Stated found;
  found.state({static_cast<std::int64_t>(n.findings.size()), 0});
  return {claim_of(n, K::findings_total),
          claim_of(n, K::findings_completed),
          together(together(claim_of(n, K::findings_basically_completed),
                            claim_of(n, K::findings_phased)),
                   claim_of(n, K::findings_long_term)),
          claim_of(n, K::findings_in_progress),
          claim_of(n, K::findings_not_completed),
          claim_of(n, K::completion_rate),
          claim_of(n, K::measures_total),
          claim_of(n, K::rules_made),
          people_of(n, {A::party_discipline, A::administrative_discipline}),
          people_of(n, {A::organizational_handling}),
          people_of(n, {A::admonition, A::reminder_talk, A::criticism_education}),
          money_of(n, {MoneyKind::recovered, MoneyKind::returned}),
          money_of(n, {MoneyKind::loss_avoided}),
          claim_of(n, K::clues_transferred),
          found};
}

class Summary : public View {
 public:
  explicit Summary(const ReportOptions& options)
      : lang_(options.lang),
        where_(Condition::parse(options.where).value()),
        columns_(summary_columns()) {}

  std::string title() const override {
    return Phrasing{"整改情况统计表", "Rectification statistics"}.in(lang_);
  }
  std::vector<Column> columns() const override { return columns_; }

  void add(const Notice& n, const Labels* labels, const EmitRow& emit) override {
    if (!where_.takes(n, labels)) return;
    const bool counted = counts_in_statistics(labels);
    const Numbers stated = numbers_of(n);
    Row row = empty_row(counted ? RowKind::entry : RowKind::uncounted);
    row.about = {&n, labels};
    if (counted) {
      row.cells[0] = Decimal{static_cast<std::int64_t>(++counted_), 0};
      for (std::size_t i = 0; i < numbers; ++i) totals_[i].add(stated[i]);
      if (labels != nullptr && labels->genre && labels->genre->id == "rectification_summary")
        ++of_many_units_;
    } else {
      ++set_aside_[genre_words(labels, lang_)];
    }
    row.cells[1] = bodies_of(n);
    row.cells[2] = words_of(n, n.inspection_group);
    row.cells[3] = date_of(n, n.feedback);
    row.cells[4] = date_of(n, n.published);
    put_numbers(row, [&](std::size_t i) { return stated[i].cell(lang_); });
    put(row, "remarks", remarks(n, counted ? std::string() : genre_words(labels, lang_), stated));
    put(row, "source", n.text.id);
    emit(std::move(row));
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow& emit) override {
    ++errors_;
    Row row = empty_row(RowKind::error);
    Remarks r(lang_);
    r.say({"未能处理：", "could not be used: "}, words);
    put(row, "remarks", r.cell());
    put(row, "source", std::string(id));
    emit(std::move(row));
  }

  void finish(const EmitRow& emit) override {
    if (counted_ == 0) return;
    Row row = empty_row(RowKind::total);
    row.cells[1] = std::string(Phrasing{"合计", "total"}.in(lang_));
    put_numbers(row, [&](std::size_t i) { return i == rate ? Cell() : totals_[i].cell(); });
    put(row, "remarks", remarks_on_total());
    emit(std::move(row));
  }

  std::vector<std::string> notes() const override {
    std::vector<std::string> out;
    out.emplace_back(Phrasing{
        "空白表示通报未载明，不等于零；合计只加载明的数。“列出问题数”是从正文数出的问题条数，不是"
        "通报的说法。",
        "An empty cell: the notice does not state it, which is not zero; totals add up what is "
        "stated. \"Findings listed\" are counted in the text, not stated by the notice."}
                         .in(lang_));
    if (!set_aside_.empty()) out.push_back(set_aside_words());
    if (of_many_units_ > 0) {
      out.push_back(documents(of_many_units_, lang_) +
                    Phrasing{"为多单位汇总通报，其数字可能与所属单位的通报重复。",
                             " summing up many units: their numbers may repeat those of the units' "
                             "own notices."}
                        .in(lang_));
    }
    if (errors_ > 0) {
      out.push_back(
          documents(errors_, lang_) +
          Phrasing{"未能处理，列出但不计入合计。", " could not be used: listed, not counted."}.in(
              lang_));
    }
    return out;
  }

 private:
  [[nodiscard]] Row empty_row(RowKind kind) const {
    return {kind, std::vector<Cell>(columns_.size())};
  }

  void put(Row& row, std::string_view key, Cell cell) const {
    const auto column = std::find_if(columns_.begin(), columns_.end(),
                                     [&](const Column& c) { return c.key == key; });
    row.cells[static_cast<std::size_t>(column - columns_.begin())] = std::move(cell);
  }

  template <class CellOf>
  void put_numbers(Row& row, CellOf cell_of) const {
    for (std::size_t i = 0; i < listed; ++i) row.cells[first + i] = cell_of(i);
    put(row, "findings_listed", cell_of(listed));
  }

  [[nodiscard]] const std::string& heading(std::size_t number) const {
    const Column& c = number == listed ? columns_[columns_.size() - 2] : columns_[first + number];
    return lang_ == Language::en ? c.en : c.zh;
  }

  /// What the cells alone would hide: where a number comes from and what has no column.
  [[nodiscard]] Cell remarks(const Notice& n, const std::string& set_aside,
                             const Numbers& stated) const {
    Remarks r(lang_);
    if (!set_aside.empty()) r.say({"不计入合计：", "not counted: "}, set_aside);
    for (std::size_t i = 0; i < numbers; ++i) {
      if (stated[i].differs()) {
        r.say(heading(i) + Phrasing{"载明不一(", " stated differently ("}.in(lang_) +
              stated[i].words(lang_) + Phrasing{")，不计入合计", "), not summed"}.in(lang_));
      } else if (stated[i].added_up) {
        r.say(heading(i) +
              Phrasing{"按所列各单位相加", " added up over the units named"}.in(lang_));
      }
    }
    say_parts(n, r);
    say_other_people(n, r);
    const Stated confiscated = money_of(n, {MoneyKind::confiscated});
    if (confiscated.any())
      r.say(Phrasing{"收缴", "confiscated "}.in(lang_) + confiscated.words(lang_) +
            Phrasing{"万元", " × 10,000 yuan"}.in(lang_));
    const std::pair<const std::optional<Date>*, std::size_t> dates[] = {{&n.feedback, 3},
                                                                        {&n.published, 4}};
    for (const auto& [date, column] : dates) {
      if (*date && iso(**date).empty())
        r.say((lang_ == Language::en ? columns_[column].en : columns_[column].zh) +
              Phrasing{"不完整", ": incomplete"}.in(lang_));
    }
    return r.cell();
  }

  /// What 基本完成/阶段性完成 is made of, where it is made of several numbers.
  void say_parts(const Notice& n, Remarks& r) const {
    const std::pair<ClaimKind, Phrasing> parts[] = {
        {ClaimKind::findings_basically_completed, {"基本完成", "basically completed "}},
        {ClaimKind::findings_phased, {"阶段性完成", "phased "}},
        {ClaimKind::findings_long_term, {"长期坚持", "long-term "}}};
    std::string words;
    std::size_t stated = 0;
    for (const auto& [kind, name] : parts) {
      const Stated part = claim_of(n, kind);
      if (!part.any()) continue;
      if (stated++ > 0) words += lang_ == Language::en ? ", " : "、";
      words += name.in(lang_) + part.words(lang_);
    }
    if (stated > 1) r.say(words);
  }

  /// People and cases that no column of the offices' table takes.
  void say_other_people(const Notice& n, Remarks& r) const {
    const std::pair<AccountabilityKind, Phrasing> others[] = {
        {AccountabilityKind::accountability_total, {"问责", "held to account "}},
        {AccountabilityKind::case_filed, {"立案", "cases filed "}},
        {AccountabilityKind::interview, {"约谈", "interviews "}},
        {AccountabilityKind::ordered_inspection, {"责令检查", "ordered self-criticism "}}};
    for (const auto& [kind, name] : others) {
      const Stated people = people_of(n, {kind});
      if (people.any())
        r.say(name.in(lang_) + people.words(lang_) + Phrasing{"人", " people"}.in(lang_));
    }
  }

  /// How many notices a total does not cover.
  [[nodiscard]] Cell remarks_on_total() const {
    Remarks r(lang_);
    r.say({"计入", "counted: "}, documents(counted_, lang_));
    say_counts({"未载明：", "not stated: "}, &Total::unstated, r);
    say_counts({"载明不一、未计入：", "stated differently, not summed: "}, &Total::differing, r);
    return r.cell();
  }

  void say_counts(const Phrasing& what, std::uint64_t (Total::*count)() const, Remarks& r) const {
    std::string words;
    for (std::size_t i = 0; i < numbers; ++i) {
      const std::uint64_t n = (totals_[i].*count)();
      if (n == 0 || n == counted_) continue;  // an empty total says the latter itself
      if (!words.empty()) words += lang_ == Language::en ? ", " : "、";
      words += heading(i) + (lang_ == Language::en ? " " : "") + std::to_string(n) +
               Phrasing{"份", ""}.in(lang_);
    }
    if (!words.empty()) r.say(what, words);
  }

  [[nodiscard]] std::string set_aside_words() const {
    std::uint64_t all = 0;
    std::string words;
    for (const auto& [genre, n] : set_aside_) {
      all += n;
      if (!words.empty()) words += lang_ == Language::en ? ", " : "、";
      words += genre + " " + std::to_string(n);
    }
    return documents(all, lang_) +
           Phrasing{"其他文种列出但不计入合计：", " of other genres, listed but not counted: "}.in(
               lang_) +
           words + Phrasing{"。", "."}.in(lang_);
  }

  Language lang_;
  Condition where_;
  std::vector<Column> columns_;
  std::array<Total, numbers> totals_;
  std::uint64_t counted_ = 0, of_many_units_ = 0, errors_ = 0;
  std::map<std::string, std::uint64_t> set_aside_;  // by genre
};

}  // namespace

std::unique_ptr<View> make_summary_view(const ReportOptions& options) {
  return std::make_unique<Summary>(options);
}

}  // namespace noticekit
