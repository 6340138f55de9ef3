#include "extract/finding_block.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/date.hpp"
#include "extract/enumeration.hpp"
#include "extract/named_items.hpp"
#include "extract/status.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

constexpr std::array<std::pair<std::string_view, Part>, 11> part_codes = {{
    {"problem", Part::problem},
    {"detail", Part::detail},
    {"measures", Part::measures},
    {"results", Part::results},
    {"progress", Part::progress},
    {"status", Part::status},
    {"leader", Part::leader},
    {"department", Part::department},
    {"person", Part::person},
    {"deadline", Part::deadline},
    {"other", Part::other},
}};

Part part_from_code(std::string_view as) {
  for (const auto& [name, part] : part_codes) {
    if (name == as) return part;
  }
  return Part::other;
}

/// A label may begin a block, a sentence, a cell or a list item: after one of these.
constexpr std::uint32_t before_label = clause_ends | Sign::blank | Sign::tab | Sign::close_round |
                                       Sign::close_narrow | Sign::close_quote | Sign::open_square |
                                       Sign::dot | Sign::pause;

/// End of the colon or bracket that makes words a label; 0 where they are none.
std::size_t label_close(std::string_view s, std::size_t at, bool bracketed, bool own_line) {
  const char32_t c = utf8::at(s, at);
  if (c == U'：' || c == U':') return at + utf8::length(static_cast<unsigned char>(s[at]));
  if (bracketed && (c == U'】' || c == U']' || c == U'］' || c == U'〕')) {
    std::size_t end = at + utf8::length(static_cast<unsigned char>(s[at]));
    const char32_t next = utf8::at(s, end);
    if (next == U'：' || next == U':') end += utf8::length(static_cast<unsigned char>(s[end]));
    return end;
  }
  if (own_line && (at == s.size() || c == U'\n')) return at;
  return 0;
}

bool is_bracket(char32_t c) { return c == U'【' || c == U'[' || c == U'［' || c == U'〔'; }

/// Whether the sentences before a list state facts (detail) or sum up the answer (lead).
bool states_facts(const Reading& r, Span words) { return names_deficiency(r, words); }

/// A last line that is nothing but a status stands below the answer, not in it; nor do sentences
/// that tell the status of several findings.
Span without_status_line(const Reading& r, Span words, Finding& f) {
  words = without_named_items(r, words);
  const Span all = trimmed(r.text, words);
  const std::uint32_t last_line =
      r.signs.after_last(all.begin.value, all.end.value, Sign::line_end);
  if (last_line == all.begin.value) return words;
  const Span last = trimmed(r.text, {last_line, all.end.value});
  if (last.size() >= 120) return words;
  const auto s = speaks_of_status(r, last);
  if (!s) return words;
  f.status = *s;
  return {words.begin.value, last_line - 1};
}

/// The status of a first sentence that says nothing else, where more follow: 已完成。补记两年。
std::optional<Status> opening_status(const Reading& r, Span words) {
  const std::uint32_t end =
      r.signs.next(words.begin.value, Sign::full_stop | Sign::line_end, words.end.value);
  if (trimmed(r.text, {end, words.end.value}).empty()) return std::nullopt;
  return plain_status(r, {words.begin.value, end});
}

/// The measures of `words`, whose list was cut.
void add_measures(const Reading& r, Span words, const Enumeration& list, Finding& f) {
  if (list.items.empty()) {
    const Span all = trimmed(r.text, words);
    if (all.empty()) return;
    const Paragraph& line = r.lines[r.line_at(all.begin.value)];
    if (line.heading >= 0 && line.span.begin == all.begin) {  // a list of one numbered line
      const Heading& h = r.heading(static_cast<std::uint32_t>(line.heading));
      f.measures.push_back({h.marker, {h.text.begin, all.end}});
    } else {
      f.measures.push_back({std::nullopt, all});  // R15
    }
    return;
  }
  // R16: a list whose first marker was lost begins before its second.
  if (list.first > 1 && !list.before.empty()) f.measures.push_back({std::nullopt, list.before});
  f.measures.insert(f.measures.end(), list.items.begin(), list.items.end());
}

