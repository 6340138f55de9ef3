// Joins a view to a format, row by row.
#include "noticekit/report.hpp"

#include "report/view.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

struct NamedView {
  NamedAbout named;
  std::unique_ptr<View> (*make)(Language);
};

constexpr NamedView views[] = {
    {{"summary", "统计表: one row per notice and a total"}, make_summary_view},
    {{"ledger", "整改台账: one row per finding"}, make_ledger_view},
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

struct Report::Parts {
  std::unique_ptr<View> view;
  std::unique_ptr<TableWriter> writer;
  bool begun = false;

  void begin(std::string& out) {
    if (begun) return;
    begun = true;
    writer->begin(view->title(), view->columns(), out);
  }
  [[nodiscard]] EmitRow emit(std::string& out) const {
    return [this, &out](const Row& row) { writer->row(row, out); };
  }
};

Report::Report(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Report::Report(Report&&) noexcept = default;
Report& Report::operator=(Report&&) noexcept = default;
Report::~Report() = default;

Result<Report> Report::make(std::string_view view, const ReportOptions& options) {
  auto parts = std::make_unique<Parts>();
  for (const NamedView& v : views) {
    if (view == v.named.name) parts->view = v.make(options.lang);
  }
  if (!parts->view) return unknown_name("view", view, list_views());
  parts->writer = make_writer(options);
  if (!parts->writer) return unknown_name("format", options.format, list_formats(view));
  return Report(std::move(parts));
}

void Report::add(const Notice& notice, const Labels* labels, std::string& out) {
  parts_->begin(out);
  parts_->view->add(notice, labels, parts_->emit(out));
}

void Report::add_error(std::string_view id, std::string_view stage, const Error& error,
                       std::string& out) {
  parts_->begin(out);
  std::string words = std::string(stage) + ": " + errc_name(error.code) + ": " + error.message;
  parts_->view->add_error(id, words, parts_->emit(out));
}

void Report::finish(std::string& out) {
  parts_->begin(out);
  parts_->view->finish(parts_->emit(out));
  parts_->writer->end(parts_->view->notes(), out);
}

}  // namespace noticekit
