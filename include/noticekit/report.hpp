// Tables out of notices. Comes after label.hpp; nothing comes after it. A view says which rows a
// notice makes, a format says how rows look, and neither knows the other. Fed one notice at a time:
// a ledger of a hundred thousand findings never holds their notices.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"
#include "noticekit/record.hpp"
#include "noticekit/values.hpp"

namespace noticekit {

/// One cell. std::monostate is "not stated": an empty cell, which is neither zero nor an empty
/// text.
using Cell = std::variant<std::monostate, std::string, Decimal>;

/// One column of a table.
struct Column {
  std::string key;      ///< snake_case, for machines
  std::string heading;  ///< as the offices print it
  std::string english;
  bool numeric = false;  ///< aligned to the right
};

enum class Format : std::uint8_t { text, markdown, csv, jsonl };

struct ReportOptions {
  Format format = Format::text;
  bool english = false;     ///< headings and notes in English
  bool bom = true;          ///< csv: begin with a byte order mark, as spreadsheets want
  std::uint32_t width = 0;  ///< text: terminal columns to fit into; 0 = unlimited
};

std::optional<Format> format_from_name(std::string_view name);
/// The format that a file name's suffix asks for.
std::optional<Format> format_from_path(std::string_view path);
/// The views, in the order of the manual.
std::vector<std::string> view_names();

/// One report in the making. What can be written is appended to `out` at once; `out` may be
/// emptied between calls.
class Report {
 public:
  /// **Errors**: bad_usage for an unknown view.
  static Result<Report> make(std::string_view view, const ReportOptions& options);
  Report(Report&&) noexcept;
  Report& operator=(Report&&) noexcept;
  ~Report();

  /// Notices in the order they are to stand in. `labels` may be null: the notice then counts.
  void add(const Notice& notice, const Labels* labels, std::string& out);
  /// A document that became an error: listed and counted, never summed.
  void add(const ErrorRecord& error);
  /// Totals and notes. Call once, last; without any notice there is a table without rows.
  void finish(std::string& out);

 private:
  struct Parts;
  explicit Report(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace noticekit