void add_measures(const Reading& r, Span words, Finding& f) {
  words = without_status_line(r, words, f);
  add_measures(r, words, enumerate(r.text, r.signs, words), f);
}

/// The rest of the problem's paragraph where more paragraphs follow and it holds no list.
Field rest_of_paragraph(const Reading& r, Span words, const Finding& f) {
  const std::uint32_t nl = r.signs.next(words.begin.value, Sign::line_end, words.end.value);
  if (nl == words.end.value || f.problem.end > words.begin) return std::nullopt;
  const Span beside = trimmed(r.text, {words.begin.value, nl});
  const Span below = trimmed(r.text, {nl, words.end.value});
  if (beside.empty() || below.empty() || beside.begin.value == nl) return std::nullopt;
  if (!names_deficiency(r, f.problem) || !enumerate(r.text, r.signs, beside).items.empty())
    return std::nullopt;
  if (speaks_of_status(r, below)) return std::nullopt;
  if (r.rules.wrappers.match_as(r.letters(beside), 0, "answer")) return std::nullopt;
  return beside;
}

/// Words before the first label or without any.
void read_unlabelled(const Reading& r, Span words, bool labelled, bool wrapped, Finding& f,
                     std::vector<std::pair<Span, Role>>& blocks) {
  Span all = trimmed(r.text, words);
  if (all.empty()) return;
  // R12: what stands beside the problem tells of it; the answer follows in paragraphs of its own.
  if (!labelled && !wrapped) {
    if (const Field facts = rest_of_paragraph(r, words, f)) {
      f.detail = facts;
      blocks.emplace_back(*facts, Role::detail);
      words = {facts->end, words.end};
      all = trimmed(r.text, words);
    }
  }
  if (labelled) {
    // After the problem's own sentence come the facts; beside it, what sums up the answer.
    const bool beside =
        slice(r.text, {f.problem.end, all.begin}).find("。") == std::string_view::npos;
    if (wrapped && beside && !states_facts(r, all) && !f.lead) {
      f.lead = all;
    } else {
      f.detail = all;
    }
    blocks.emplace_back(all, Role::detail);
    return;
  }
  words = without_status_line(r, words, f);
  all = trimmed(r.text, words);
  if (f.status.basis == StatusBasis::unclear) {
    if (const auto s = opening_status(r, all)) f.status = *s;
  }
  const Enumeration list = enumerate(r.text, r.signs, words);
  if (!list.items.empty() && list.first <= 1 && !list.before.empty() && !f.detail) {
    if (wrapped && !states_facts(r, list.before)) {
      if (!f.lead) f.lead = list.before;
    } else {
      f.detail = list.before;
    }
    blocks.emplace_back(list.before, Role::detail);
    f.measures.insert(f.measures.end(), list.items.begin(), list.items.end());
    blocks.emplace_back(Span{list.items.front().marker->begin, all.end}, Role::measures);
    return;
  }
  const Span rest = without_status_line(r, words, f);
  if (rest == words) {
    add_measures(r, words, list, f);
  } else {
    add_measures(r, rest, enumerate(r.text, r.signs, rest), f);
  }
  blocks.emplace_back(all, Role::measures);
}

/// A line of short labelled entries (责任领导：…　责任部门：…) ends at its line or the next wide
/// gap.
Span first_entry(std::string_view text, Span words) {
  const Span t = trimmed(text, words);
  const std::string_view s = slice(text, t);
  std::size_t end = s.size();
  for (const std::string_view stop : {"\n", "\u3000", "。", "\t"})
    end = std::min(end, s.find(stop));
  return trimmed(text, {t.begin.value, t.begin.value + end});
}

}  // namespace

