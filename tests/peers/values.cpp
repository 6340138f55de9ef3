// Runs the readers of values.hpp over test cases of other projects and prints right/total a file.
//   peers_values <folder of *.jsonl> <floors.json> <contested.json> [-v]
// Texts are normalized first, as the programs do; offsets are compared in code points of the text
// as given. Contested rows are counted apart. Exit status 1 where a figure falls below its floor,
// 77 where the folder does not exist.
#include "noticekit/values.hpp"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "noticekit/text.hpp"
#include "text/utf8.hpp"

namespace {

using namespace noticekit;
using nlohmann::json;

/// Something found: where, and what it says, in the words of the expectation.
struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string value;
};

/// A text of one row and the way back to its code points.
class Row {
 public:
  explicit Row(const std::string& given) : given_(given) {
    NormalizeOptions options;
    options.reflow = false;
    auto text = read_text(given, {}, DecodeOptions{"utf-8"}, options);
    if (!text) return;
    text_ = std::move(*text);
    while (!text_.utf8.empty() && text_.utf8.back() == '\n') text_.utf8.pop_back();
  }

  [[nodiscard]] const std::string& text() const { return text_.utf8; }

  [[nodiscard]] Found found(Span span, std::string value) const {
    const SourceSpan at = text_.map.to_source(span);
    return {utf8::count(std::string_view(given_).substr(0, at.begin.value)),
            utf8::count(std::string_view(given_).substr(0, at.end.value)), std::move(value)};
  }

 private:
  std::string given_;
  Text text_;
};

/// Figures are compared as numbers of twelve digits, whatever way they are written.
std::string figure(long double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.11Le", value);
  return buffer;
}

std::string figure(const Decimal& d, const Decimal& divisor = {1, 0}) {
  const auto value = [](const Decimal& x) {
    return static_cast<long double>(x.units) / std::pow(10.0L, static_cast<int>(x.places));
  };
  return figure(value(d) / value(divisor));
}

std::string figure(const json& expected) {
  if (expected.is_number()) return figure(expected.get<long double>());
  if (expected.is_array()) return figure(expected.at(0)) + ".." + figure(expected.at(1));
  return figure(std::stold(expected.get<std::string>()));
}

std::vector<Found> dates(const Row& row) {
  std::vector<Found> out;
  for (const Date& d : find_dates(row.text())) {
    if (d.precision != Precision::none) out.push_back(row.found(d.span, iso(d)));
  }
  return out;
}

/// An exclusive end is the first day after; Recognizers ends a range of years or months with the
/// first day of the last one.
std::string period_end(const json& e, const Period& p) {
  if (!e.contains("iso_end_exclusive")) return last_day(p.last);
  const bool one = p.first.span == p.last.span;
  if (!one) return first_day(p.last);
  Date next = p.last;
  if (next.precision == Precision::year || next.month == 12) {
    ++next.year;
    next.month = 1;
  } else {
    ++next.month;
  }
  next.precision = Precision::month;
  return first_day(next);
}

std::string end_of(const json& e) {
  for (const char* key : {"iso_end_exclusive", "iso_end_inclusive", "iso_end"}) {
    if (e.contains(key)) return e.at(key);
  }
  return {};
}

std::vector<Found> periods(const Row& row, const json& expect) {
  std::vector<Found> out;
  const json none = json::object();
  for (const Period& p : find_periods(row.text())) {
    const json& e = expect.empty() ? none : expect.at(std::min(out.size(), expect.size() - 1));
    out.push_back(row.found(p.span, first_day(p.first) + "/" + period_end(e, p)));
  }
  return out;
}

std::vector<Found> amounts(const Row& row) {
  std::vector<Found> out;
  for (const Amount& a : find_amounts(row.text())) {
    std::string value = figure(a.yuan);
    if (a.yuan != a.most) value += ".." + figure(a.most);
    out.push_back(row.found(a.span, value));
  }
  return out;
}

std::vector<Found> numbers(const Row& row) {
  std::vector<Found> out;
  for (const Number& n : find_numbers(row.text())) {
    out.push_back(row.found(n.span, figure(n.value, n.divisor)));
  }
  return out;
}

std::vector<Found> percentages(const Row& row) {
  std::vector<Found> out;
  for (const Percentage& p : find_percentages(row.text())) {
    out.push_back(row.found(p.span, figure(p.percent)));
  }
  return out;
}

std::vector<Found> phones(const Row& row) {
  std::vector<Found> out;
  for (const Span s : find_phones(row.text())) out.push_back(row.found(s, ""));
  return out;
}

/// Amounts of yuan where the row says so; the value of 2角 is given in hundredths.
std::string money_value(const json& e) {
  if (e.contains("num")) return figure(e.at("num"));
  if (e.contains("lo")) return figure(e.at("lo")) + ".." + figure(e.at("hi"));
  const long double scale = e.value("unit", "") == "Cent" ? 100.0L : 1.0L;
  return figure(e.at("value").is_number() ? e.at("value").get<long double>() / scale
                                          : std::stold(e.at("value").get<std::string>()) / scale);
}

