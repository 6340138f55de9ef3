// Joins a view to a format, row by row.
#include "noticekit/report.hpp"

#include <algorithm>
#include <set>

#include "noticekit/version.hpp"
#include "report/audit/audit.hpp"
#include "report/mask.hpp"
#include "report/phrasing.hpp"
#include "report/shape.hpp"
#include "report/view.hpp"
#include "report/where.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

struct NamedView {
  NamedAbout named;
  std::unique_ptr<View> (*make)(const ReportOptions&);
  bool needs_rules = false;
  /// What is wrong with the options, for this view.
  std::optional<Error> (*refuse)(const ReportOptions&) = nullptr;
};

std::optional<Error> refuse_audit(const ReportOptions& options) {
  auto checks = audit::chosen_checks(options);
  return checks ? std::nullopt : std::optional<Error>(std::move(checks).take_error());
}

/// A page shows everything; what would be ignored in silence is refused.
std::optional<Error> refuse_page(const ReportOptions& o) {
  if (o.where.empty() && o.group_by.empty() && o.sort.empty() && o.columns.empty())
    return std::nullopt;
  return Error{Errc::bad_usage,
               "briefing takes no --where, --group-by, --sort or --columns; choose in the page",
               {}};
}

constexpr NamedView views[] = {
    {{"summary", "统计表: one row per notice and a total"}, make_summary_view},
    {{"ledger", "整改台账: one row per finding"}, make_ledger_view},
    {{"lists", "三清单一台账: findings, tasks, duties and the ledger"}, make_lists_view},
    {{"common", "共性问题清单: topics that several units share"}, make_common_view},
    {{"audit", "疑点清单: checks of every notice and of the folder"},
     make_audit_view,
     true,
     refuse_audit},
    {{"similar", "雷同: passages that notices share, both places, shares in percent"},
     make_similar_view,
     true},
    {{"changes", "what differs from an earlier run: OLD NEW, or --state FILE"}, make_changes_view},
    {{"briefing", "one page: figures, charts, a ledger with filters, audit, shared passages"},
     make_briefing_view,
     true,
     refuse_page},
};

}  // namespace

const std::vector<NamedAbout>& list_views() {
  static const std::vector<NamedAbout> all = [] {
    std::vector<NamedAbout> out;
    for (const NamedView& v : views) out.push_back(v.named);
    return out;
  }();
  return all;
}

bool view_needs_rules(std::string_view view) {
  return std::any_of(std::begin(views), std::end(views),
                     [&](const NamedView& v) { return v.named.name == view && v.needs_rules; });
}

std::unique_ptr<View> make_view(std::string_view name, const ReportOptions& options) {
  for (const NamedView& v : views) {
    if (name == v.named.name && !(v.needs_rules && options.rules == nullptr))
      return v.make(options);
  }
  return nullptr;
}

struct Report::Parts {
  explicit Parts(const ReportOptions& o) : lang(o.lang), mask(o) {}

  /// What the report was made from, for formats that say it.
  [[nodiscard]] std::vector<std::string> made_from() const {
    std::string digests;
    for (const std::string& d : rules) digests += (digests.empty() ? "" : ", ") + d;
    const bool en = lang == Language::en;
    std::vector<std::string> out;
    out.push_back((en ? "Made from " : "数据来源：") + documents(notices, lang) +
                  (errors > 0
                       ? (en ? ", not usable: " : "，另有未能处理：") + documents(errors, lang)
                       : std::string()));
    if (!digests.empty()) out.push_back((en ? "Rules: " : "规则摘要：") + digests);
    out.push_back((en ? "Program: notice-report " : "程序：notice-report ") +
                  std::string(version()));
    return out;
  }

  std::set<std::string> rules;  // digests, as the notices say
  std::uint64_t notices = 0, errors = 0;
  Language lang;
  MaskChoice mask;
  MaskCounts masked;
  std::unique_ptr<View> view;
  std::unique_ptr<TableWriter> writer;
  std::vector<Shape> shapes;              // one a table
  std::vector<TableHead> more;            // tables after the first
  std::vector<std::vector<Row>> waiting;  // their rows, which are written when the first is done
  bool begun = false;

