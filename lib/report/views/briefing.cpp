// One page for everyone: figures, charts, a ledger that filters and sorts, audit and shared
// passages. Keeps the rows as HTML, and what its parts keep.
#include <algorithm>
#include <map>

#include "report/mask.hpp"
#include "report/page/charts.hpp"
#include "report/page/figures.hpp"
#include "report/page/finding_row.hpp"
#include "report/page/html.hpp"
#include "report/page/page.hpp"
#include "report/phrasing.hpp"
#include "report/view.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

using page::Section;

constexpr std::size_t most_in_map = 30;  // texts of the similarity map
constexpr std::size_t most_rows = 500;   // of a table that another view makes in full

/// Another view whose table stands in the page.
struct Part {
  const char* name;
  std::unique_ptr<View> view;
  Table table;

  [[nodiscard]] EmitRow emit() {
    return [this](Row row) {
      row.about = {};
      if (row.table == 0) table.rows.push_back(std::move(row));
    };
  }
};

class Briefing : public View {
 public:
  explicit Briefing(const ReportOptions& options)
      : lang_(options.lang), mask_(options), figures_(options.lang) {
    for (const char* name : {"summary", "audit", "similar"}) {
      if (auto view = make_view(name, options)) {
        Part part{name, std::move(view), {}};
        part.table.title = part.view->title();
        part.table.columns = part.view->columns();
        parts_.push_back(std::move(part));
      }
    }
  }

  std::string title() const override {
    return Phrasing{"巡察整改情况简报", "Rectification briefing"}.in(lang_);
  }
  std::vector<Column> columns() const override { return {}; }

  bool masks_by_itself() const override { return true; }

  void add(const Notice& printed, const Labels* labels, const EmitRow&) override {
    const Masker masker = mask_.of(printed);
    masks_.add(masker);
    const Notice n = MaskChoice::masked(printed, masker);
    for (std::size_t i = 0; i < n.findings.size(); ++i)
      page::put_finding(rows_, n, labels, i, ++findings_, lang_, choices_);
    figures_.add(n, labels);
    for (Part& part : parts_)
      part.view->add(part.view->masks_by_itself() ? printed : n, labels, part.emit());
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow&) override {
    errors_.emplace_back(id, words);
  }

  void finish(const EmitRow&) override {
    for (Part& part : parts_) {
      part.view->finish(part.emit());
      part.table.notes = part.view->notes();
    }
  }

  std::vector<std::string> notes() const override { return {}; }
  bool is_page() const override { return true; }

  void write_page(std::string& out) const override {
    std::vector<Section> sections;
    Section head{"figures", Phrasing{"概况", "Overview"}.in(lang_), {}};
    figures_.put_numbers(head.body);
    if (const std::string words = masks_.words(lang_); !words.empty())
      page::put_element(head.body, "p", "note", words);
    sections.push_back(std::move(head));
    Section charts{"charts", Phrasing{"图表", "Charts"}.in(lang_), {}};
    figures_.put_charts(charts.body);
    if (!charts.body.empty()) sections.push_back(std::move(charts));
    for (const Part& part : parts_) {
      if (std::string_view(part.name) == "summary") put_part(sections, part);
    }
    Section ledger{"ledger", Phrasing{"整改台账", "Ledger"}.in(lang_), {}};
    page::put_ledger(ledger.body, rows_, choices_, lang_);
    sections.push_back(std::move(ledger));
    for (const Part& part : parts_) {
      if (std::string_view(part.name) != "summary") put_part(sections, part);
    }
    if (!errors_.empty()) put_errors(sections);
    page::put_page(out, title(), lead(), sections, lang_);
  }

