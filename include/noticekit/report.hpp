// Tables out of notices. Comes after label.hpp; nothing comes after it. A view says which rows a
// notice makes, a format says how rows look, and neither knows the other. Fed one notice at a time:
// a ledger of a hundred thousand findings never holds their notices.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"
#include "noticekit/rules.hpp"
#include "noticekit/values.hpp"

namespace noticekit {

/// One cell. std::monostate is "not stated": an empty cell, which is neither zero nor an empty
/// text. A Decimal without places is an integer. A Date is printed as far as it is known (iso());
/// its span means nothing here.
using Cell = std::variant<std::monostate, std::string, Decimal, Date>;

enum class Align : std::uint8_t { left, right };
enum class Language : std::uint8_t { zh, en };

/// One column of a table.
struct Column {
  std::string key;  ///< snake_case, for machines
  std::string zh;   ///< heading as the offices print it
  std::string en;   ///< heading in English
  Align align = Align::left;
  std::uint16_t width = 16;  ///< widest in a text table; **Units**: terminal columns
};

/// What a row stands for. Totals count `entry` rows only.
enum class RowKind : std::uint8_t {
  entry,      ///< a notice or a finding
  uncounted,  ///< listed, but of a genre that is kept out of the statistics
  error,      ///< a document that could not be used
  total       ///< sums of the rows above
};
const char* row_kind_name(RowKind kind);

/// What a row is about: filters, groups and masks look there. Valid while its notice is being
/// added; a row that sums up many has none.
struct Subject {
  const Notice* notice = nullptr;
  const Labels* labels = nullptr;
  std::int32_t finding = -1;  ///< index into Notice::findings; -1: the whole notice
};

struct Row {
  RowKind kind = RowKind::entry;
  std::vector<Cell> cells;  ///< parallel to the columns
  std::uint8_t table = 0;   ///< which of the view's tables
  Subject about = {};
};

/// A whole table. Formats that write row by row never hold one.
struct Table {
  std::string title;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::string> notes;  ///< sentences about the table; formats of bare rows omit them
};

/// What the audit is to look for. A check is named by its id ("count.rate") or its family
/// ("count").
struct AuditOptions {
  std::vector<std::string> enable;    ///< only these; all where empty
  std::vector<std::string> disable;   ///< none of these
  std::vector<std::string> severity;  ///< "count.rate=warn"
  std::vector<std::string> roster;    ///< units that should have reported
  bool verdicts = false;              ///< a row for every check of every notice
};

/// The units that a roster names, one a line, whatever its encoding and line ends; blank lines and
/// those that begin with # say nothing. **Errors**: bad_usage with the line, where it is no text.
Result<std::vector<std::string>> read_roster(std::string_view bytes);

/// From when on a topic counts as common: either will do.
struct CommonOptions {
  std::uint32_t least_units = 3;
  std::uint32_t least_percent = 30;
};

struct ReportOptions {
  std::string format = "text";   ///< one of list_formats()
  Language lang = Language::zh;  ///< of headings and remarks; quotations stay Chinese
  bool bom = true;               ///< csv: begin with a byte order mark, as spreadsheets want
  std::uint32_t width = 0;       ///< text: terminal columns to fit into; 0 = unlimited
  bool wide_ambiguous = false;  ///< text: “ ” … · take two columns, as in old Chinese terminals
  const Rules* rules = nullptr;  ///< for masks and views that need rules: see view_needs_rules()
  /// What to hide: names, officials, phones, ids, addresses; all: all but officials.
  /// The briefing hides all unless told none.
  std::vector<std::string> mask;
  AuditOptions audit;
  CommonOptions common;
  std::string where;     ///< "topic=party_dues and status=unclear"; see report/where.hpp
  std::string group_by;  ///< issuer, tier, year, group, dimension, topic
  std::string sort;      ///< keys of columns, parted by commas; -key: downwards
  std::string columns;   ///< keys of the columns shown, in this order; all where empty
};

/// Whether `view` can only be made with ReportOptions::rules.
bool view_needs_rules(std::string_view view);

struct NamedAbout {
  std::string_view name;
  std::string_view about;  ///< one line for --help
};
/// The views, in the order of the manual.
const std::vector<NamedAbout>& list_views();
/// The formats that `view` can be written in; empty where there is no such view.
const std::vector<NamedAbout>& list_formats(std::string_view view);
/// The format that a file name's suffix asks for; empty where it asks for none.
std::string_view format_of(std::string_view path);

/// The checks that the audit knows, as a table.
Table audit_catalogue(const Rules& rules, Language lang);

/// Appends a table of one's own. **Errors**: bad_usage for an unknown format.
Result<std::monostate> render(const Table& table, const ReportOptions& options, std::string& out);

/// One report in the making. What can be written is appended to `out` at once; `out` may be
/// emptied between calls.
class Report {
 public:
  /// **Errors**: bad_usage for an unknown view or format; the message lists those there are.
  static Result<Report> make(std::string_view view, const ReportOptions& options);
  Report(Report&&) noexcept;
  Report& operator=(Report&&) noexcept;
  ~Report();

  /// A notice of an earlier run, before any of this one. Views that compare no runs ignore it.
  void add_earlier(const Notice& notice, const Labels* labels);
  /// An error of the earlier run, which is no news where this run meets it again.
  void add_earlier_error(std::string_view id, std::string_view stage, const Error& error);
  /// Notices in the order they are to stand in. `labels` may be null: the notice then counts.
  void add(const Notice& notice, const Labels* labels, std::string& out);
  /// A document that became an error: listed and counted, never summed.
  void add_error(std::string_view id, std::string_view stage, const Error& error, std::string& out);
  /// Totals and notes. Call once, last; without any notice there is a table without rows.
  void finish(std::string& out);
  /// The gravest alarm so far: "error", "warn" or "info"; empty where there is none.
  [[nodiscard]] std::string_view gravest() const;

 private:
  struct Parts;
  explicit Report(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace noticekit
