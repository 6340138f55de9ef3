// --columns, --sort, --group-by: what happens to rows between a view and a format. Comes after
// where.hpp. Rows pass at once where nothing is sorted or grouped; else they are held.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

/// One table's shape.
class Shape {
 public:
  /// **Errors**: bad_usage for a column or group that is not there. `first`: the view's first
  /// table; others leave out what they do not have.
  static Result<Shape> make(const ReportOptions& options, const std::vector<Column>& columns,
                            bool first);

  [[nodiscard]] const std::vector<Column>& columns() const { return shown_; }
  /// Passes the row on, or holds it until finish().
  void add(Row row, const std::function<void(Row)>& pass);
  void finish(const std::function<void(Row)>& pass);

 private:
  struct Key {
    std::size_t column;
    bool down;
  };
  [[nodiscard]] bool holds() const { return !keys_.empty() || !group_.empty(); }
  [[nodiscard]] Row shown(Row row) const;
  [[nodiscard]] Row subtotal(const std::string& group, std::size_t first, std::size_t last) const;
  void sort();

  Language lang_ = Language::zh;
  std::vector<Column> columns_, shown_;
  std::vector<std::size_t> picked_;  // columns shown, by the view's order
  std::vector<Key> keys_;
  std::string group_;
  std::optional<std::size_t> number_;  // the column that counts rows
  std::vector<Row> rows_, last_;
  std::vector<std::string> groups_;  // of rows_
};

}  // namespace noticekit
