// 三清单一台账: what was found, what is to be done, who answers for it, and the ledger. Columns:
// domain reference §1, then the unit and the place in the file. 目标 and 配合单位 are for the
// office to fill in.
#include "report/lines.hpp"
#include "report/phrasing.hpp"
#include "report/view.hpp"
#include "report/where.hpp"

namespace noticekit {
namespace {

constexpr std::uint8_t tasks = 1, duties = 2, ledger = 3;

Column body_column() { return {"inspected_body", "被巡察单位", "inspected body", Align::left, 18}; }
Column source_column() {
  return {"source", "来源(文件:行)", "source (file:line)", Align::left, 24};
}
Column number_column() { return {"no", "序号", "no.", Align::right, 5}; }

class Lists : public View {
 public:
  explicit Lists(const ReportOptions& options)
      : lang_(options.lang),
        where_(Condition::parse(options.where).value()),
        ledger_(make_ledger_view(options)) {}

  std::string title() const override { return Phrasing{"问题清单", "Findings"}.in(lang_); }
  std::vector<Column> columns() const override {
    return {number_column(),
            {"problem", "反馈问题", "finding", Align::left, 40},
            {"detail", "具体表现", "detail", Align::left, 50},
            {"topics", "问题类别", "topics", Align::left, 18},
            body_column(),
            source_column()};
  }
  std::vector<TableHead> more_tables() const override {
    const Column problem{"problem", "问题", "finding", Align::left, 32};
    const Column deadline{"deadline", "时限", "deadline", Align::left, 14};
    return {{"tasks",
             Phrasing{"任务清单", "Tasks"}.in(lang_),
             {number_column(),
              problem,
              {"task", "整改任务", "task", Align::left, 32},
              {"measures", "整改措施", "measures", Align::left, 50},
              {"goal", "目标", "goal", Align::left, 12},
              deadline,
              body_column(),
              source_column()}},
            {"duties",
             Phrasing{"责任清单", "Duties"}.in(lang_),
             {number_column(),
              problem,
              {"first_responsible", "第一责任人", "first in charge", Align::left, 12},
              {"leader", "责任领导", "leader in charge", Align::left, 14},
              {"lead_unit", "牵头单位", "lead unit", Align::left, 14},
              {"joint_unit", "配合单位", "joint unit", Align::left, 14},
              {"person", "责任人", "person in charge", Align::left, 12},
              deadline,
              body_column(),
              source_column()}},
            {"ledger", ledger_->title(), ledger_->columns()}};
  }

  void add(const Notice& n, const Labels* labels, const EmitRow& emit) override {
    const RowKind kind = counts_in_statistics(labels) ? RowKind::entry : RowKind::uncounted;
    Lines lines(n.text.utf8);
    for (std::size_t i = 0; i < n.findings.size(); ++i) {
      if (!where_.takes(n, labels, i)) continue;
      const Finding& f = n.findings[i];
      const Cell no = Decimal{++rows_, 0}, problem = words_of(n, f.problem), body = bodies_of(n);
      const Cell source = n.text.id + ":" + std::to_string(lines.at(f.problem.begin));
      const Cell deadline = f.deadline ? words_of(n, f.deadline->span) : Cell();
      std::vector<Span> measures;
      for (const Measure& m : f.measures) measures.push_back(m.text);
      const auto emit_to = [&](std::uint8_t table, std::vector<Cell> cells) {
        emit({kind, std::move(cells), table, {&n, labels, static_cast<std::int32_t>(i)}});
      };
      emit_to(0, {no, problem, words_of(n, f.detail), topics_of(labels, i), body, source});
      emit_to(
          tasks,
          {no, problem, words_of(n, f.lead), numbered(n, measures), {}, deadline, body, source});
      emit_to(duties, {no,
                       problem,
                       {},
                       words_of(n, f.responsible.leader),
                       words_of(n, f.responsible.department),
                       {},
                       words_of(n, f.responsible.person),
                       deadline,
                       body,
                       source});
    }
    ledger_->add(n, labels, to_ledger(emit));
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow& emit) override {
    ledger_->add_error(id, words, to_ledger(emit));
  }
  void finish(const EmitRow& emit) override { ledger_->finish(to_ledger(emit)); }
  std::vector<std::string> notes() const override { return ledger_->notes(); }

 private:
  static EmitRow to_ledger(const EmitRow& emit) {
    return [&emit](Row row) {
      row.table = ledger;
      emit(std::move(row));
    };
  }

  Language lang_;
  Condition where_;
  std::unique_ptr<View> ledger_;
  std::int64_t rows_ = 0;
};

}  // namespace

std::unique_ptr<View> make_lists_view(const ReportOptions& options) {
  return std::make_unique<Lists>(options);
}

}  // namespace noticekit
