// What differs from an earlier run. Says nothing where nothing does. Keeps the texts of both runs.
#include <algorithm>

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
    errors_.emplace_back().hidden.add(id, stage, error);
    unread_.add(id, stage, error);
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
    for (auto& [id, sentence, hidden] : errors_) {
      if (!now_.empty()) hidden.add_read();
      if (!hides_any(hidden)) continue;
      Row row{RowKind::error, std::vector<Cell>(changes_columns().size())};
      row.cells[1] = std::string(Phrasing{"本次未能处理", "could not be used now"}.in(lang_));
      row.cells[6] = sentence;
      row.cells[7] = id;
      row.cells[8] = std::string("notice_unreadable");
      emit(std::move(row));
    }
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
  };

  [[nodiscard]] bool hides_any(const Unread& hidden) const {
    return std::any_of(before_.begin(), before_.end(),
                       [&](const Snapshot& s) { return hidden.hides(s.id, s.path); });
  }

  Language lang_;
  std::vector<Snapshot> before_, now_;
  std::vector<Failed> errors_;
  Unread unread_;
  std::uint64_t counts_[10] = {};
};

}  // namespace

std::unique_ptr<View> make_changes_view(const ReportOptions& options) {
  return std::make_unique<ChangesView>(options);
}

}  // namespace noticekit
