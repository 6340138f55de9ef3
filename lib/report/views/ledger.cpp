// 整改台账: one row per finding, columns in the order offices use (domain reference §1), then the
// file and line a row comes from. What a notice does not state stays empty, never inferred:
// 佐证材料 and 是否销号 are for the office to fill in.
#include <algorithm>
#include <array>
#include <string_view>

#include "report/lines.hpp"
#include "report/phrasing.hpp"
#include "report/view.hpp"
#include "report/where.hpp"

namespace noticekit {
namespace {

constexpr std::size_t most_named = 20;  // documents without findings that a note names

std::vector<Column> ledger_columns() {
  return {{"no", "序号", "no.", Align::right, 4},
          {"round", "巡察轮次", "round", Align::left, 16},
          {"inspected_body", "被巡察单位", "inspected body", Align::left, 16},
          {"focus", "监督重点(方面)", "focus", Align::left, 24},
          {"problem", "反馈问题", "finding", Align::left, 32},
          {"detail", "具体表现", "detail", Align::left, 32},
          {"topics", "问题类别", "topics", Align::left, 14},
          {"measures", "整改措施", "measures", Align::left, 40},
          {"leader", "责任领导", "leader in charge", Align::left, 10},
          {"department", "责任部门", "department", Align::left, 14},
          {"person", "责任人", "person in charge", Align::left, 10},
          {"deadline", "整改时限", "deadline", Align::left, 12},
          {"progress", "整改进展", "progress", Align::left, 32},
          {"results", "整改成效", "results", Align::left, 32},
          {"status", "完成状态", "status", Align::left, 10},
          {"evidence", "佐证材料", "evidence", Align::left, 8},
          {"closed", "是否销号", "closed", Align::left, 8},
          {"remarks", "备注", "remarks", Align::left, 24},
          {"source", "来源(文件:行)", "source (file:line)", Align::left, 24}};
}

class Ledger : public View {
 public:
  explicit Ledger(const ReportOptions& options)
      : lang_(options.lang), where_(Condition::parse(options.where).value()) {}

  std::string title() const override {
    return Phrasing{"整改台账", "Rectification ledger"}.in(lang_);
  }
  std::vector<Column> columns() const override { return ledger_columns(); }

  void add(const Notice& n, const Labels* labels, const EmitRow& emit) override {
    if (!where_.takes(n, labels)) return;
    const bool counted = counts_in_statistics(labels);
    const std::string genre = counted ? std::string() : genre_words(labels, lang_);
    ++(counted ? documents_ : set_aside_);
    if (n.findings.empty()) name_without_findings(n.text.id);
    const bool grouped_at_top = several_tops(n);
    Lines lines(n.text.utf8);
    for (std::size_t i = 0; i < n.findings.size(); ++i) {
      if (!where_.takes(n, labels, i)) continue;
      const Finding& f = n.findings[i];
      if (counted) ++by_status_[static_cast<std::size_t>(f.status.value)];
      std::vector<Span> measures;
      for (const Measure& m : f.measures) measures.push_back(m.text);
      const std::string status = status_words(f.status.value, lang_);
      Row row{counted ? RowKind::entry : RowKind::uncounted, {}};
      row.about = {&n, labels, static_cast<std::int32_t>(i)};
      row.cells = {Decimal{++rows_, 0},
                   words_of(n, n.round),
                   bodies_of(n),
                   focus_of(n, f, grouped_at_top),
                   words_of(n, f.problem),
                   words_of(n, f.detail),
                   topics_of(labels, i),
                   numbered(n, measures),
                   words_of(n, f.responsible.leader),
                   words_of(n, f.responsible.department),
                   words_of(n, f.responsible.person),
                   f.deadline ? words_of(n, f.deadline->span) : Cell(),
                   numbered(n, f.outcomes),
                   numbered(n, f.results),
                   status.empty() ? Cell() : Cell(status),
                   Cell(),
                   Cell(),
                   remarks(n, f, genre),
                   n.text.id + ":" + std::to_string(lines.at(f.problem.begin))};
      emit(std::move(row));
    }
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow& emit) override {
    ++errors_;
    Row row{RowKind::error, std::vector<Cell>(ledger_columns().size())};
    Remarks r(lang_);
    r.say({"未能处理：", "could not be used: "}, words);
    row.cells[row.cells.size() - 2] = r.cell();
    row.cells.back() = std::string(id);
    emit(std::move(row));
  }