  void begin(std::string& out) {
    if (begun || view->is_page()) return;
    begun = true;
    waiting.resize(more.size());
    writer->begin(view->title(), shapes[0].columns(), out);
  }
  void begin_unless_silent(std::string& out) {
    if (!view->silent_without_rows()) begin(out);
  }
  [[nodiscard]] EmitRow emit(std::string& out) {
    return [this, &out](Row row) {
      begin(out);
      if (row.table == 0) {
        shapes[0].add(std::move(row), [&](const Row& shown) { writer->row(shown, out); });
      } else {
        auto& rows = waiting.at(row.table - 1U);
        Shape& shape = shapes.at(row.table);
        shape.add(std::move(row), [&](Row shown) {
          shown.about = {};
          rows.push_back(std::move(shown));
        });
      }
    };
  }
  /// The tables of the view, each shaped as the options say.
  std::optional<Error> make_shapes(const ReportOptions& options) {
    more = view->more_tables();
    auto first = Shape::make(options, view->columns(), true);
    if (!first) return std::move(first).take_error();
    shapes.push_back(std::move(*first));
    for (const TableHead& table : more)
      shapes.push_back(std::move(*Shape::make(options, table.columns, false)));
    return std::nullopt;
  }
  void write_waiting(std::string& out) {
    const auto write = [&](const Row& row) { writer->row(row, out); };
    shapes[0].finish(write);
    for (std::size_t i = 0; i < more.size(); ++i) {
      writer->next(more[i].key, more[i].title, shapes[i + 1].columns(), out);
      for (const Row& row : waiting[i]) write(row);
      shapes[i + 1].finish(write);
    }
  }
};

Report::Report(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Report::Report(Report&&) noexcept = default;
Report& Report::operator=(Report&&) noexcept = default;
Report::~Report() = default;

namespace {

/// A page goes from hand to hand, so it hides what belongs to private people unless told "none".
ReportOptions with_mask(std::string_view view, ReportOptions options) {
  if (options.mask == std::vector<std::string>{"none"}) {
    options.mask.clear();
  } else if (options.mask.empty() && view == "briefing") {
    options.mask = {"all"};
  }
  return options;
}

}  // namespace

Result<Report> Report::make(std::string_view view, const ReportOptions& given) {
  const ReportOptions options = with_mask(view, given);
  auto parts = std::make_unique<Parts>(options);
  for (const NamedView& v : views) {
    if (view != v.named.name) continue;
    if (v.needs_rules && options.rules == nullptr)
      return Error{Errc::bad_usage, "the view " + std::string(view) + " needs rules", {}};
    if (auto e = v.refuse != nullptr ? v.refuse(options) : std::nullopt) return std::move(*e);
    if (auto e = MaskChoice::check(options)) return std::move(*e);
    if (auto where = Condition::parse(options.where); !where) return std::move(where).take_error();
    parts->view = v.make(options);
    if (auto e = parts->make_shapes(options)) return std::move(*e);
  }
  if (!parts->view) return unknown_name("view", view, list_views());
  if (parts->view->is_page() && options.format != "html")
    return unknown_name("format", options.format, list_formats(view));
  parts->writer = make_writer(options);
  if (!parts->writer) return unknown_name("format", options.format, list_formats(view));
  return Report(std::move(parts));
}

void Report::add(const Notice& notice, const Labels* labels, std::string& out) {
  parts_->begin_unless_silent(out);
  ++parts_->notices;
  if (!notice.rules.empty()) parts_->rules.insert(notice.rules);
  if (!parts_->mask.any() || parts_->view->masks_by_itself()) {
    parts_->view->add(notice, labels, parts_->emit(out));
    return;
  }
  const Masker masker = parts_->mask.of(notice);
  parts_->masked.add(masker);
  if (masker.hides_nothing()) {
    parts_->view->add(notice, labels, parts_->emit(out));
  } else {
    parts_->view->add(MaskChoice::masked(notice, masker), labels, parts_->emit(out));
  }
}

void Report::add_earlier(const Notice& notice, const Labels* labels) {
  if (parts_->mask.any()) {
    parts_->view->add_earlier(MaskChoice::masked(notice, parts_->mask.of(notice)), labels);
  } else {
    parts_->view->add_earlier(notice, labels);
  }
}

void Report::add_earlier_error(std::string_view id, std::string_view stage, const Error& error) {
  parts_->view->add_earlier_error(id, stage, error);
}

void Report::add_error(std::string_view id, std::string_view stage, const Error& error,
                       std::string& out) {
  parts_->begin_unless_silent(out);
  ++parts_->errors;
  std::string words = std::string(stage) + ": " + errc_name(error.code) + ": " + error.message;
  parts_->view->add_unread(id, stage, error);
  parts_->view->add_error(id, words, parts_->emit(out));
}

void Report::finish(std::string& out) {
  parts_->begin_unless_silent(out);
  parts_->view->finish(parts_->emit(out));
  if (parts_->view->is_page()) parts_->view->write_page(out);
  if (!parts_->begun) return;
  parts_->write_waiting(out);
  std::vector<std::string> notes = parts_->view->notes();
  if (std::string words = parts_->masked.words(parts_->lang); !words.empty())
    notes.push_back(std::move(words));
  parts_->writer->made_from(parts_->made_from());
  parts_->writer->end(notes, out);
}

std::string_view Report::gravest() const { return parts_->view->gravest(); }

}  // namespace noticekit
