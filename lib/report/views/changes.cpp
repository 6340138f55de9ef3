// What differs from an earlier run. Says nothing where nothing does. Keeps the texts of both runs.
#include <algorithm>
#include <set>

#include "report/changes/compare.hpp"
#include "report/phrasing.hpp"
#include "report/view.hpp"

namespace noticekit {
namespace {

using namespace changes;

std::vector<Column> changes_columns() {
  return {{"no", "序号", "no.", Align::right, 4},
          {"change", "变化", "change", Align::left, 10},
          {"unit", "被巡察单位", "inspected body", Align::left, 16},
          {"finding", "反馈问题", "finding", Align::left, 32},
          {"what", "项目", "what", Align::left, 14},
          {"before", "原为", "before", Align::left, 32},
          {"after", "现为", "now", Align::left, 32},
          {"source", "来源(文件:行)", "source (file:line)", Align::left, 24},
          {"kind", "变化代码", "code", Align::left, 18}};
}

const char* kind_words(Kind kind, Language lang) {
  constexpr Phrasing words[] = {{"新增通报", "new notice"},      {"通报不见", "notice gone"},
                                {"重新公布", "published again"}, {"新增问题", "new finding"},
                                {"问题不见", "finding gone"},    {"问题改写", "finding reworded"},
                                {"状态变化", "status moved"},    {"数字变化", "number changed"},
                                {"日期变化", "date changed"},    {"文字变化", "words changed"}};
  return words[static_cast<std::size_t>(kind)].in(lang);
}

class ChangesView : public View {
 public:
  explicit ChangesView(const ReportOptions& options) : lang_(options.lang) {}

  std::string title() const override {
    return Phrasing{"与上次相比的变化", "Changes since the earlier run"}.in(lang_);
  }
  std::vector<Column> columns() const override { return changes_columns(); }
  bool silent_without_rows() const override { return true; }

  void add_earlier(const Notice& n, const Labels*) override {
    before_.push_back(snapshot_of(n, lang_));
  }
  void add(const Notice& n, const Labels*, const EmitRow&) override {
    now_.push_back(snapshot_of(n, lang_));
    unread_.add_read();
  }

  /// A document that fails is no change, unless it was read before: then its old state stands.
  void add_error(std::string_view id, const std::string& words, const EmitRow&) override {
    errors_.back().id = id;
    errors_.back().words = words;
  }
  void add_unread(std::string_view id, std::string_view stage, const Error& error) override {
    Failed& failed = errors_.emplace_back();
    failed.hidden.add(id, stage, error);
    failed.is_news = told_.count(key_of(id, stage, error)) == 0;
    unread_.add(id, stage, error);
  }
  void add_earlier_error(std::string_view id, std::string_view stage, const Error& error) override {
    if (stage == unseen_stage) {
      unseen_before_.emplace(id);
    } else {
      told_.insert(key_of(id, stage, error));
    }
  }

  void finish(const EmitRow& emit) override {
    std::int64_t no = 0;
    const auto words = [](const std::string& s) { return s.empty() ? Cell() : Cell(s); };
    for (const Change& c : compare(before_, now_, unread_, lang_)) {
      Row row;
      row.cells = {Decimal{++no, 0},
                   std::string(kind_words(c.kind, lang_)),
                   words(c.unit),
                   words(c.finding),
                   words(c.what),
                   words(c.before),
                   words(c.after),
                   c.line == 0 ? c.id : c.id + ":" + std::to_string(c.line),
                   std::string(kind_name(c.kind))};
      emit(std::move(row));
      ++counts_[static_cast<std::size_t>(c.kind)];
    }
    for (auto& [id, sentence, hidden, is_news] : errors_) {
      if (!now_.empty()) hidden.add_read();
      if (!is_news || !hides_any(hidden)) continue;
      Row row{RowKind::error, std::vector<Cell>(changes_columns().size())};
      row.cells[1] = std::string(Phrasing{"本次未能处理", "could not be used now"}.in(lang_));
      row.cells[6] = sentence;
      row.cells[7] = id;
      row.cells[8] = std::string("notice_unreadable");
      emit(std::move(row));
    }
    tell_unseen(emit);
  }

  std::vector<std::string> notes() const override {
    std::string parts;
    for (std::size_t i = 0; i < std::size(counts_); ++i) {
      if (counts_[i] == 0) continue;
      if (!parts.empty()) parts += lang_ == Language::en ? ", " : "、";
      parts += kind_words(static_cast<Kind>(i), lang_);
      parts += ' ';
      parts += std::to_string(counts_[i]);
    }
    std::string out = Phrasing{"上次", "Earlier run: "}.in(lang_) +
                      documents(before_.size(), lang_) +
                      Phrasing{"，本次", "; this run: "}.in(lang_) + documents(now_.size(), lang_);
    if (!parts.empty()) out += Phrasing{"；", "; "}.in(lang_) + parts;
    return {out + Phrasing{"。", "."}.in(lang_)};
  }

 private:
  struct Failed {
    std::string id, words;
    Unread hidden;
    bool is_news = true;
  };

  static std::string key_of(std::string_view id, std::string_view stage, const Error& error) {
    std::string out(id);
    out.append("\n").append(stage).append("\n").append(errc_name(error.code));
    return out.append("\n").append(error.message);
  }

  /// One line for the notices that are not called gone because of errors that do not name them,
  /// where the last run did not say it of each already.
  void tell_unseen(const EmitRow& emit) const {
    std::set<std::string> here;
    for (const Snapshot& s : now_) here.insert(s.id);
    for (const Failed& f : errors_) here.insert(f.id);
    std::string ids;
    std::size_t count = 0;
    bool is_news = false;
    for (const Snapshot& s : before_) {
      if (here.count(s.id) != 0 || !unread_.hides(s.id, s.path)) continue;
      is_news |= unseen_before_.count(s.id) == 0;
      if (++count <= 3) ids += (ids.empty() ? "" : lang_ == Language::en ? ", " : "、") + s.id;
    }
    if (!is_news) return;
    if (count > 3) ids += lang_ == Language::en ? " …" : "等";
    Row row{RowKind::error, std::vector<Cell>(changes_columns().size())};
    row.cells[1] = std::string(Phrasing{"暂不判为不见", "not called gone"}.in(lang_));
    row.cells[4] = documents(count, lang_);
    row.cells[6] = std::string(Phrasing{"本次输入有误，未见这些通报，其上次内容保留",
                                        "not seen, but the input has errors; what was known stands"}
                                   .in(lang_));
    row.cells[7] = ids;
    row.cells[8] = std::string("notices_unseen");
    emit(std::move(row));
  }

  [[nodiscard]] bool hides_any(const Unread& hidden) const {
    return std::any_of(before_.begin(), before_.end(),
                       [&](const Snapshot& s) { return hidden.hides(s.id, s.path); });
  }

  Language lang_;
  std::vector<Snapshot> before_, now_;
  std::vector<Failed> errors_;
  Unread unread_;
  std::set<std::string> told_;  // errors of the earlier run
  std::set<std::string, std::less<>> unseen_before_;
  std::uint64_t counts_[10] = {};
};

}  // namespace

std::unique_ptr<View> make_changes_view(const ReportOptions& options) {
  return std::make_unique<ChangesView>(options);
}

}  // namespace noticekit
