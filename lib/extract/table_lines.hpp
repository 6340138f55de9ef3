// Which places stand in a table's row. Comes before the readers of facts: a cell is no prose.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "noticekit/span.hpp"
#include "outline/signs.hpp"

namespace noticekit {

/// Remembers the line it looked at last, so that many questions about one long line cost one walk.
class TableLines {
 public:
  TableLines(std::string_view text, const Signs& signs) : text_(text), any_(signs.has(Sign::tab)) {}

  /// Whether byte `at` stands in a row's cell that holds a bare entry, no prose: 46, 第一轮. A
  /// sentence that goes on (已完成。收回3万元) is prose, however short.
  bool bare_cell(std::size_t at) {
    if (!this->at(at)) return false;
    constexpr std::size_t prose = 36;  // bytes: twelve characters of Han
    const std::string_view words = slice(text_, cell(at));
    return words.size() < prose && words.find("。") == std::string_view::npos;
  }

  /// The cell that holds byte `at` of a row.
  [[nodiscard]] Span cell(std::size_t at) const {
    const std::size_t before = text_.find_last_of("\t\n", at == 0 ? 0 : at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return {begin, std::min(text_.find_first_of("\t\n", at), text_.size())};
  }

  /// Whether the line that holds byte `at` has a TAB in it.
  bool at(std::size_t at) {
    if (!any_) return false;
    if (at < begin_ || at >= end_) {
      begin_ = text_.rfind('\n', at == 0 ? 0 : at - 1) + 1;  // npos + 1 is 0
      if (begin_ > at) begin_ = 0;
      end_ = std::min(text_.find('\n', at), text_.size()) + 1;
      table_ = text_.substr(begin_, end_ - begin_).find('\t') != std::string_view::npos;
    }
    return table_;
  }

 private:
  std::string_view text_;
  bool any_;  ///< most texts have no table at all
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool table_ = false;
};

}  // namespace noticekit
