#include "extract/paragraph_problems.hpp"

#include <optional>

#include "extract/enumeration.hpp"
#include "extract/finding_block.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Whether a paragraph after line `n` carries the label of a problem (【问题】) too.
bool labelled_again(const Reading& r, std::size_t n, Span region) {
  while (++n < r.lines.size() && r.lines[n].span.begin < region.end) {
    if (r.rules.wrappers.match_as(r.letters(r.lines[n]), 0, "unnumbered")) return true;
  }
  return false;
}

/// Whether the next paragraph answers under a label (整改情况：): this one then tells a problem.
bool answered_below(const Reading& r, std::size_t n, Span region) {
  if (n + 1 >= r.lines.size()) return false;
  const Paragraph& next = r.lines[n + 1];
  if (next.heading >= 0 || next.span.begin >= region.end || !begins_with_label(r, next.span))
    return false;
  return is_answer(label_parts(r, next.span)[1].part);
}

/// Whether the problem's sentence is answered right behind it: 公章乱放。整改情况：锁进柜子。
bool answered_beside(const Reading& r, const Paragraph& line, Span sentence) {
  const auto parts = label_parts(r, {sentence.end, line.span.end});
  return parts.size() > 1 && is_answer(parts[1].part) && trimmed(r.text, parts[0].words).empty();
}

/// A paragraph without the sign that opens it as one of a list: ①, ●, ★.
Span without_bullet(const Reading& r, Span line) {
  constexpr std::u32string_view signs = U"●■◆★▲•◎○□◇☆※▪";
  const char32_t c = utf8::at(r.text, line.begin.value);
  if (signs.find(c) == std::u32string_view::npos && (c < U'①' || c > U'⑳')) return line;
  return trimmed(r.text, {line.begin.value + 3, line.end.value});
}

/// The first paragraph under a group heading when an answer follows it under a label.
std::optional<Span> bare_problem(const Reading& r, Span region) {
  const std::size_t n = r.line_at(region.begin.value);
  if (n >= r.lines.size()) return std::nullopt;
  const Paragraph& line = r.lines[n];
  if (line.heading >= 0 || begins_with_label(r, line.span)) return std::nullopt;
  if (!enumerate(r.text, r.signs, line.span).items.empty()) return std::nullopt;
  for (const auto& p : label_parts(r, region)) {
    if (is_answer(p.part)) return first_sentence(r, line.span);
  }
  return std::nullopt;
}

/// Problems that open later sentences of a paragraph as its first one does: 针对甲的问题，某某。
/// 针对乙的问题，某某。
void add_later_sentences(const Reading& r, const Paragraph& line, Span first,
                         std::vector<ProblemParagraph>& starts) {
  constexpr std::size_t opening = 6;         // bytes: 针对, 关于
  constexpr std::uint32_t longest = 30'000;  // bytes: no paragraph of a notice is longer
  if (line.span.size() > longest) return;
  const std::string_view opens = r.view(first).substr(0, opening);
  const bool quoted = r.view(first).substr(opening, 3) == "“";
  for (const Sign* s = r.signs.from(first.end.value); s->at < line.span.end.value; ++s) {
    if (!s->is(Sign::full_stop)) continue;
    const Span rest{s->end(), line.span.end.value};
    if (!r.view(rest).starts_with(opens)) continue;
    if (r.rules.wrappers.match_as(r.letters(rest), 0, "answers")) return;
    const Span sentence = first_sentence(r, rest);
    const ProblemWords words = unwrap(r, sentence);
    // Where the first problem is quoted, quotes tell the others too: 针对“考核走过场”问题.
    const bool named =
        (quoted && r.view(rest).substr(opening, 3) == "“") || names_deficiency(r, words.problem);
    if (words.wrapped && words.lead && named)
      starts.push_back({sentence.begin.value, sentence, words});
  }
}

}  // namespace

std::vector<ProblemParagraph> problem_paragraphs(const Reading& r, Span region, bool bare) {
  std::vector<ProblemParagraph> starts;
  std::optional<std::size_t> numbered;  // the last line that opens with 反馈问题一：
  if (region.begin >= region.end) return starts;
  for (std::size_t n = r.line_at(region.begin.value); n < r.lines.size(); ++n) {
    const Paragraph& line = r.lines[n];
    if (line.span.begin >= region.end) break;
    if (line.span.begin < region.begin || line.heading >= 0 || line.span.empty()) continue;
    if (r.rules.sections.match_as(r.letters(line), 0, "sums_up")) continue;
    if (const Field item = after_item_label(r, line.span)) {
      const Span sentence = first_sentence(r, *item);
      starts.push_back({line.span.begin.value, sentence, unwrap(r, sentence)});
      numbered = n;
      continue;
    }
    if (const auto label = r.rules.wrappers.match_as(r.letters(line), 0, "unnumbered");
        label && (bare || !starts.empty() || labelled_again(r, n, region))) {
      // 反馈问题一：…↵具体问题：…: the second label opens what the first one's problem is about.
      if (numbered && *numbered + 1 == n) continue;
      const Span words{line.span.begin.value + label->end, line.span.end.value};
      const Span told = first_sentence(r, words);
      starts.push_back({line.span.begin.value, told, unwrap(r, told), true});
      continue;
    }
    const Span told = without_bullet(r, line.span);
    const Span sentence = first_sentence(r, told);
    if (begins_with_label(r, told)) continue;
    if (r.rules.wrappers.match_as(r.letters(told), 0, "answers")) continue;  // 针对第二个问题，…
    const auto words = unwrap(r, sentence);
    const bool quoted = r.view(told).substr(0, 3) == "“";
    if (words.wrapped && (!quoted || r.view(sentence).ends_with("问题"))) {
      starts.push_back({line.span.begin.value, sentence, words});
      if (words.lead) add_later_sentences(r, line, sentence, starts);
    } else if (bare && (answered_below(r, n, region) || answered_beside(r, line, sentence) ||
                        (names_deficiency(r, sentence) && sentence.size() < 240 &&
                         enumerate(r.text, r.signs, sentence).items.empty()))) {
      starts.push_back({line.span.begin.value, sentence, words});
    }
  }
  if (starts.empty() && bare) {
    const auto first = bare_problem(r, region);
    if (first) starts.push_back({first->begin.value, *first, unwrap(r, *first)});
  }
  return starts;
}

}  // namespace noticekit
