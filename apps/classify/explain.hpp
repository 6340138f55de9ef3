// Labels for people: each with its reasons, its runner-up and how sure it is; and those that are
// not sure, as a table for correction.
#pragma once

#include <string>
#include <string_view>

#include "noticekit/label.hpp"

namespace noticekit::cli {

/// Appends all labels of a notice, with words, places and shares.
void explain(std::string& out, const Notice& notice, const Labels& labels);

/// The head line of doubtful_labels(), with a byte order mark so that spreadsheets read it right.
std::string doubtful_head();

/// Appends one CSV line for each label of topics, dimension and measure types that is not sure:
/// of probability below 0.7 where a model gave one, else of a margin below 0.25, or without a
/// reason.
void doubtful_labels(std::string& out, const Notice& notice, const Labels& labels);

}  // namespace noticekit::cli
