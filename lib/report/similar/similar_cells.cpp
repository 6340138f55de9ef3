#include "report/similar/similar_cells.hpp"

#include <algorithm>
#include <cmath>

#include "report/phrasing.hpp"
#include "text/utf8.hpp"

namespace noticekit::similar {
namespace {

constexpr std::size_t most_words = 400;  // characters of a passage that a cell shows

std::string line_of(const Document& d, TextOffset at) {
  const auto lines = std::count(d.text.begin(), d.text.begin() + at.value, '\n');
  return d.id + ":" + std::to_string(lines + 1);
}

Cell stated(const std::string& words) { return words.empty() ? Cell() : Cell(words); }

Cell finding_cell(const Document& d, TextOffset at) {
  const std::int32_t i = finding_at(d, at);
  return i < 0 ? Cell() : Cell(d.findings[static_cast<std::size_t>(i)].id);
}

}  // namespace

std::string shortened(std::string words, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < words.size() && n < most; ++n)
    at += utf8::length(static_cast<unsigned char>(words[at]));
  if (at >= words.size()) return words;
  words.resize(at);
  return words + "…";
}

Decimal percent(double share) {
  auto tenths = static_cast<std::int64_t>(std::lround(share * 1000));
  if (share > 0) tenths = std::max<std::int64_t>(tenths, 1);
  if (share < 1) tenths = std::min<std::int64_t>(tenths, 999);
  return {tenths, 1};
}

std::vector<Cell> passage_cells(const Corpus& corpus, const Pair& pair, const Passage& p,
                                Language lang) {
  const Document& a = corpus.documents()[p.document_a];
  const Document& b = corpus.documents()[p.document_b];
  const bool within = p.document_a == p.document_b;
  const Span words_a = corpus.words_at(a, p.a_begin, p.a_end);
  const Span words_b = corpus.words_at(b, p.b_begin, p.b_end);
  const std::string one = one_line(slice(a.text, words_a));
  const std::string two = one_line(slice(b.text, words_b));
  const Phrasing scope = within ? Phrasing{"同一通报内", "within one notice"}
                                : Phrasing{"通报之间", "between notices"};
  const auto share = [&](double s) { return within ? Cell() : Cell(percent(s)); };
  return {std::string(scope.in(lang)),
          stated(a.unit),
          finding_cell(a, words_a.begin),
          line_of(a, words_a.begin),
          stated(b.unit),
          finding_cell(b, words_b.begin),
          line_of(b, words_b.begin),
          Decimal{p.matched, 0},
          shortened(one, most_words),
          one == two ? Cell() : Cell(shortened(two, most_words)),
          share(pair.share_a),
          share(pair.share_b),
          share(pair.both),
          p.text == 0 ? Cell() : Cell(Decimal{p.text, 0})};
}

}  // namespace noticekit::similar
