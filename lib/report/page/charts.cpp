#include "report/page/charts.hpp"

#include <algorithm>
#include <cmath>

#include "report/page/html.hpp"

namespace noticekit::page {
namespace {

constexpr int chart_width = 360;  // a phone's; wider screens scale it up a little
constexpr int row_height = 40;
constexpr int bar_height = 16;
constexpr int number_width = 44;  // right of the bar

std::string number(std::uint64_t n) { return std::to_string(n); }

std::uint64_t total(const Bar& bar) {
  std::uint64_t n = 0;
  for (const std::uint64_t part : bar.parts) n += part;
  return n;
}

/// "已完成 3，未载明 1": the bar in words, for its tooltip and for those who hear it.
std::string in_words(const Chart& chart, const Bar& bar) {
  std::string out = bar.label + ": ";
  if (chart.series.size() < 2) return out + number(total(bar));
  bool first = true;
  for (std::size_t i = 0; i < bar.parts.size(); ++i) {
    if (bar.parts[i] == 0) continue;
    out += (first ? "" : ", ") + chart.series[i] + " " + number(bar.parts[i]);
    first = false;
  }
  return out;
}

void begin_figure(std::string& out, const std::string& id, const std::string& title) {
  out += "<figure class=\"chart\" id=\"" + text(id) + "\"><figcaption>" + text(title) +
         "</figcaption>\n";
}

void end_figure(std::string& out, const std::string& note) {
  if (!note.empty()) put_element(out, "p", "note", note);
  out += "</figure>\n";
}

void begin_svg(std::string& out, int width, int height, const std::string& described_by,
               const std::string& title, const std::string& words) {
  out += "<svg viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(height) +
         "\" role=\"img\" aria-labelledby=\"" + described_by + "-t " + described_by +
         "-d\"><title id=\"" + described_by + "-t\">" + text(title) + "</title><desc id=\"" +
         described_by + "-d\">" + text(words) + "</desc>\n";
}

void put_legend(std::string& out, const Chart& chart) {
  if (chart.series.size() < 2) return;
  out += "<ul class=\"legend\">";
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    out +=
        "<li><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" "
        "class=\"c" +
        std::to_string(i) + "\"/></svg>" + text(chart.series[i]) + "</li>";
  }
  out += "</ul>\n";
}

void put_bar(std::string& out, const Chart& chart, const Bar& bar, int y, double scale) {
  out += "<g><title>" + text(in_words(chart, bar)) + "</title><text x=\"0\" y=\"" +
         std::to_string(y + 13) + "\">" + text(bar.label) + "</text>";
  double x = 0;
  for (std::size_t i = 0; i < bar.parts.size(); ++i) {
    if (bar.parts[i] == 0) continue;
    const double width = static_cast<double>(bar.parts[i]) * scale;
    const auto tenth = [](double v) {
      const auto n = static_cast<std::int64_t>(std::lround(v * 10));
      return std::to_string(n / 10) + "." + std::to_string(n % 10);
    };
    out += "<rect class=\"c" + std::to_string(i) + "\" x=\"" + tenth(x) + "\" y=\"" +
           std::to_string(y + 19) + "\" width=\"" + tenth(width) + "\" height=\"" +
           std::to_string(bar_height) + "\"/>";
    x += width;
  }
  out += "<text class=\"value\" x=\"" + std::to_string(static_cast<int>(std::ceil(x)) + 6) +
         "\" y=\"" + std::to_string(y + 32) + "\">" + number(total(bar)) + "</text></g>\n";
}

/// The name of a row or column at the map's edge.
void put_edge(std::string& out, const std::string& x, const std::string& y,
              const std::string& name) {
  out += "<text class=\"edge\" x=\"" + x + "\" y=\"" + y + "\">" + name + "</text>";
}

struct Square {
  std::string x, y, size;
};

void put_square(std::string& out, const Square& at, int shade, const std::string& title) {
  out += "<rect class=\"h" + std::to_string(shade) + "\" x=\"" + at.x + "\" y=\"" + at.y +
         "\" width=\"" + at.size + "\" height=\"" + at.size + "\"><title>" + text(title) +
         "</title></rect>";
}

/// Which two a cell of the map is of, and how much they share.
std::string shared(const Map& map, const Map::Cell& c) {
  return map.labels[c.column] + " – " + map.labels[c.row] + ": " +
         std::to_string(static_cast<int>(std::lround(c.share * 100))) + "%";
}

}  // namespace

void put_chart(std::string& out, const Chart& chart) {
  std::uint64_t most = 0;
  std::string words;
  for (const Bar& bar : chart.bars) {
    most = std::max(most, total(bar));
    if (!words.empty()) words += "; ";
    words += in_words(chart, bar);
  }
  if (most == 0) return;
  begin_figure(out, chart.id, chart.title);
  put_legend(out, chart);
  const int height = static_cast<int>(chart.bars.size()) * row_height;
  begin_svg(out, chart_width, height, chart.id, chart.title, words);
  const double scale = (chart_width - number_width) / static_cast<double>(most);
  int y = 0;
  for (const Bar& bar : chart.bars) {
    put_bar(out, chart, bar, y, scale);
    y += row_height;
  }
  out += "</svg>\n";
  end_figure(out, chart.note);
}

void put_map(std::string& out, const Map& map) {
  if (map.cells.empty()) return;
  constexpr int side = 360, room = 24;  // room for the numbers at the edge
  const auto n = static_cast<int>(map.labels.size());
  const double step = static_cast<double>(side - room) / n;
  const auto at = [&](std::uint32_t i) {
    return std::to_string(static_cast<int>(std::lround(room + step * i)));
  };
  std::string words;
  for (const Map::Cell& c : map.cells) {
    if (!words.empty()) words += "; ";
    words += shared(map, c);
  }
  begin_figure(out, map.id, map.title);
  begin_svg(out, side, side, map.id, map.title, words);
  for (std::uint32_t i = 0; i < map.labels.size(); ++i) {
    const std::string middle = std::to_string(static_cast<int>(room + step * (i + 0.5)));
    const std::string name = std::to_string(i + 1);
    put_edge(out, middle, "14", name);
    put_edge(out, "10", middle, name);
  }
  const std::string size = std::to_string(std::max(2, static_cast<int>(step) - 1));
  for (const Map::Cell& c : map.cells) {
    const int shade = std::clamp(static_cast<int>(std::ceil(c.share * 5)), 1, 5);
    const std::string title = shared(map, c);
    for (const auto& [x, y] : {std::pair(c.column, c.row), std::pair(c.row, c.column)})
      put_square(out, {at(x), at(y), size}, shade, title);
  }
  out += "</svg>\n<ol class=\"names\">";
  for (const std::string& label : map.labels) put_element(out, "li", "", label);
  out += "</ol>\n";
  end_figure(out, map.note);
}

}  // namespace noticekit::page
