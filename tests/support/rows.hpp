// What a report says, read back from its JSON lines: an independent look at cells.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit::testing {

inline std::vector<nlohmann::ordered_json> rows_of(const std::string& jsonl) {
  std::vector<nlohmann::ordered_json> rows;
  std::istringstream lines(jsonl);
  for (std::string line; std::getline(lines, line);) {
    rows.push_back(nlohmann::ordered_json::parse(line));
  }
  return rows;
}

/// The rows of a view over `notices`, each with its labels or null.
template <class Notices>
std::vector<nlohmann::ordered_json> report_rows(std::string_view view, const Notices& notices,
                                                Language lang = Language::zh) {
  ReportOptions options;
  options.format = "jsonl";
  options.lang = lang;
  auto report = Report::make(view, options);
  std::string out;
  for (const auto& [notice, labels] : notices) report->add(notice, labels, out);
  report->finish(out);
  return rows_of(out);
}

}  // namespace noticekit::testing