 private:
  void put_part(std::vector<Section>& sections, const Part& part) const {
    Section section{part.name, part.table.title, {}};
    if (std::string_view(part.name) == "similar") put_map(section.body, part.table);
    if (part.table.rows.empty()) {
      page::put_element(section.body, "p", "empty-note",
                        Phrasing{"没有需要列出的内容。", "Nothing to list."}.in(lang_));
      for (const std::string& note : part.table.notes)
        page::put_element(section.body, "p", "note", note);
    } else if (part.table.rows.size() <= most_rows) {
      page::put_table(section.body, part.table, lang_);
    } else {
      Table cut = part.table;
      const std::string all = std::to_string(cut.rows.size());
      cut.rows.resize(most_rows);
      cut.notes.push_back(lang_ == Language::en
                              ? "The first " + std::to_string(most_rows) + " of " + all +
                                    " rows; the view " + part.name + " lists all."
                              : "共" + all + "行，此处列前" + std::to_string(most_rows) +
                                    "行；全部见 " + part.name + " 视图。");
      page::put_table(section.body, cut, lang_);
    }
    sections.push_back(std::move(section));
  }

  /// Pairs of texts and what they have in common, from the table of shared passages.
  void put_map(std::string& out, const Table& table) const {
    const auto column = [&](std::string_view key) {
      const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                   [&](const Column& c) { return c.key == key; });
      return static_cast<std::size_t>(at - table.columns.begin());
    };
    const std::size_t one = column("source"), two = column("other_source"), both = column("both");
    if (std::max({one, two, both}) >= table.columns.size()) return;
    page::Map map{
        "map", Phrasing{"雷同图（两文相似度）", "Shared text, pair by pair"}.in(lang_), {}, {}, {}};
    std::map<std::string, std::uint32_t> indexes;
    bool left_out = false;
    const auto index = [&](const std::string& source) -> std::int64_t {
      const std::string id = source.substr(0, source.rfind(':'));
      const auto at = indexes.find(id);
      if (at != indexes.end()) return at->second;
      if (map.labels.size() == most_in_map) return -1;
      map.labels.push_back(id);
      return indexes[id] = static_cast<std::uint32_t>(map.labels.size() - 1);
    };
    for (const Row& row : table.rows) {
      const auto* share = std::get_if<Decimal>(&row.cells[both]);
      if (row.kind != RowKind::entry || share == nullptr) continue;
      const auto a = index(cell_words(row.cells[one])), b = index(cell_words(row.cells[two]));
      left_out |= a < 0 || b < 0;
      if (a < 0 || b < 0 || a == b) continue;
      const auto low = static_cast<std::uint32_t>(std::min(a, b));
      const auto high = static_cast<std::uint32_t>(std::max(a, b));
      const bool there = std::any_of(map.cells.begin(), map.cells.end(), [&](const auto& c) {
        return c.row == high && c.column == low;
      });
      if (!there) map.cells.push_back({high, low, static_cast<double>(share->units) / 1000});
    }
    if (left_out)
      map.note = Phrasing{"只画雷同文字最多的若干份。", "Only those that share most."}.in(lang_);
    page::put_map(out, map);
  }

  void put_errors(std::vector<Section>& sections) const {
    Section section{
        "errors", Phrasing{"未能处理的文件", "Documents that could not be used"}.in(lang_), "<ul>"};
    for (const auto& [id, words] : errors_) {
      std::string told = id;
      told.append(": ").append(words);
      page::put_element(section.body, "li", "", told);
    }
    section.body += "</ul>\n";
    sections.push_back(std::move(section));
  }

  [[nodiscard]] std::string lead() const {
    return Phrasing{"由公开通报整理；空白和“未载明”表示通报没有写，不作推断。本页不对行为作结论。",
                    "Made from the notices. What a notice does not state is left empty, nothing is "
                    "inferred; the page passes no verdict on conduct."}
        .in(lang_);
  }

  Language lang_;
  MaskChoice mask_;
  MaskCounts masks_;
  page::Figures figures_;
  page::Choices choices_;
  std::vector<Part> parts_;
  std::string rows_;
  std::uint64_t findings_ = 0;
  std::vector<std::pair<std::string, std::string>> errors_;
};

}  // namespace

std::unique_ptr<View> make_briefing_view(const ReportOptions& options) {
  return std::make_unique<Briefing>(options);
}

}  // namespace noticekit
