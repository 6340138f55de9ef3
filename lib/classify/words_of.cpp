#include "classify/words_of.hpp"

#include <algorithm>
#include <cmath>

#include "classify/features.hpp"
#include "text/utf8.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t least_length = 8;
constexpr double problem_words = 1, detail_words = 0.5, heading_words = 0.3, answer_words = 0.2;
constexpr double later_words = 0.7;         // of a problem: of what its first member is joined to
constexpr std::size_t answer_length = 600;  // bytes

bool coordinates(char32_t c) {
  return c == U'，' || c == U',' || c == U'；' || c == U';' || c == U'。' || c == U'、' ||
         c == U'和' || c == U'及';
}

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Adds the n-grams of one piece.
void add_words(std::string_view text, const WordPiece& piece, Words& out) {
  struct Character {
    char32_t c = 0;
    std::size_t at = 0, end = 0;
  };
  const std::size_t begin = out.size();
  std::size_t length = 0;
  std::vector<Character> run;
  bool opened = !piece.opens;
  /// Those that begin with the character `from`, behind what `gram` has.
  const auto put = [&](NGram gram, std::size_t has, std::size_t from) {
    for (std::size_t i = from; has < NGram::longest && i < run.size(); ++i) {
      gram = gram.with(has++, run[i].c);
      out.push_back({gram, {run[from].at, run[i].end}});
    }
  };
  const auto end_run = [&] {
    for (std::size_t i = 0; i < run.size(); ++i) put({}, 0, i);
    if (!opened && !run.empty() && run[0].c != U'0') put(NGram(U'^'), 1, 0);
    opened = opened || !run.empty();
    run.clear();
  };
  for (const Span span : piece.spans) {
    for (std::size_t at = span.begin.value; at < span.end.value; ++length) {
      const char32_t c = utf8::at(text, at);
      const std::size_t end = at + utf8::length(static_cast<unsigned char>(text[at]));
      if (utf8::is_han(c) || is_letter(c)) {
        run.push_back({c, at, end});
      } else if (!utf8::is_ascii_digit(c)) {
        end_run();
      } else if (run.empty() || run.back().c != U'0') {
        run.push_back({U'0', at, end});
      }
      at = end;
    }
    end_run();
  }
  const double value =
      piece.weight / std::sqrt(static_cast<double>(std::max(length, least_length)));
  for (std::size_t i = begin; i < out.size(); ++i)
    out[i].value = out[i].span.begin.value < piece.turn ? value : value * piece.after_turn;
}

}  // namespace

std::uint32_t first_member_end(std::string_view text, Span problem) {
  for (std::size_t at = problem.begin.value; at < problem.end.value;
       at += utf8::length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = utf8::at(text, at);
    if (at > problem.begin.value && coordinates(c)) return static_cast<std::uint32_t>(at);
  }
  return problem.end.value;
}

Words words_of(std::string_view text, const std::vector<WordPiece>& pieces) {
  Words out;
  for (const WordPiece& piece : pieces) add_words(text, piece, out);
  std::sort(out.begin(), out.end(), [](const Word& a, const Word& b) {
    if (a.gram != b.gram) return a.gram < b.gram;
    return a.value != b.value ? a.value > b.value : a.span.begin < b.span.begin;
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Word& a, const Word& b) { return a.gram == b.gram; }),
            out.end());
  return out;
}

Words words_of_measure(std::string_view text, Span measure) {
  return words_of(text, {{{measure}, 1, true}});
}

Words words_of_finding(const Notice& notice, const Finding& finding) {
  const std::string_view text = notice.text.utf8;
  std::vector<WordPiece> pieces{{{finding.problem}, problem_words}};
  pieces[0].turn = first_member_end(text, finding.problem);
  pieces[0].after_turn = later_words;
  if (finding.detail) pieces.push_back({{*finding.detail}, detail_words});
  WordPiece headings{{}, heading_words}, answers{{}, answer_words};
  for (const std::uint32_t h : finding.path)
    headings.spans.push_back(notice.outline.headings[h].text);
  std::size_t left = answer_length;
  const auto answer = [&](Span span) {
    answers.spans.push_back(beginning(text, span, left));
    left -= answers.spans.back().size();
  };
  for (const Measure& m : finding.measures) answer(m.text);
  for (const Span r : finding.results) answer(r);
  pieces.push_back(std::move(headings));
  pieces.push_back(std::move(answers));
  return words_of(text, pieces);
}

}  // namespace noticekit::labelling
