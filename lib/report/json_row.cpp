#include "report/json_row.hpp"

#include "report/writer.hpp"
#include "text/json_writer.hpp"

namespace noticekit {

void append_row(std::string& out, const Row& row, const std::vector<Column>& columns,
                std::string_view table) {
  // A string of its own: a writer makes room by what stands in its string already, and that of a
  // report holds all rows.
  std::string object;
  JsonWriter json(object);
  json.begin_object();
  json.key("row");
  json.string(row_kind_name(row.kind));
  if (!table.empty()) {
    json.key("table");
    json.string(table);
  }
  for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
    json.key(columns[i].key);
    const Cell& cell = row.cells[i];
    if (std::holds_alternative<std::monostate>(cell)) {
      json.null();
    } else if (const auto* number = std::get_if<Decimal>(&cell)) {
      json.raw(to_string(*number));
    } else {
      json.string(cell_words(cell));
    }
  }
  json.end_object();
  out += object;
}

}  // namespace noticekit
