// Learns the single words that speak for the labels of a kind, as lib/classify/words holds them; or
// tells how good they are on texts that are held back. See README.md beside this.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "classify/predict.hpp"
#include "classify/weigh_topics.hpp"
#include "classify/weigh_types.hpp"
#include "classify/words_of.hpp"
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
  std::vector<std::string> labels;  ///< most central first
  Notice notice;                    ///< of one finding, or one measure of it
  labelling::Words words;
};

struct Kind {
  const char* name;
  labelling::Words (*words)(const Notice&);
  std::vector<Label> (*classify)(const Notice&, const Taxonomy&, const WordList*);
  /// Whether a text says nothing of a label that is its second or third.
  bool main_label_only;
  /// Whether columns are weighed by telling() first: F1 .729 against .717 for held-back measures,
  /// but fewer first topics right.
  bool by_telling;
};

const Finding& finding_of(const Notice& notice) { return notice.findings[0]; }
Span measure_of(const Notice& notice) { return {0, notice.text.utf8.size()}; }

const Kind kinds[] = {
    {"topics", [](const Notice& n) { return labelling::words_of_finding(n, finding_of(n)); },
     [](const Notice& n, const Taxonomy& t, const WordList* w) {
       return labelling::topics(n, finding_of(n), t, w);
     },
     true, false},
    {"measure_types",
     [](const Notice& n) { return labelling::words_of_measure(n.text.utf8, measure_of(n)); },
     [](const Notice& n, const Taxonomy& t, const WordList* w) {
       return labelling::measure_types(n, measure_of(n), t, w);
     },
     false, true},
};

std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) out.push_back(part);
  return out;
}

/// A notice of a problem, its detail, lead, headings and answers, as far as they are there.
Notice notice_of(const std::vector<std::string>& fields) {
  Notice out;
  Finding f;
  const auto put = [&](const std::string& words) {
    const std::size_t begin = out.text.utf8.size();
    out.text.utf8 += words + "\n";
    return Span{begin, begin + words.size()};
  };
  const auto field = [&](std::size_t i) {
    return i < fields.size() && fields[i] != "-" ? fields[i] : std::string();
  };
  f.problem = put(field(0));
  if (!field(1).empty()) f.detail = put(field(1));
  if (!field(2).empty()) f.lead = put(field(2));
  for (const std::string& words : parts_of(field(3), '|')) {
    Heading heading;
    heading.text = put(words);
    f.path.push_back(static_cast<std::uint32_t>(out.outline.headings.size()));
    out.outline.headings.push_back(heading);
  }
  for (const std::string& words : parts_of(field(4), '|')) f.results.push_back(put(words));
  out.findings.push_back(std::move(f));
  return out;
}

/// Lines of document, labels parted by commas, text and what stands around it; parted by tabs. A
/// text that stands alone has the document "-".
bool read(const std::string& path, const Kind& kind, std::vector<Sample>& out) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> fields = parts_of(line, '\t');
    if (fields.size() < 3) return false;
    Sample s{fields[0], parts_of(fields[1], ','), {}, {}};
    if (s.document == "-") s.document += std::to_string(out.size());
    s.notice = notice_of({fields.begin() + 2, fields.end()});
    if (fields.size() == 3) s.notice.text.utf8.pop_back();  // a measure is all of its text
    s.words = kind.words(s.notice);
    out.push_back(std::move(s));
  }
  return !out.empty();
}

/// How much each column tells the rows that belong from the others: the root of the log-odds ratio
/// of standing in them (Wang and Manning 2012, "Baselines and Bigrams").
std::vector<double> telling(const std::vector<const learning::Row*>& rows,
                            const std::vector<int>& in, std::size_t columns) {
  std::vector<double> with(columns, 1), without(columns, 1);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const auto& [column, value] : rows[r]->cells) {
      if (in[r] >= 0) ++(in[r] == 1 ? with : without)[column];
    }
  }
  const double all_with = std::accumulate(with.begin(), with.end(), 0.0);
  const double all_without = std::accumulate(without.begin(), without.end(), 0.0);
  std::vector<double> out(columns);
  for (std::size_t f = 0; f < columns; ++f)
    out[f] = std::sqrt(std::abs(std::log(with[f] / all_with) - std::log(without[f] / all_without)));
  return out;
}

