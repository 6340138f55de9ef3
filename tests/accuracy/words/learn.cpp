// Learns the single words that speak for types of measures, as lib/classify/words/measure_types.txt
// holds them; or tells how good they are on measures that are held back. See README.md beside this.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "classify/measure_words.hpp"
#include "classify/weigh_types.hpp"
#include "learn/separate.hpp"
#include "noticekit/rules.hpp"

namespace {

using namespace noticekit;

/// Weights below this are left out: they change few labels and make the file long.
constexpr double least_weight = 0.4;
/// An n-gram of one document teaches that document by heart.
constexpr std::size_t least_documents = 2;

struct Sample {
  std::string document;
  std::vector<std::string> types;
  std::string text;
  labelling::Features words;
};

/// Lines of document, types parted by commas, text; parted by tabs. A sentence that stands alone
/// has the document "-".
bool read(const std::string& path, std::vector<Sample>& out) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Sample m;
    std::string types;
    std::getline(fields, m.document, '\t');
    std::getline(fields, types, '\t');
    std::getline(fields, m.text, '\t');
    if (m.text.empty()) return false;
    std::istringstream ids(types);
    for (std::string id; std::getline(ids, id, ',');) m.types.push_back(id);
    if (m.document == "-") m.document += std::to_string(out.size());
    m.words = labelling::words_of(m.text, {0, m.text.size()});
    out.push_back(std::move(m));
  }
  return !out.empty();
}

LinearTask learn(const std::vector<const Sample*>& measures) {
  std::map<std::string, std::set<std::string>> documents;
  std::set<std::string> types;
  for (const Sample* m : measures) {
    for (const labelling::Feature& w : m->words) documents[w.name].insert(m->document);
    types.insert(m->types.begin(), m->types.end());
  }
  LinearTask out;
  std::map<std::string, std::uint32_t> column;
  for (const auto& [name, in] : documents) {
    if (in.size() < least_documents) continue;
    column.emplace(name, static_cast<std::uint32_t>(out.features.size()));
    out.features.push_back(name);
  }
  std::vector<learning::Row> rows;
  for (const Sample* m : measures) {
    learning::Row row;  // words are sorted by name, and so are the columns
    for (const labelling::Feature& w : m->words) {
      if (const auto at = column.find(w.name); at != column.end())
        row.cells.emplace_back(at->second, w.value);
    }
    rows.push_back(std::move(row));
  }
  std::vector<const learning::Row*> all;
  for (const learning::Row& row : rows) all.push_back(&row);
  out.weights.assign(out.features.size() * types.size(), 0);
  for (const std::string& type : types) {
    std::vector<int> in;
    for (const Sample* m : measures)
      in.push_back(std::find(m->types.begin(), m->types.end(), type) != m->types.end() ? 1 : 0);
    const learning::Plane plane =
        learning::separate(all, in, static_cast<std::uint32_t>(out.features.size()));
    for (std::size_t f = 0; f < out.features.size(); ++f) {
      if (std::abs(plane.weights[f]) >= least_weight)
        out.weights[f * types.size() + out.classes.size()] = static_cast<float>(plane.weights[f]);
    }
    out.classes.push_back({type, 0, plane.bias});
  }
  out.index_features();
  return out;
}

/// Counts the types that classify() gives to `measures` beside those they have.
void tell_score(const char* name, const std::vector<const Sample*>& measures,
                const Taxonomy& taxonomy, const LinearTask* words) {
  std::size_t right = 0, gold = 0, given = 0;
  for (const Sample* m : measures) {
    Notice notice;
    notice.text.utf8 = m->text;
    const auto labels = labelling::measure_types(notice, {0, m->text.size()}, taxonomy, words);
    gold += m->types.size();
    given += labels.size();
    for (const Label& l : labels)
      right += static_cast<std::size_t>(std::count(m->types.begin(), m->types.end(), l.id));
  }
  const auto share = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0 : static_cast<double>(a) / static_cast<double>(b);
  };
  std::printf("  %-16s F1 %.3f  precision %.3f  recall %.3f\n", name,
              share(2 * right, gold + given), share(right, given), share(right, gold));
}

int usage() {
  std::fputs("usage: learn_measure_words MEASURES.tsv [--hold LETTER]...\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Sample> measures;
  if (argc < 2 || !read(argv[1], measures)) return usage();
  const auto pick = [&](char letter, bool held) {
    std::vector<const Sample*> out;
    for (const Sample& m : measures) {
      if ((m.document[0] == letter) == held) out.push_back(&m);
    }
    return out;
  };
  if (argc == 2) {
    std::cout << "# What single words say about the type of a measure; learnt, see "
                 "tests/accuracy/measures/README.md.\n"
              << labelling::write_measure_words(learn(pick('\0', false)));
    return 0;
  }
  auto rules = builtin_rules();
  if (!rules) return 2;
  for (int i = 2; i + 1 < argc; i += 2) {
    if (std::string(argv[i]) != "--hold") return usage();
    const char letter = argv[i + 1][0];
    // As a file: rounded, and without what is left out there.
    const LinearTask words =
        labelling::read_measure_words(labelling::write_measure_words(learn(pick(letter, false))));
    const auto held = pick(letter, true);
    std::printf("%c, %zu measures held back\n", letter, held.size());
    tell_score("rules", held, rules->taxonomy(), nullptr);
    tell_score("rules and words", held, rules->taxonomy(), &words);
  }
  return 0;
}
