#include <algorithm>
#include <array>
#include <charconv>

#include "classify/taxonomy.hpp"
#include "noticekit/correction.hpp"
#include "text/small_file.hpp"

namespace noticekit {
namespace {

using Cells = std::vector<std::string>;

Error bad(unsigned line, std::string message) {
  Error e{Errc::bad_usage, std::move(message), {}};
  e.where.line = line;
  return e;
}

/// What parts the cells: spreadsheets of some countries write semicolons, "text" files tabs.
char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
  for (const char c : {',', ';', '\t'}) {
    if (head.find(c) != std::string_view::npos) return c;
  }
  return ',';
}

/// Rows of a CSV table one after another; quoted cells may hold line ends. A line ends with LF, CR
/// LF or CR.
class Csv {
 public:
  explicit Csv(std::string_view text) : rest_(text), separator_(separator_of(text)) {}

  /// The line that the row just read began on.
  [[nodiscard]] unsigned line() const { return row_line_; }
  [[nodiscard]] bool unclosed() const { return unclosed_; }

  bool next(Cells& cells) {
    cells.clear();
    if (rest_.empty()) return false;
    row_line_ = line_;
    bool more = true;
    while (more) {
      cells.emplace_back();
      more = cell(cells.back());
    }
    return true;
  }

 private:
  /// Reads one cell; true where another follows in the row.
  bool cell(std::string& out) {
    bool quoted = false;
    while (!rest_.empty()) {
      const char c = rest_[0];
      rest_.remove_prefix(1);
      const bool line_end = c == '\n' || (c == '\r' && !rest_.starts_with('\n'));
      if (line_end) ++line_;
      if (c == '"') {
        if (quoted && !rest_.empty() && rest_[0] == '"') {
          out += '"';
          rest_.remove_prefix(1);
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && c == separator_) {
        return true;
      } else if (!quoted && line_end) {
        return false;
      } else if (quoted || c != '\r') {
        out += c;
      }
    }
    unclosed_ |= quoted;
    return false;
  }

  std::string_view rest_;
  char separator_;
  unsigned line_ = 1, row_line_ = 1;
  bool unclosed_ = false;
};

const LabelSet* set_of(std::string_view kind, const Taxonomy& t) {
  if (kind == "topics") return &t.topics;
  if (kind == "dimension") return &t.dimensions;
  return kind == "measure_types" ? &t.measure_types : nullptr;
}

const LabelEntry* entry(const LabelSet& set, std::string_view word) {
  const auto at = std::find_if(set.labels.begin(), set.labels.end(),
                               [&](const LabelEntry& l) { return l.id == word || l.name == word; });
  return at == set.labels.end() ? nullptr : &*at;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ;\t\n", at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

constexpr std::array columns = {"id", "finding", "kind", "measure", "label", "text"};
constexpr std::size_t needed_columns = 5;

/// The row as a correction; nothing where its label is empty.
Result<std::optional<Correction>> correction_of(const std::array<std::string, columns.size()>& row,
                                                unsigned line, const Taxonomy& taxonomy) {
  Correction out{row[0], row[1], row[2], std::nullopt, words(row[4]), row[5], line};
  if (out.text.starts_with('\'')) out.text.erase(0, 1);  // keeps spreadsheets from running it
  if (out.labels.empty()) return std::optional<Correction>();
  const LabelSet* set = set_of(out.kind, taxonomy);
  if (set == nullptr) {
    return bad(line, "the kind \"" + out.kind + "\" is none of topics, dimension, measure_types");
  }
  for (const std::string& word : out.labels) {
    if (entry(*set, word) == nullptr)
      return bad(line, "\"" + word + "\" is no label of " + out.kind + "; --codebook lists them");
  }
  if (out.kind == "measure_types") {
    unsigned n = 0;
    const auto [end, error] = std::from_chars(row[3].data(), row[3].data() + row[3].size(), n);
    if (error != std::errc() || n == 0 || end != row[3].data() + row[3].size())
      return bad(line, "measure_types needs the number of a measure, 1 for the first");
    out.measure = n;
  }
  return std::optional<Correction>(std::move(out));
}

Label by_person(const LabelSet& set, const std::string& word) {
  const LabelEntry* known = entry(set, word);
  Label out{known->id, known->name, 0, {}};
  out.by = LabelSource::person;
  return out;
}

void put_first(std::vector<Label>& labels, Label label) {
  labels.erase(std::remove_if(labels.begin(), labels.end(),
                              [&](const Label& l) { return l.id == label.id || l.why.empty(); }),
               labels.end());
  labels.insert(labels.begin(), std::move(label));
}

bool reads(const Notice& notice, const Finding& f, const Correction& c) {
  if (!c.measure) return slice(notice.text.utf8, f.problem) == c.text;
  return *c.measure <= f.measures.size() &&
         slice(notice.text.utf8, f.measures[*c.measure - 1].text) == c.text;
}

/// The finding of that number. A newer text of the notice may have other findings above it: then
/// the only one that reads as the row says.
std::size_t finding_of(const Notice& notice, const Correction& c) {
  const auto& all = notice.findings;
  const auto reads_so = [&](const Finding& f) { return reads(notice, f, c); };
  auto at =
      std::find_if(all.begin(), all.end(), [&](const Finding& f) { return f.id == c.finding; });
  const bool same = at != all.end() && reads_so(*at);
  if (!c.text.empty() && !same && std::count_if(all.begin(), all.end(), reads_so) == 1)
    at = std::find_if(all.begin(), all.end(), reads_so);
  return static_cast<std::size_t>(at - all.begin());
}

}  // namespace

Result<std::vector<Correction>> read_corrections(std::string_view bytes, const Taxonomy& taxonomy) {
  Decoded decoded;
  if (auto e = decode_small_file(bytes, "the table", "save it as CSV in UTF-8", decoded))
    return std::move(*e);
  Csv csv(decoded.utf8);
  Cells cells;
  if (!csv.next(cells)) return bad(1, "the table is empty");
  std::array<std::size_t, columns.size()> at{};
  for (std::size_t c = 0; c < columns.size(); ++c) {
    at[c] =
        static_cast<std::size_t>(std::find(cells.begin(), cells.end(), columns[c]) - cells.begin());
    if (at[c] == cells.size() && c < needed_columns)
      return bad(1, std::string("the head line lacks the column \"") + columns[c] + "\"");
  }
  std::vector<Correction> out;
  while (csv.next(cells)) {
    if (csv.unclosed()) return bad(csv.line(), "a quotation mark is never closed");
    if (cells.size() == 1 && cells[0].empty()) continue;
    std::array<std::string, columns.size()> row;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (at[c] < cells.size())
        row[c] = cells[at[c]];
      else if (c < needed_columns)
        return bad(csv.line(), "the row has fewer cells than the head");
    }
    auto one = correction_of(row, csv.line(), taxonomy);
    if (!one) return std::move(one).take_error();
    if (*one) out.push_back(std::move(**one));
  }
  return out;
}

std::vector<std::size_t> correct(const Notice& notice, const Taxonomy& taxonomy,
                                 const std::vector<Correction>& corrections, Labels& labels) {
  std::vector<std::size_t> done;
  for (std::size_t n = 0; n < corrections.size(); ++n) {
    const Correction& c = corrections[n];
    if (c.notice != notice.text.id) continue;
    const std::size_t i = finding_of(notice, c);
    if (i >= labels.findings.size()) continue;
    FindingLabels& to = labels.findings[i];
    const LabelSet& set = *set_of(c.kind, taxonomy);
    if (c.kind == "topics" && c.labels.size() == 1) {
      put_first(to.topics, by_person(set, c.labels[0]));
    } else if (c.kind == "topics") {  // several: these and no others
      to.topics.clear();
      for (const std::string& word : c.labels) to.topics.push_back(by_person(set, word));
    } else if (c.kind == "dimension") {
      to.dimension = by_person(set, c.labels[0]);
    } else if (*c.measure > to.measure_types.size()) {
      continue;
    } else {
      std::vector<Label>& types = to.measure_types[*c.measure - 1];
      types.clear();
      for (const std::string& word : c.labels) types.push_back(by_person(set, word));
    }
    done.push_back(n);
  }
  return done;
}

}  // namespace noticekit
