#include "classify/features.hpp"

#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"

namespace noticekit::labelling {
namespace {

constexpr std::size_t longest_gram = 3;
constexpr std::size_t answer_bytes = 360, opening_bytes = 60;

bool speaks(char32_t c) {
  return utf8::is_han(c) || utf8::is_ascii_digit(c) || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

/// Adds the n-grams of `piece`, each marked with `part`.
void add(Features& out, std::string_view text, Span piece, char part, double value) {
  struct Character {
    std::size_t at;
    std::string_view bytes;
  };
  std::vector<Character> run;
  const auto end_run = [&] {
    for (std::size_t i = 0; i < run.size(); ++i) {
      std::string name(1, part);
      for (std::size_t n = 0; n < longest_gram && i + n < run.size(); ++n) {
        name += run[i + n].bytes;
        const Character& last = run[i + n];
        const std::size_t end = last.at + utf8::length(static_cast<unsigned char>(text[last.at]));
        out.push_back({name, {run[i].at, end}, value});
      }
    }
    run.clear();
  };
  for (std::size_t at = piece.begin.value; at < piece.end.value;) {
    const char32_t c = utf8::at(text, at);
    const std::size_t size = utf8::length(static_cast<unsigned char>(text[at]));
    if (!speaks(c)) {
      end_run();
    } else if (!utf8::is_ascii_digit(c)) {
      run.push_back({at, text.substr(at, size)});
    } else if (run.empty() || run.back().bytes != "0") {
      run.push_back({at, "0"});
    }
    at += size;
  }
  end_run();
}

/// Each name once, with its highest value; the whole of length 1.
void finish(Features& f) {
  std::sort(f.begin(), f.end(), [](const Feature& a, const Feature& b) {
    return a.name != b.name ? a.name < b.name : a.span.begin < b.span.begin;
  });
  f.erase(std::unique(f.begin(), f.end(),
                      [](const Feature& a, const Feature& b) { return a.name == b.name; }),
          f.end());
  double squares = 0;
  for (const Feature& x : f) squares += x.value * x.value;
  if (squares <= 0) return;
  for (Feature& x : f) x.value /= std::sqrt(squares);
}

}  // namespace

Span beginning(std::string_view text, Span piece, std::size_t bytes) {
  if (piece.size() <= bytes) return piece;
  std::size_t end = piece.begin.value + bytes;
  while (!utf8::is_boundary(text, end)) --end;
  return {piece.begin.value, end};
}

Features features_of(const Notice& notice, const Finding& finding) {
  const std::string_view text = notice.text.utf8;
  Features out;
  add(out, text, finding.problem, 'p', 1);
  if (finding.detail) add(out, text, *finding.detail, 'd', 0.6);
  if (finding.lead) add(out, text, *finding.lead, 'l', 0.4);
  for (const std::uint32_t h : finding.path)
    add(out, text, notice.outline.headings[h].text, 'h', 0.3);
  for (const Measure& m : finding.measures)
    add(out, text, beginning(text, m.text, answer_bytes), 'm', 0.3);
  for (const Span r : finding.results) add(out, text, beginning(text, r, answer_bytes), 'm', 0.3);
  finish(out);
  return out;
}

Features features_of(const Notice& notice, Span measure) {
  const std::string_view text = notice.text.utf8;
  Features out;
  add(out, text, beginning(text, measure, opening_bytes), 'o', 1);
  add(out, text, measure, 'm', 0.7);
  finish(out);
  return out;
}

}  // namespace noticekit::labelling
