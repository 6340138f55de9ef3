#include "text/pipe_table.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace noticekit {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view without_blanks(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(blanks) + 1 - begin);
}

/// The strokes of the row that stands at `at`.
void strokes(std::string_view line, std::size_t at, std::vector<Special>& out) {
  const std::string_view row = without_blanks(line);
  const auto indent = static_cast<std::size_t>(row.data() - line.data());
  for (std::size_t i = row.find('|'); i != std::string_view::npos; i = row.find('|', i + 1)) {
    if (i > 0 && row[i - 1] == '\\') continue;
    const bool edge = i == 0 || i + 1 == row.size();
    out.push_back(
        {static_cast<std::uint32_t>(at + indent + i), edge ? Kind::markup : Kind::tab, 1});
  }
}

/// The line under the headings: |---|:---:|
bool is_rule_of_table(std::string_view line) {
  const std::string_view row = without_blanks(line);
  return row.find_first_not_of("|-: \t") == std::string_view::npos &&
         row.find('|') != std::string_view::npos && row.find("--") != std::string_view::npos;
}

/// All of a line but its blanks.
void whole_line(std::string_view line, std::size_t at, std::vector<Special>& out) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (blanks.find(line[i]) == std::string_view::npos)
      out.push_back({static_cast<std::uint32_t>(at + i), Kind::markup, 1});
  }
}

}  // namespace

bool find_pipe_tables(std::string_view text, std::vector<Special>& specials) {
  if (text.find('|') == std::string_view::npos) return false;
  std::vector<Special> found;
  std::string_view above;
  std::size_t above_at = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const bool strokes_in = line.find('|') != std::string_view::npos;
    if (!inside && strokes_in && is_rule_of_table(line) &&
        above.find('|') != std::string_view::npos) {
      inside = true;
      strokes(above, above_at, found);
      whole_line(line, at, found);
    } else if (inside && strokes_in) {
      strokes(line, at, found);
    } else {
      inside = false;
    }
    above = line;
    above_at = at;
    at = end + 1;
  }
  if (found.empty()) return false;
  std::vector<Special> all;
  all.reserve(specials.size() + found.size());
  std::merge(specials.begin(), specials.end(), found.begin(), found.end(), std::back_inserter(all),
             [](const Special& a, const Special& b) { return a.at < b.at; });
  specials = std::move(all);
  return true;
}

}  // namespace noticekit
