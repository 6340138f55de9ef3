// Labels that a person gives: they win over rules and model. Comes after label.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/error.hpp"
#include "noticekit/label.hpp"

namespace noticekit {

/// One row of a table of corrections.
struct Correction {
  std::string notice;               ///< id of the record
  std::string finding;              ///< id of the finding
  std::string kind;                 ///< "topics", "dimension" or "measure_types"
  std::optional<unsigned> measure;  ///< 1-based, for measure_types
  std::vector<std::string> labels;  ///< ids or Chinese names, most central first
  std::string text;                 ///< the problem or measure that was corrected; may be empty
  unsigned line = 0;                ///< 1-based, in the table
};

/// Reads a CSV table, in any encoding that documents may have, with a head line that has the
/// columns id, finding, kind, measure and label, as `notice-classify --low-confidence` writes it;
/// several labels are parted by spaces. The column text may be missing: it finds the finding again
/// where it has another number since. Rows with an empty label say nothing. **Errors**: bad_usage
/// with the line: a column that is missing, a kind or label that the taxonomy does not have, a
/// quotation mark that is never closed, bytes that are no text.
Result<std::vector<Correction>> read_corrections(std::string_view bytes, const Taxonomy& taxonomy);

/// Puts the corrections of this notice in place of what `labels` says. One corrected topic leaves
/// the further topics of the finding where they are; several take the place of all. Returns the
/// indexes of those that found their finding.
std::vector<std::size_t> correct(const Notice& notice, const Taxonomy& taxonomy,
                                 const std::vector<Correction>& corrections, Labels& labels);

}  // namespace noticekit
