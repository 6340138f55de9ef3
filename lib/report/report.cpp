// Joins a view to a format, row by row.
#include "noticekit/report.hpp"

#include <algorithm>

#include "report/view.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

struct NamedView {
  NamedAbout named;
  std::unique_ptr<View> (*make)(const ReportOptions&);
  bool needs_rules = false;
};

constexpr NamedView views[] = {
    {{"summary", "统计表: one row per notice and a total"}, make_summary_view},
    {{"ledger", "整改台账: one row per finding"}, make_ledger_view},
    {{"similar", "雷同: passages that notices share, both places, shares in percent"},
     make_similar_view,
     true},
    {{"changes", "what differs from an earlier run: OLD NEW, or --state FILE"}, make_changes_view},
    {{"briefing", "one page: figures, charts, a ledger with filters, audit, shared passages"},
     make_briefing_view,
     true},
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
  std::unique_ptr<View> view;
  std::unique_ptr<TableWriter> writer;
  std::vector<TableHead> more;            // tables after the first
  std::vector<std::vector<Row>> waiting;  // their rows, which are written when the first is done
  bool begun = false;

  void begin(std::string& out) {
    if (begun || view->is_page()) return;
    begun = true;
    more = view->more_tables();
    waiting.resize(more.size());
    writer->begin(view->title(), view->columns(), out);
  }
  void begin_unless_silent(std::string& out) {
    if (!view->silent_without_rows()) begin(out);
  }
  [[nodiscard]] EmitRow emit(std::string& out) {
    return [this, &out](Row row) {
      begin(out);
      if (row.table == 0) {
        writer->row(row, out);
      } else {
        row.about = {};
        waiting.at(row.table - 1U).push_back(std::move(row));
      }
    };
  }
  void write_waiting(std::string& out) {
    for (std::size_t i = 0; i < more.size(); ++i) {
      writer->next(more[i].key, more[i].title, more[i].columns, out);
      for (const Row& row : waiting[i]) writer->row(row, out);
    }
  }
};

Report::Report(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Report::Report(Report&&) noexcept = default;
Report& Report::operator=(Report&&) noexcept = default;
Report::~Report() = default;

Result<Report> Report::make(std::string_view view, const ReportOptions& options) {
  auto parts = std::make_unique<Parts>();
  for (const NamedView& v : views) {
    if (view != v.named.name) continue;
    if (v.needs_rules && options.rules == nullptr)
      return Error{Errc::bad_usage, "the view " + std::string(view) + " needs rules", {}};
    parts->view = v.make(options);
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
  parts_->view->add(notice, labels, parts_->emit(out));
}

void Report::add_earlier(const Notice& notice, const Labels* labels) {
  parts_->view->add_earlier(notice, labels);
}

void Report::add_error(std::string_view id, std::string_view stage, const Error& error,
                       std::string& out) {
  parts_->begin_unless_silent(out);
  std::string words = std::string(stage) + ": " + errc_name(error.code) + ": " + error.message;
  parts_->view->add_error(id, words, parts_->emit(out));
}

void Report::finish(std::string& out) {
  parts_->begin_unless_silent(out);
  parts_->view->finish(parts_->emit(out));
  if (parts_->view->is_page()) parts_->view->write_page(out);
  if (!parts_->begun) return;
  parts_->write_waiting(out);
  parts_->writer->end(parts_->view->notes(), out);
}

}  // namespace noticekit
