// 疑点清单: one row per alarm, notice by notice, then what only the whole folder shows. With
// verdicts on: one row per check and notice, also where all is clear or the check does not apply.
#include "report/audit/audit.hpp"

#include <algorithm>
#include <array>

#include "report/lines.hpp"
#include "report/mask.hpp"
#include "report/phrasing.hpp"
#include "report/view.hpp"
#include "report/where.hpp"

namespace noticekit {
namespace {

using audit::Alarm;
using audit::Audited;
using audit::Verdict;

constexpr Phrasing severities[] = {{"提示", "info"}, {"提醒", "warn"}, {"错误", "error"}};
constexpr Phrasing verdicts[] = {
    {"未发现", "clear"}, {"有", "fires"}, {"不适用", "not_applicable"}};

std::vector<Column> alarm_columns() {
  return {{"no", "序号", "no.", Align::right, 4},
          {"severity", "程度", "severity", Align::left, 8},
          {"check", "检查项", "check", Align::left, 24},
          {"name", "名称", "name", Align::left, 16},
          {"basis", "依据", "basis", Align::left, 8},
          {"inspected_body", "被巡察单位", "inspected body", Align::left, 20},
          {"finding", "问题", "finding", Align::left, 6},
          {"message", "说明", "message", Align::left, 40},
          {"quote", "原文", "quote", Align::left, 40},
          {"source", "来源(文件:行)", "source (file:line)", Align::left, 24}};
}

std::vector<Column> verdict_columns() {
  return {{"source", "来源(文件)", "source (file)", Align::left, 28},
          {"check", "检查项", "check", Align::left, 28},
          {"name", "名称", "name", Align::left, 16},
          {"verdict", "结论", "verdict", Align::left, 14},
          {"findings", "问题", "findings", Align::left, 24},
          {"note", "说明", "note", Align::left, 40}};
}

class Audit : public View {
 public:
  explicit Audit(const ReportOptions& options)
      : lang_(options.lang),
        rules_(options.rules->audit()),
        checks_(audit::chosen_checks(options).value()),
        verdicts_(options.audit.verdicts),
        where_(Condition::parse(options.where).value()),
        mask_(options),
        corpus_(rules_, options.lang, options.audit.roster) {}

  std::string title() const override {
    return verdicts_ ? Phrasing{"检查结论", "Verdicts"}.in(lang_)
                     : Phrasing{"疑点清单", "Audit"}.in(lang_);
  }
  std::vector<Column> columns() const override {
    return verdicts_ ? verdict_columns() : alarm_columns();
  }
  bool masks_by_itself() const override { return true; }

  void add(const Notice& n, const Labels* labels, const EmitRow& emit) override {
    if (!where_.takes(n, labels)) return;
    Audited a(n, labels, rules_, lang_);
    Lines lines(n.text.utf8);
    const Masker masker = mask_.of(n);
    ++documents_;
    std::uint64_t before = alarms_;
    for (const CheckEntry& check : checks_) {
      const audit::Check function = audit::check_named(check.id);
      if (function == nullptr) continue;
      a.check = &check;
      a.alarms.clear();
      a.note.clear();
      const bool applies = function(a);
      if (verdicts_) {
        Verdict v =
            applies ? a.alarms.empty() ? Verdict::clear : Verdict::fires : Verdict::not_applicable;
        emit_verdict(check, n.text.id, v, findings_of(a), masker.masked(a.note), emit);
        continue;
      }
      for (const Alarm& alarm : a.alarms) {
        if (alarm.finding >= 0 && !where_.takes(n, labels, static_cast<std::size_t>(alarm.finding)))
          continue;
        emit_alarm(a, alarm, lines, masker, emit);
      }
    }
    if (alarms_ == before) ++clear_;
    masks_.add(masker);
    corpus_.add(a);
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow& emit) override {
    ++errors_;
    Row row{RowKind::error, std::vector<Cell>(columns().size())};
    const std::string said = Phrasing{"未能处理：", "could not be used: "}.in(lang_) + words;
    row.cells[verdicts_ ? 5 : 7] = said;
    row.cells[verdicts_ ? 0 : 9] = std::string(id);
    emit(std::move(row));
  }

  void finish(const EmitRow& emit) override {
    for (const CheckEntry& check : checks_) {
      if (!audit::Corpus::has(check.id)) continue;
      const audit::Corpus::Result result = corpus_.run(check.id);
      if (verdicts_) {
        for (const auto& [id, verdict] : result.verdicts)
          emit_verdict(check, id, verdict, {}, {}, emit);
        continue;
      }
      for (const audit::CorpusAlarm& alarm : result.alarms) {
        Row row = begin_alarm(check);
        row.cells[5] = cell(alarm.body);
        row.cells[7] = masks_.masked(alarm.message);
        row.cells[8] = cell(masks_.masked(alarm.quote));
        row.cells[9] = cell(alarm.id);
        emit(std::move(row));
      }
    }
  }

