#include "report/shape.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "report/phrasing.hpp"
#include "report/tally.hpp"
#include "report/where.hpp"
#include "report/writer.hpp"

namespace noticekit {
namespace {

const std::vector<NamedAbout>& group_fields() {
  static const std::vector<NamedAbout> all = {{"issuer", ""}, {"tier", ""},      {"year", ""},
                                              {"group", ""},  {"dimension", ""}, {"topic", ""}};
  return all;
}

std::vector<std::string> parted(std::string_view list) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (comma > at) out.emplace_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

std::optional<std::size_t> find_column(const std::vector<Column>& columns, std::string_view key) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].key == key) return i;
  }
  return std::nullopt;
}

Error no_column(const std::vector<Column>& columns, std::string_view key) {
  std::vector<NamedAbout> known;
  known.reserve(columns.size());
  for (const Column& c : columns) known.push_back({c.key, {}});
  return unknown_name("column", key, known);
}

/// Numbers before dates before words; an empty cell is after all of them, either way.
int compare(const Cell& a, const Cell& b) {
  const auto rank = [](const Cell& c) {
    return std::holds_alternative<Decimal>(c) ? 0 : std::holds_alternative<Date>(c) ? 1 : 2;
  };
  if (rank(a) != rank(b)) return rank(a) - rank(b);
  if (const auto* x = std::get_if<Decimal>(&a)) {
    const auto& y = std::get<Decimal>(b);
    const double p = static_cast<double>(x->units), q = static_cast<double>(y.units);
    double scale = 1;
    for (int i = x->places; i < y.places; ++i) scale *= 10;
    double other = 1;
    for (int i = y.places; i < x->places; ++i) other *= 10;
    return p * scale < q * other ? -1 : p * scale > q * other ? 1 : 0;
  }
  return cell_words(a).compare(cell_words(b));
}

/// The group's name: the words of a code in Chinese, the code in English.
std::string group_of(std::string_view field, const Subject& about, Language lang) {
  const auto values = values_of(field, about);
  if (values.empty()) return Phrasing{"（未载明）", "(not stated)"}.in(lang);
  const bool named = values.size() > 1 && field != "issuer" && field != "year" && field != "group";
  return named && lang == Language::zh ? values[1] : values[0];
}

}  // namespace

Result<Shape> Shape::make(const ReportOptions& options, const std::vector<Column>& columns,
                          bool first) {
  Shape out;
  out.lang_ = options.lang;
  out.columns_ = columns;
  out.number_ = find_column(columns, "no");
  for (std::string key : parted(options.sort)) {
    const bool down = key.front() == '-';
    if (down) key.erase(0, 1);
    const auto at = find_column(columns, key);
    if (!at && first) return no_column(columns, key);
    if (at) out.keys_.push_back({*at, down});
  }
  if (!options.group_by.empty()) {
    const auto& known = group_fields();
    if (std::none_of(known.begin(), known.end(),
                     [&](const NamedAbout& g) { return g.name == options.group_by; }))
      return unknown_name("group", options.group_by, known);
    out.group_ = options.group_by;
    out.shown_.push_back({"grouped_by", "分组", "group", Align::left, 20});
  }
  for (const std::string& key : parted(options.columns)) {
    const auto at = find_column(columns, key);
    if (!at && first) return no_column(columns, key);
    if (at) out.picked_.push_back(*at);
  }
  if (out.picked_.empty()) {
    out.picked_.resize(columns.size());
    std::iota(out.picked_.begin(), out.picked_.end(), 0U);
  }
  for (const std::size_t c : out.picked_) out.shown_.push_back(columns[c]);
  return out;
}

Row Shape::shown(Row row) const {
  if (group_.empty() && picked_.size() == columns_.size()) return row;
  std::vector<Cell> cells;
  if (!group_.empty()) cells.emplace_back(row.cells.back());  // put there by add()
  for (const std::size_t c : picked_) cells.push_back(std::move(row.cells[c]));
  row.cells = std::move(cells);
  return row;
}

void Shape::add(Row row, const std::function<void(Row)>& pass) {
  if (!holds()) {
    pass(shown(std::move(row)));
    return;
  }
  const bool is_entry = row.kind == RowKind::entry || row.kind == RowKind::uncounted;
  std::string group;
  if (!group_.empty()) {
    if (is_entry) group = group_of(group_, row.about, lang_);
    row.cells.push_back(group.empty() ? Cell() : Cell(group));
  }
  row.about = {};
  if (is_entry) {
    rows_.push_back(std::move(row));
    groups_.push_back(std::move(group));
  } else {
    last_.push_back(std::move(row));
  }
}

void Shape::sort() {
  std::vector<std::size_t> order(rows_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (groups_[a] != groups_[b]) return groups_[a] < groups_[b];
    for (const Key& key : keys_) {
      const Cell &x = rows_[a].cells[key.column], &y = rows_[b].cells[key.column];
      const bool no_x = std::holds_alternative<std::monostate>(x);
      const bool no_y = std::holds_alternative<std::monostate>(y);
      if (no_x != no_y) return no_y;
      const int c = no_x ? 0 : compare(x, y);
      if (c != 0) return key.down ? c > 0 : c < 0;
    }
    return false;
  });
  std::vector<Row> rows;
  std::vector<std::string> groups;
  for (const std::size_t i : order) {
    rows.push_back(std::move(rows_[i]));
    groups.push_back(std::move(groups_[i]));
  }
  rows_ = std::move(rows);
  groups_ = std::move(groups);
}

/// The group's rows: how many, and the sums of their numbers.
Row Shape::subtotal(const std::string& group, std::size_t first, std::size_t last) const {
  Row out{RowKind::total, std::vector<Cell>(columns_.size() + 1)};
  out.cells.back() = group + Phrasing{" 小计", " subtotal"}.in(lang_);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (number_ == c) {
      out.cells[c] = Decimal{static_cast<std::int64_t>(last - first), 0};
      continue;
    }
    if (columns_[c].align != Align::right || columns_[c].key.ends_with("rate")) continue;
    std::optional<Decimal> added;
    for (std::size_t i = first; i < last; ++i) {
      const auto* value = std::get_if<Decimal>(&rows_[i].cells[c]);
      if (value != nullptr && rows_[i].kind == RowKind::entry)
        added = sum(added.value_or(Decimal{}), *value);
    }
    if (added) out.cells[c] = reduced(*added);
  }
  return out;
}

void Shape::finish(const std::function<void(Row)>& pass) {
  if (holds()) sort();
  std::int64_t number = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row row = rows_[i];
    if (number_ && !std::holds_alternative<std::monostate>(row.cells[*number_]))
      row.cells[*number_] = Decimal{++number, 0};
    pass(shown(std::move(row)));
    if (group_.empty() || (i + 1 < rows_.size() && groups_[i + 1] == groups_[i])) continue;
    pass(shown(subtotal(groups_[i], first, i + 1)));
    first = i + 1;
  }
  for (Row& row : last_) pass(shown(std::move(row)));
  rows_.clear();
  last_.clear();
}

}  // namespace noticekit