bool is_foreign(const json& e) {
  const bool other = e.contains("iso") && e.at("iso") != "CNY";
  const std::string text = e.value("text", "");
  return other || text.find("日元") != std::string::npos;
}

struct File {
  std::string name;
  std::function<std::vector<Found>(const Row&, const json&)> find;
  std::function<std::string(const json&)> value;  ///< of one expectation; empty: spans only
  std::string scope;                              ///< key that must be true
  bool whole = false;                             ///< the row is one value: spans are not compared
};

const std::vector<File>& files() {
  using F = std::vector<Found>;
  const auto percent = [](const json& e) {
    std::string s = e.at("value");
    if (!s.empty() && s.back() == '%') s.pop_back();
    return figure(std::stold(s));
  };
  const auto date = [](const json& e) { return e.at("iso").get<std::string>(); };
  const auto period = [](const json& e) {
    return e.at("iso_start").get<std::string>() + "/" + end_of(e);
  };
  const auto number = [](const json& e) { return figure(e.at("value")); };
  const auto find_one = [](const Row& r, const json&) -> F {
    const F money = amounts(r);  // 壹拾壹元壹角 is one number for some
    return money.empty() ? numbers(r) : money;
  };
  static const std::vector<File> all = {
      {"date_abs", [](const Row& r, const json&) -> F { return dates(r); }, date, "", false},
      {"date_none", [](const Row& r, const json&) -> F { return dates(r); }, date, "", false},
      {"range_abs", periods, period, "", false},
      {"number", find_one, number, "", true},
      {"number_in_text", [](const Row& r, const json&) -> F { return numbers(r); }, number, "",
       false},
      {"percent", [](const Row& r, const json&) -> F { return percentages(r); }, percent, "",
       false},
      {"money", [](const Row& r, const json&) -> F { return amounts(r); }, money_value, "cny",
       true},
      {"money_in_text", [](const Row& r, const json&) -> F { return amounts(r); },
       [](const json& e) { return e.contains("value") ? money_value(e) : std::string(); }, "",
       false},
      {"phone_in_text", [](const Row& r, const json&) -> F { return phones(r); }, nullptr, "cn",
       false},
  };
  return all;
}

bool matches(const File& file, const json& row, const std::vector<Found>& found) {
  std::vector<json> expect;
  for (const json& e : row.at("expect")) {
    if (file.name != "money_in_text" || !is_foreign(e)) expect.push_back(e);
  }
  if (found.size() != expect.size()) return false;
  const bool whole = file.whole || row.value("whole", false);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const json& e = expect[i];
    if (!whole && (found[i].begin != e.at("start") || found[i].end != e.at("end"))) return false;
    const std::string value = file.value ? file.value(e) : std::string();
    if (!value.empty() && value != found[i].value) return false;
  }
  return true;
}

struct Score {
  int right = 0;
  int total = 0;
  int contested_right = 0;
  int contested = 0;
};

Score run(const File& file, const std::string& path, const json& contested, bool verbose) {
  Score score;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const json row = json::parse(line);
    if (!file.scope.empty() && !row.value(file.scope, false)) continue;
    const std::string text = row.at("text");
    const Row read(text);
    const auto found = file.find(read, row.at("expect"));
    const bool right = matches(file, row, found);
    const bool apart = contested.contains(row.at("id").get<std::string>());
    ++(apart ? score.contested : score.total);
    if (right) ++(apart ? score.contested_right : score.right);
    if (right || !verbose) continue;
    std::printf("%s%s %s\n", apart ? "contested " : "wrong ",
                row.at("id").get<std::string>().c_str(), text.c_str());
    for (const Found& f : found) std::printf("    %zu-%zu %s\n", f.begin, f.end, f.value.c_str());
  }
  return score;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: peers_values FOLDER floors.json contested.json [-v]\n");
    return 2;
  }
  const std::string folder = argv[1];
  if (!std::filesystem::is_directory(folder)) {
    std::printf("%s: not there, nothing to compare with\n", folder.c_str());
    return 77;
  }
  const json floors = json::parse(std::ifstream(argv[2]));
  const json contested = json::parse(std::ifstream(argv[3]));
  const bool verbose = argc > 4 && std::strcmp(argv[4], "-v") == 0;
  int status = 0;
  for (const File& file : files()) {
    const Score s = run(file, folder + "/" + file.name + ".jsonl", contested, verbose);
    const json& floor = floors.at(file.name);
    const bool fallen = s.right < floor.at("right").get<int>() ||
                        s.total < floor.at("total").get<int>() ||
                        s.right < floor.at("peer").get<double>() * s.total;
    if (fallen) status = 1;
    std::printf("%-15s %3d/%-3d = %.3f  peer %.3f  contested %d/%d%s\n", file.name.c_str(), s.right,
                s.total, s.total == 0 ? 0.0 : static_cast<double>(s.right) / s.total,
                floor.at("peer").get<double>(), s.contested_right, s.contested,
                fallen ? "  BELOW ITS FLOOR" : "");
  }
  return status;
}
