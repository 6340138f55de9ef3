// What of a notice is compared between two runs. Comes before compare.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "noticekit/notice.hpp"
#include "report/phrasing.hpp"

namespace noticekit::changes {

struct FindingState {
  std::string id;
  std::string problem;
  StatusValue status = StatusValue::unclear;
  std::string detail, measures, outcomes, results, deadline;
  std::size_t line = 0;  ///< 1-based, of the problem
};

/// A number as the notice prints it, by what it counts; a total of one unit has that unit behind.
using Numbers = std::map<std::string, std::string>;

struct Snapshot {
  std::string id;
  std::string path;  ///< of the document it was read from
  std::string title;
  std::string unit;
  std::string text;                          ///< to tell whether anything changed at all
  std::string published, feedback, started;  ///< as far as they are known, else as printed
  std::vector<FindingState> findings;
  Numbers numbers;
};

Snapshot snapshot_of(const Notice& notice, Language lang);

}  // namespace noticekit::changes