namespace {

/// A label found in a block: where it (and its bracket) begins, where its colon or bracket ends,
/// and its rule.
struct FoundLabel {
  std::uint32_t begin;
  std::uint32_t close;
  Part part;
};

/// Whether a label can end in these words: no sentence ends before a colon, a bracket or the end of
/// the line.
bool may_end_label(const Reading& r, Span words) {
  constexpr std::uint32_t stops = Sign::full_stop | Sign::semicolon;
  const Sign* s = r.signs.from(words.begin.value);
  while (!s->is(stops | Sign::colon | Sign::close_square | Sign::line_end)) ++s;
  return s->at >= words.end.value || !s->is(stops);
}

/// The label that begins at `at`, if one does: at the beginning of the block or line (`before`
/// null), or after a sign.
std::optional<FoundLabel> label_at(const Reading& r, Span block, std::uint32_t at,
                                   const Sign* before, std::uint32_t not_before) {
  const std::string_view s = r.view(block);
  const auto hit = r.rules.labels.match_at(r.letters(block), at - block.begin.value);
  if (!hit) return std::nullopt;
  const bool own_line = before == nullptr || before->is(Sign::line_end);
  const bool bracketed = before != nullptr && before->is(Sign::open_square);
  const std::size_t close = label_close(s, hit->end, bracketed, own_line);
  const std::uint32_t begin = bracketed ? before->at : at;
  if (close == 0 || begin < not_before) return std::nullopt;
  return FoundLabel{begin, block.begin.value + static_cast<std::uint32_t>(close),
                    part_from_code(code(r.rules.labels, *hit))};
}

/// The label that the colon or closing bracket `close` ends: it begins at most sixteen characters
/// before.
std::optional<FoundLabel> label_before(const Reading& r, Span block, const Sign* close,
                                       std::uint32_t not_before) {
  const Sign* before = close;
  do {
    if (before == r.signs.first() || (--before)->at < block.begin.value) {
      before = nullptr;
      break;
    }
  } while (!before->is(before_label));
  const std::uint32_t at = before == nullptr ? block.begin.value : before->end();
  if (at < not_before || at == close->at) return std::nullopt;
  if (close->at - at > 16 * 3 && utf8::count(slice(r.text, {at, close->at})) > 16)
    return std::nullopt;
  const auto label = label_at(r, block, at, before, not_before);
  return label && label->close > close->at ? label : std::nullopt;
}

}  // namespace

namespace {

/// The heading that begins line `n`; null where none does.
const Heading* heading_on(const Reading& r, std::size_t n) {
  const std::int32_t heading = n < r.lines.size() ? r.lines[n].heading : -1;
  return heading < 0 ? nullptr : &r.heading(static_cast<std::uint32_t>(heading));
}

/// （1）整改措施：…: the marker belongs to the label, not to the words before it.
std::uint32_t with_marker(const Reading& r, std::uint32_t label) {
  const Heading* h = heading_on(r, r.line_at(label));
  return h != nullptr && h->text.begin.value == label ? h->line.begin.value : label;
}

/// Where the words of the line begin that begins at `at`.
std::uint32_t past_marker(const Reading& r, std::uint32_t at) {
  const Heading* h = heading_on(r, r.line_at(at));
  return h != nullptr && h->line.begin.value == at ? h->text.begin.value : at;
}

}  // namespace

std::vector<LabelledPart> label_parts(const Reading& r, Span block) {
  std::vector<LabelledPart> parts;
  parts.reserve(4);
  LabelledPart current{Part::none, {block.begin, block.begin}, {}};
  std::uint32_t words_from = block.begin.value;
  const auto cut = [&](const FoundLabel& label) {
    const std::uint32_t begin = std::max(words_from, with_marker(r, label.begin));
    current.words = {words_from, begin};
    parts.push_back(current);
    current = {label.part, {begin, label.close}, {}};
    words_from = label.close;
  };
  const auto cut_line = [&](std::uint32_t at, const Sign* before) {
    at = past_marker(r, at);
    if (at >= block.end.value || at < words_from) return;
    if (!may_end_label(r, {at, block.end.value})) return;
    if (const auto label = label_at(r, block, at, before, words_from)) cut(*label);
  };
  // Labels end in a colon or a bracket, which are rare, or stand alone on a line.
  cut_line(block.begin.value, nullptr);
  for (const Sign* s = r.signs.from(block.begin.value); s->at < block.end.value; ++s) {
    if (s->at < words_from) continue;  // inside a label
    if (s->is(Sign::line_end)) {
      cut_line(s->end(), s);
    } else if (s->is(Sign::colon | Sign::close_square)) {
      if (const auto label = label_before(r, block, s, words_from)) cut(*label);
    }
  }
  current.words = {words_from, block.end.value};
  parts.push_back(current);
  return parts;
}

