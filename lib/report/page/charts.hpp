// Charts as inline SVG that stay readable on a phone: bars with their label above them and their
// numbers written out, and a map of squares. Every chart says in words what it shows. Comes after
// html.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace noticekit::page {

struct Bar {
  std::string label;
  std::vector<std::uint64_t> parts;  ///< parallel to Chart::series
};

/// Horizontal bars, in parts where there are several series.
struct Chart {
  std::string id;  ///< of the HTML element; plain letters
  std::string title;
  std::vector<std::string> series;  ///< at most 6, by colour
  std::vector<Bar> bars;
  std::string note;  ///< what is left out; may be empty
};

/// Texts against texts: how much each pair has in common.
struct Map {
  struct Cell {
    std::uint32_t row = 0, column = 0;  ///< indexes into labels, row > column
    double share = 0;                   ///< 0 to 1
  };
  std::string id, title;
  std::vector<std::string> labels;
  std::vector<Cell> cells;
  std::string note;
};

/// Nothing is written for a chart without bars.
void put_chart(std::string& out, const Chart& chart);
void put_map(std::string& out, const Map& map);

}  // namespace noticekit::page