  void finish(const EmitRow&) override {}

  std::vector<std::string> notes() const override {
    std::vector<std::string> out;
    out.push_back(counts());
    out.emplace_back(
        Phrasing{"空白表示通报未载明；推定的完成状态在备注中附依据。",
                 "An empty cell: the notice does not state it. A derived status has its grounds in "
                 "the remarks."}
            .in(lang_));
    if (set_aside_ > 0)
      out.push_back(documents(set_aside_, lang_) +
                    Phrasing{"其他文种列出并注明，不计入上述数字。",
                             " of other genres: listed and marked, not in these numbers."}
                        .in(lang_));
    if (without_findings_ > 0)
      out.push_back(documents(without_findings_, lang_) +
                    Phrasing{"未列出问题：", " without findings: "}.in(lang_) + without_names_ +
                    (without_findings_ > most_named ? Phrasing{"等", ", …"}.in(lang_) : "") +
                    Phrasing{"。", "."}.in(lang_));
    if (errors_ > 0)
      out.push_back(documents(errors_, lang_) +
                    Phrasing{"未能处理，已列出。", " could not be used: listed."}.in(lang_));
    return out;
  }

 private:
  /// Whether findings hang right under several top headings, which are then their aspects.
  static bool several_tops(const Notice& n) {
    const std::uint32_t* seen = nullptr;
    for (const Finding& f : n.findings) {
      if (f.path.size() != 1) continue;
      if (seen != nullptr && *seen != f.path[0]) return true;
      seen = f.path.data();
    }
    return false;
  }

  static Cell focus_of(const Notice& n, const Finding& f, bool grouped_at_top) {
    std::size_t at = 1;
    if (f.path.size() == 1 && grouped_at_top) at = 0;
    if (at >= f.path.size() || f.path[at] >= n.outline.headings.size()) return {};
    return words_of(n, n.outline.headings[f.path[at]].text);
  }

  [[nodiscard]] Cell remarks(const Notice& n, const Finding& f, const std::string& genre) const {
    Remarks r(lang_);
    if (!genre.empty()) r.say({"不计入统计：", "not counted: "}, genre);
    if (f.origin == Origin::self_identified)
      r.say(Phrasing{"自查问题", "self-identified"}.in(lang_));
    if (f.status.basis == StatusBasis::derived && f.status.value != StatusValue::unclear) {
      r.say({"完成状态系推定，依据：", "status derived from: "},
            f.status.quote ? "“" + one_line(n.view(*f.status.quote)) + "”" : std::string());
    }
    return r.cell();
  }

  void name_without_findings(const std::string& id) {
    if (++without_findings_ > most_named) return;
    if (!without_names_.empty()) without_names_ += lang_ == Language::en ? ", " : "、";
    without_names_ += id;
  }

  [[nodiscard]] std::string counts() const {
    std::uint64_t all = 0;
    std::string parts;
    for (std::size_t i = 0; i < by_status_.size(); ++i) {
      all += by_status_[i];
      if (by_status_[i] == 0) continue;
      const char* words = status_words(static_cast<StatusValue>(i), lang_);
      if (!parts.empty()) parts += lang_ == Language::en ? ", " : "、";
      parts += *words != '\0' ? words : Phrasing{"未载明", "not stated"}.in(lang_);
      parts += ' ';
      parts += std::to_string(by_status_[i]);
    }
    std::string out = documents(documents_, lang_);
    out += Phrasing{"通报，", ", "}.in(lang_);
    out += std::to_string(all);
    out += Phrasing{"个问题", all == 1 ? " finding" : " findings"}.in(lang_);
    if (!parts.empty()) out += Phrasing{"；完成状态：", "; status: "}.in(lang_) + parts;
    return out + Phrasing{"。", "."}.in(lang_);
  }

  Language lang_;
  Condition where_;
  std::int64_t rows_ = 0;
  std::uint64_t documents_ = 0, set_aside_ = 0, without_findings_ = 0, errors_ = 0;
  std::array<std::uint64_t, 6> by_status_{};
  std::string without_names_;
};

}  // namespace

std::unique_ptr<View> make_ledger_view(const ReportOptions& options) {
  return std::make_unique<Ledger>(options);
}

}  // namespace noticekit