  std::vector<std::string> notes() const override {
    std::vector<std::string> out;
    if (!verdicts_) {
      std::string counts;
      for (std::size_t i = severity_count_.size(); i-- > 0;) {
        if (!counts.empty()) counts += lang_ == Language::en ? ", " : "、";
        counts += std::string(severities[i].in(lang_)) + " " + std::to_string(severity_count_[i]);
      }
      out.push_back(documents(documents_, lang_) + Phrasing{"通报：", ": "}.in(lang_) + counts +
                    Phrasing{"。", "."}.in(lang_));
    }
    out.emplace_back(Phrasing{
        "检查只说明文本缺少什么、哪里自相矛盾，并附原文，不对行为作结论；依据为“词表”的须由人"
        "判断。",
        "A check says what a text lacks or contradicts, with its words; it is no verdict on "
        "conduct. Condition the basis is \"judgement\", a reader must decide."}
                         .in(lang_));
    if (const std::string words = masks_.words(lang_); !words.empty()) out.push_back(words);
    if (errors_ > 0)
      out.push_back(documents(errors_, lang_) +
                    Phrasing{"未能处理，已列出。", " could not be used: listed."}.in(lang_));
    return out;
  }

  std::string_view gravest() const override {
    for (std::size_t i = severity_count_.size(); i-- > 0;) {
      if (severity_count_[i] > 0) return severity_names[i];
    }
    return {};
  }

 private:
  static Cell cell(std::string words) { return words.empty() ? Cell() : Cell(std::move(words)); }

  [[nodiscard]] const std::string& name_of(const CheckEntry& check) const {
    return lang_ == Language::en ? check.en : check.label;
  }

  Row begin_alarm(const CheckEntry& check) {
    ++severity_count_[static_cast<std::size_t>(check.severity)];
    Row row{RowKind::entry, std::vector<Cell>(alarm_columns().size())};
    row.cells[0] = Decimal{static_cast<std::int64_t>(++alarms_), 0};
    row.cells[1] = std::string(severities[static_cast<std::size_t>(check.severity)].in(lang_));
    row.cells[2] = check.id;
    row.cells[3] = name_of(check);
    row.cells[4] = std::string(check.judgement ? Phrasing{"词表", "judgement"}.in(lang_)
                                               : Phrasing{"规则", "rule"}.in(lang_));
    return row;
  }

  void emit_alarm(const Audited& a, const Alarm& alarm, Lines& lines, const Masker& masker,
                  const EmitRow& emit) {
    const Notice& n = a.n;
    Row row = begin_alarm(*a.check);
    row.cells[5] = bodies_of(n);
    std::uint32_t at = 0;
    if (alarm.finding >= 0) {
      const Finding& f = n.findings[static_cast<std::size_t>(alarm.finding)];
      row.cells[6] = f.id;
      at = f.problem.begin.value;
    }
    row.cells[7] = masker.masked(alarm.message);
    if (alarm.quote) {
      row.cells[8] = masker.masked(one_line(n.view(*alarm.quote)));
      at = alarm.quote->begin.value;
    }
    row.cells[9] = n.text.id + ":" + std::to_string(lines.at(TextOffset(at)));
    row.about = {&n, a.labels, alarm.finding};
    emit(std::move(row));
  }

  static std::string findings_of(const Audited& a) {
    std::string out;
    std::int32_t last = -1;
    for (const Alarm& alarm : a.alarms) {
      if (alarm.finding < 0 || alarm.finding == last) continue;
      last = alarm.finding;
      out += (out.empty() ? "" : " ") + a.n.findings[static_cast<std::size_t>(last)].id;
    }
    return out;
  }

  void emit_verdict(const CheckEntry& check, const std::string& id, Verdict verdict,
                    const std::string& findings, const std::string& note, const EmitRow& emit) {
    if (verdict == Verdict::fires) ++severity_count_[static_cast<std::size_t>(check.severity)];
    Row row;
    row.cells = {id,
                 check.id,
                 name_of(check),
                 std::string(verdicts[static_cast<std::size_t>(verdict)].in(lang_)),
                 cell(findings),
                 cell(note)};
    emit(std::move(row));
  }

  Language lang_;
  const AuditRules& rules_;
  std::vector<CheckEntry> checks_;
  bool verdicts_;
  Condition where_;
  MaskChoice mask_;
  MaskCounts masks_;
  audit::Corpus corpus_;
  std::uint64_t documents_ = 0, clear_ = 0, errors_ = 0, alarms_ = 0;
  std::array<std::uint64_t, 3> severity_count_{};
};

}  // namespace

std::unique_ptr<View> make_audit_view(const ReportOptions& options) {
  return std::make_unique<Audit>(options);
}

}  // namespace noticekit