bool begins_with_label(const Reading& r, Span line) {
  const std::string_view s = r.view(line);
  if (s.empty() || !may_end_label(r, line)) return false;
  const bool bracketed = is_bracket(utf8::at(s, 0));
  const std::size_t at = bracketed ? utf8::length(static_cast<unsigned char>(s[0])) : 0;
  const auto hit = r.rules.labels.match_at(r.letters(line), at);
  return hit && label_close(s, hit->end, bracketed, true) != 0;
}

Part label_above_items(const Reading& r, std::uint32_t heading) {
  const auto items = r.children(heading);
  if (items.empty()) return Part::none;
  const auto parts =
      label_parts(r, {r.heading(heading).text.end, r.heading(items.front()).line.begin});
  return trimmed(r.text, parts.back().words).empty() ? parts.back().part : Part::none;
}

Part part_named(const Reading& r, Span words) {
  const auto hit = r.rules.labels.find(r.letters(words));
  return hit ? part_from_code(code(r.rules.labels, *hit)) : Part::none;
}

void read_block(const Reading& r, Span body, bool wrapped, Finding& f,
                std::vector<std::pair<Span, Role>>& blocks) {
  const std::vector<LabelledPart> parts = label_parts(r, body);
  bool answers_labelled = false, measures_labelled = false, results_labelled = false;
  for (const auto& p : parts) {
    const bool answers = (p.part == Part::measures || p.part == Part::progress) &&
                         !plain_status(r, p.words) && !trimmed(r.text, p.words).empty();
    measures_labelled = measures_labelled || (answers && p.part == Part::measures);
    answers_labelled = answers_labelled || answers;
    results_labelled = results_labelled || p.part == Part::results;
  }
  // A list before 整改成效： is what was done, for nothing else says it.
  const auto labelled = [&](Span words) {
    return answers_labelled ||
           (results_labelled && enumerate(r.text, r.signs, words).items.empty());
  };
  for (const auto& p : parts) {
    const Span words = trimmed(r.text, p.words);
    const auto note = [&](Role role) {
      if (p.part != Part::none) blocks.emplace_back(Span{p.label.begin, words.end}, role);
    };
    if (words.empty()) continue;
    switch (p.part) {
      case Part::none:
        read_unlabelled(r, p.words, labelled(p.words), wrapped, f, blocks);
        break;
      case Part::problem:
      case Part::detail:
        f.detail = words;
        note(Role::detail);
        break;
      case Part::measures:
      case Part::progress:
        if (const auto s = plain_status(r, words);
            s && words.size() < 120 && !opening_status(r, words)) {
          f.status = *s;
          note(Role::status);
          break;
        }
        if (const auto s = opening_status(r, words)) f.status = *s;
        if (p.part == Part::progress && measures_labelled) {
          f.results.push_back(words);
          note(Role::results);
        } else {
          add_measures(r, p.words, f);
          note(Role::measures);
        }
        break;
      case Part::results:
        f.results.push_back(words);
        note(Role::results);
        break;
      case Part::status:
        f.status = stated_status(r, first_entry(r.text, words));
        note(Role::status);
        break;
      case Part::leader:
        f.responsible.leader = first_entry(r.text, words);
        note(Role::responsible);
        break;
      case Part::department:
        f.responsible.department = first_entry(r.text, words);
        note(Role::responsible);
        break;
      case Part::person:
        f.responsible.person = first_entry(r.text, words);
        note(Role::responsible);
        break;
      case Part::deadline: {
        Date d = first_date(r.marked, first_entry(r.text, words));
        d.span = first_entry(r.text, words);
        f.deadline = d;
        note(Role::responsible);
        break;
      }
      case Part::other:
        note(Role::other);
        break;
    }
  }
}

}  // namespace noticekit
