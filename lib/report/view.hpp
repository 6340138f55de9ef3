// A view's side of a report: which columns it has and which rows a notice makes. Comes after
// tally.hpp. To add a view: a file in views/, a maker here, a row in report.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

using EmitRow = std::function<void(Row)>;

/// A table of a view that has several.
struct TableHead {
  std::string key;  ///< snake_case, for machines
  std::string title;
  std::vector<Column> columns;
};

class View {
 public:
  virtual ~View() = default;
  [[nodiscard]] virtual std::string title() const = 0;
  [[nodiscard]] virtual std::vector<Column> columns() const = 0;
  /// The tables after the first, for views that make several; Row::table counts from 1 there.
  [[nodiscard]] virtual std::vector<TableHead> more_tables() const { return {}; }
  /// Whether a report without rows is nothing at all, not even headings.
  [[nodiscard]] virtual bool silent_without_rows() const { return false; }
  /// A notice of an earlier run, before any of this one; only views that compare runs want them.
  virtual void add_earlier(const Notice&, const Labels*) {}
  virtual void add(const Notice& notice, const Labels* labels, const EmitRow& emit) = 0;
  /// `words`: the error in a sentence.
  virtual void add_error(std::string_view id, const std::string& words, const EmitRow& emit) = 0;
  virtual void add_earlier_error(std::string_view, std::string_view, const Error&) {}
  /// The same error, before add_error(), for views that must know what it hides.
  virtual void add_unread(std::string_view, std::string_view, const Error&) {}
  /// Rows that stand at the end, such as totals.
  virtual void finish(const EmitRow& emit) = 0;
  /// Whether add() wants notices as they are, and hides what is to be hidden itself.
  [[nodiscard]] virtual bool masks_by_itself() const { return false; }
  /// The gravest alarm so far, in views that raise alarms.
  [[nodiscard]] virtual std::string_view gravest() const { return {}; }
  /// Sentences about the whole, after finish().
  [[nodiscard]] virtual std::vector<std::string> notes() const = 0;
  /// A view that makes a whole page instead of tables: html alone, written after finish().
  [[nodiscard]] virtual bool is_page() const { return false; }
  virtual void write_page(std::string&) const {}
};

std::unique_ptr<View> make_summary_view(const ReportOptions& options);
std::unique_ptr<View> make_ledger_view(const ReportOptions& options);
std::unique_ptr<View> make_lists_view(const ReportOptions& options);
std::unique_ptr<View> make_common_view(const ReportOptions& options);
std::unique_ptr<View> make_audit_view(const ReportOptions& options);
std::unique_ptr<View> make_similar_view(const ReportOptions& options);
std::unique_ptr<View> make_changes_view(const ReportOptions& options);
std::unique_ptr<View> make_briefing_view(const ReportOptions& options);

/// The view of this name; null where there is none, or where it needs rules that are not given.
std::unique_ptr<View> make_view(std::string_view name, const ReportOptions& options);

}  // namespace noticekit