LinearTask learn(const Kind& kind, const std::vector<const Sample*>& samples) {
  std::map<NGram, std::set<std::string>> documents;
  std::set<std::string> labels;
  for (const Sample* s : samples) {
    for (const labelling::Word& w : s->words) documents[w.gram].insert(s->document);
    labels.insert(s->labels.begin(), s->labels.end());
  }
  labels.erase("other");  // no words say that none of the labels holds
  LinearTask out;
  std::map<NGram, std::uint32_t> column;
  for (const auto& [gram, in] : documents) {
    if (in.size() < least_documents) continue;
    column.emplace(gram, static_cast<std::uint32_t>(out.features.size()));
    out.features.push_back(gram.text());
  }
  std::vector<learning::Row> rows;
  for (const Sample* s : samples) {
    learning::Row row;  // words are sorted, and so are the columns
    for (const labelling::Word& w : s->words) {
      if (const auto at = column.find(w.gram); at != column.end())
        row.cells.emplace_back(at->second, w.value);
    }
    rows.push_back(std::move(row));
  }
  std::vector<const learning::Row*> all;
  for (const learning::Row& row : rows) all.push_back(&row);
  out.weights.assign(out.features.size() * labels.size(), 0);
  for (const std::string& label : labels) {
    std::vector<int> in;
    for (const Sample* s : samples) {
      const auto at = std::find(s->labels.begin(), s->labels.end(), label);
      const bool further = kind.main_label_only && at != s->labels.begin();
      in.push_back(at == s->labels.end() ? 0 : further ? -1 : 1);
    }
    const std::vector<double> tell = kind.by_telling ? telling(all, in, out.features.size())
                                                     : std::vector<double>(out.features.size(), 1);
    std::vector<learning::Row> weighted = rows;
    std::vector<const learning::Row*> of_label;
    for (learning::Row& row : weighted) {
      for (auto& cell : row.cells) cell.second *= tell[cell.first];
      of_label.push_back(&row);
    }
    const learning::Plane plane =
        learning::separate(of_label, in, static_cast<std::uint32_t>(out.features.size()));
    for (std::size_t f = 0; f < out.features.size(); ++f) {
      const double weight = plane.weights[f] * tell[f];
      if (std::abs(weight) >= least_weight)
        out.weights[f * labels.size() + out.classes.size()] = static_cast<float>(weight);
    }
    out.classes.push_back({label, 0, plane.bias});
  }
  out.index_features();
  return out;
}

/// Compares the labels that are given to `samples` with those they have.
void tell_score(const char* name, const std::vector<const Sample*>& samples,
                const std::function<std::vector<Label>(const Sample&)>& give) {
  std::size_t right = 0, gold = 0, given = 0, first = 0, within2 = 0;
  for (const Sample* s : samples) {
    const std::vector<Label> labels = give(*s);
    gold += s->labels.size();
    given += labels.size();
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const bool is_first = labels[i].id == s->labels[0];
      first += is_first && i == 0 ? 1 : 0;
      within2 += is_first && i < 2 ? 1 : 0;
      right +=
          static_cast<std::size_t>(std::count(s->labels.begin(), s->labels.end(), labels[i].id));
    }
  }
  const auto share = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0 : static_cast<double>(a) / static_cast<double>(b);
  };
  std::printf("  %-16s first %.3f  within 2 %.3f  F1 %.3f  precision %.3f  recall %.3f\n", name,
              share(first, samples.size()), share(within2, samples.size()),
              share(2 * right, gold + given), share(right, given), share(right, gold));
}

/// The two labels that words alone find likeliest.
std::vector<Label> by_words(const WordList& list, const labelling::Words& heard) {
  std::vector<Label> out;
  for (const labelling::Opinion& o : labelling::opinions(labelling::voices(list, heard))) {
    if (out.size() < 2) out.push_back({list.classes()[o.label].id, {}, o.score, {}});
  }
  return out;
}

int usage() {
  std::fputs(
      "usage: learn_words topics|measure_types SAMPLES.tsv [--rules DIR] [--hold "
      "LETTER|DIGIT]...\n",
      stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& k) {
    return argc > 2 && argv[1] == std::string(k.name);
  });
  std::vector<Sample> samples;
  if (kind == std::end(kinds) || !read(argv[2], *kind, samples)) return usage();
  // A letter holds back the documents whose names begin with it; a digit, every fifth sentence.
  const auto pick = [&](char which, bool held) {
    std::vector<const Sample*> out;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const Sample& s = samples[i];
      const bool is_held =
          which >= '0' && which <= '4'
              ? s.document[0] == 's' && i % 5 == static_cast<std::size_t>(which - '0')
              : s.document[0] == which;
      if (is_held == held) out.push_back(&s);
    }
    return out;
  };
  if (argc == 3) {
    std::cout << "# What single words say about " << kind->name
              << "; learnt, see tests/accuracy/words/README.md.\n"
              << write_word_list(learn(*kind, pick(' ', false)));
    return 0;
  }
  std::vector<std::string> folders;
  std::string hold;
  for (int i = 3; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--rules") {
      folders.emplace_back(argv[i + 1]);
    } else if (option == "--hold") {
      hold += argv[i + 1][0];
    } else {
      return usage();
    }
  }
  std::vector<Error> faults;
  const auto rules = load_rules(folders, faults);
  if (!rules) return 2;
  for (const char which : hold) {
    // As a file: rounded, and without what is left out there.
    const std::string file = write_word_list(learn(*kind, pick(which, false)));
    const WordList words(file);
    const auto held = pick(which, true);
    std::printf("%c, %zu texts held back\n", which, held.size());
    const auto with = [&](const WordList* w) {
      return [&, w](const Sample& s) { return kind->classify(s.notice, rules->taxonomy(), w); };
    };
    tell_score("rules", held, with(nullptr));
    tell_score("words", held, [&](const Sample& s) { return by_words(words, s.words); });
    tell_score("rules and words", held, with(&words));
  }
  return 0;
}
