#include "extract/quantities.hpp"

#include "extract/at.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

bool ends_with(std::string_view s, std::string_view what) {
  return s.size() >= what.size() && s.substr(s.size() - what.size()) == what;
}

/// 约12次, 不少于2名: what stands before the number.
Modifier modifier_before(std::string_view before) {
  for (const std::string_view w : {"不少于", "至少", "不低于", "最少"}) {
    if (ends_with(before, w)) return Modifier::at_least;
  }
  for (const std::string_view w : {"超过", "逾", "超"}) {
    if (ends_with(before, w)) return Modifier::more_than;
  }
  for (const std::string_view w : {"约", "近", "大约"}) {
    if (ends_with(before, w)) return Modifier::about;
  }
  return Modifier::none;
}

}  // namespace

void find_quantities(const MarkedDocument& document, const std::vector<Span>& taken,
                     const ExtractRules& rules, std::vector<Quantity>& out) {
  const std::string_view text = document.text;
  std::size_t next = 0;
  /// Reads the number at `i`; returns where to go on.
  const auto read = [&](std::size_t i) -> std::size_t {
    while (next < taken.size() && taken[next].end.value <= i) ++next;
    if (next < taken.size() && taken[next].begin.value <= i) return taken[next].end.value;
    const auto n = read_numeral(text.substr(i));
    if (!n) return i + 1;
    const std::size_t end = i + n->length;
    std::size_t unit_at = end;
    const bool more = text.substr(unit_at, 3) == "余" || text.substr(unit_at, 3) == "多";
    if (more) unit_at += 3;
    const auto unit = rules.quantities.match_as(document.all(), unit_at, "unit");
    if (!unit || names_item(text, i)) return end;
    Modifier modifier = more ? Modifier::more_than
                             : modifier_before(text.substr(i < 12 ? 0 : i - 12, i < 12 ? i : 12));
    std::size_t stop = unit->end;
    if (text.substr(stop, 6) == "以上") {
      modifier = Modifier::at_least;
      stop += 6;
    }
    const std::string_view name = text.substr(unit_at, unit->end - unit_at);
    if (out.empty()) out.reserve(16);
    out.push_back({n->value, std::string(name), modifier, {i, stop}, -1});
    return stop;
  };
  document.each_numeral({0, text.size()}, [&](std::size_t i) {
    while (is_digit(text, i)) i = read(i);
    return i;
  });
}

}  // namespace noticekit
