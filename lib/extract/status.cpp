#include "extract/status.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "extract/closing_bracket.hpp"
#include "extract/codes.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Order of weakness: where several status words differ, the weakest is believed.
int strength(StatusValue v) {
  switch (v) {
    case StatusValue::not_completed:
      return 0;
    case StatusValue::in_progress:
      return 1;
    case StatusValue::phased_long_term:
      return 2;
    case StatusValue::basically_completed:
      return 3;
    case StatusValue::completed:
      return 4;
    case StatusValue::unclear:
      return 5;
  }
  return 5;
}

StatusValue read_words(const Reading& r, Span words) {
  StatusValue value = StatusValue::unclear;
  std::vector<PhraseHit> hits;
  r.rules.status.scan(r.letters(words), hits);
  for (const PhraseHit& hit : hits) {
    const auto v = status_from_name(code(r.rules.status, hit));
    if (v && strength(*v) < strength(value)) value = *v;
  }
  return value;
}

bool is_sentence_end(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }
bool is_clause_end(char32_t c) { return is_sentence_end(c) || c == U'，' || c == U','; }

/// The clause (or sentence) of `words` around [begin, end).
Span around(const Reading& r, Span words, std::uint32_t begin, std::uint32_t end,
            bool whole_sentence) {
  const std::uint32_t stops = whole_sentence ? sentence_ends : clause_ends;
  return trimmed(r.text, {r.signs.after_last(words.begin.value, begin, stops),
                          r.signs.next(end, stops, words.end.value)});
}

/// What an answer says, with all cues found in it.
struct Answer {
  Span words;
  std::span<const PhraseHit> cues;
};

/// Where the status of a sentence may begin: after the date or the 目前 that opens it.
std::size_t after_time(const Reading& r, const Stretch& sentence) {
  const auto hit = r.rules.status_cues.match_as(sentence, 0, "time");
  return hit ? hit->end : 0;
}

/// What may follow the words of a status where they are all that a clause says.
bool closes_status(std::string_view s, std::size_t at) {
  if (at >= s.size()) return true;
  const char32_t c = utf8::at(s, at);
  return is_clause_end(c) || c == U'、' || c == U'（' || c == U'(' || c == U'并' || c == U'且' ||
         c == U'但' || c == U'：' || c == U':';
}

bool is_tick(char32_t c) { return c == U'☑' || c == U'√' || c == U'✓' || c == U'✔' || c == U'■'; }
bool is_box(char32_t c) { return is_tick(c) || c == U'□' || c == U'☐'; }

/// ☑已完成 □推进中: the choice that is ticked; `words` where they begin with no box, or where not
/// just one of them is ticked.
Span ticked(const Reading& r, Span words) {
  if (!is_box(utf8::at(r.text, words.begin.value))) return words;
  std::optional<Span> choice;
  std::uint32_t at = words.begin.value;
  while (at < words.end.value) {
    const bool tick = is_tick(utf8::at(r.text, at));
    const auto next = [&] {
      at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(r.text[at])));
    };
    next();
    const std::uint32_t begin = at;
    while (at < words.end.value && !is_box(utf8::at(r.text, at))) next();
    if (!tick) continue;
    if (choice) return words;
    choice = trimmed(r.text, {begin, at});
  }
  return choice.value_or(words);
}

}  // namespace

std::optional<Status> plain_status(const Reading& r, Span sentence) {
  const Span words = ticked(r, trimmed(r.text, sentence));
  const std::string_view s = r.view(words);
  const Stretch letters = r.letters(words);
  const auto hit = r.rules.status.match_at(letters, after_time(r, letters));
  if (!hit || !closes_status(s, hit->end)) return std::nullopt;
  // Of a long sentence only what the status is said with counts: the rest tells of details.
  std::size_t end = s.size();
  if (end > 90) {
    end = hit->end;
    while (end < s.size() && !is_clause_end(utf8::at(s, end)))
      end += utf8::length(static_cast<unsigned char>(s[end]));
  }
  const Span said{words.begin.value, words.begin.value + end};
  const StatusValue v = read_words(r, said);
  if (v == StatusValue::unclear) return std::nullopt;
  return Status{v, StatusBasis::stated, said};
}

std::optional<Status> speaks_of_status(const Reading& r, Span sentence) {
  const Span words = trimmed(r.text, sentence);
  if (auto s = plain_status(r, words)) return s;
  const Stretch s = r.letters(words);
  const std::size_t at = after_time(r, s);
  if (!r.rules.status_cues.match_as(s, at, "about") &&
      !r.rules.status_cues.match_as(s, at, "of_all"))
    return std::nullopt;
  const StatusValue v = read_words(r, words);
  if (v == StatusValue::unclear) return std::nullopt;
  return Status{v, StatusBasis::stated, words};
}

namespace {

/// "该问题正在整改": a sentence that speaks of the finding itself.
std::optional<Status> said_of_it(const Reading& r, const Answer& answer) {
  std::optional<Status> weakest;
  const std::uint32_t base = answer.words.begin.value;
  // A last sentence, or its last clause, that is nothing but a status: 已完成整改。
  const std::uint32_t end = answer.words.end.value;
  for (const bool sentence : {true, false}) {
    const Span last = around(r, answer.words, end, end, sentence);
    // …，目前仍在推进; …，需长期坚持: the last clause speaks of the finding where it opens so.
    if (!sentence && after_time(r, r.letters(last)) == 0 &&
        !r.rules.status_cues.match_as(r.letters(last), 0, "clause"))
      break;
    if (weakest || last.size() >= 120) continue;
    weakest = plain_status(r, last);
  }
  for (const PhraseHit& hit : answer.cues) {
    const std::string_view as = code(r.rules.status_cues, hit);
    if (as != "about" && as != "of_all") continue;
    const Span sentence = around(r, answer.words, base + hit.begin, base + hit.end, true);
    const Span from_cue{base + hit.begin, sentence.end.value};
    const StatusValue v = read_words(r, from_cue);
    if (v == StatusValue::unclear) continue;
    if (!weakest || strength(v) < strength(weakest->value)) {
      weakest = Status{v, StatusBasis::stated, from_cue};
    }
  }
  return weakest;
}

/// …（阶段性完成）: a bracket at the end of an answer that is a status and nothing else.
std::optional<Status> in_closing_bracket(const Reading& r, Span words) {
  std::uint32_t begin = 0;
  const Field inside = closing_bracket(r, words, begin);
  return inside ? plain_status(r, *inside) : std::nullopt;
}

/// The weakest status in such brackets, where the last answer ends in one.
std::optional<Status> bracketed(const Reading& r, const std::vector<Answer>& answers) {
  if (answers.empty()) return std::nullopt;
  std::optional<Status> weakest = in_closing_bracket(r, answers.back().words);
  if (!weakest) return std::nullopt;
  for (const Answer& a : answers) {
    const auto s = in_closing_bracket(r, a.words);
    if (s && strength(s->value) < strength(weakest->value)) weakest = s;
  }
  return weakest;
}

/// A heading above such as 需长期坚持的事项 gives its status to the items below.
std::optional<Status> grouped(const Reading& r, StatusGroups& groups, const Finding& f) {
  for (auto it = f.path.rbegin(); it != f.path.rend(); ++it) {
    const StatusValue v = groups.of(*it);
    if (v != StatusValue::unclear) return Status{v, StatusBasis::stated, r.heading(*it).text};
  }
  return std::nullopt;
}

/// Whether a clause counts things (23处, 5个): it then speaks of sub-issues, not of the finding.
bool counts_things(std::string_view clause) {
  constexpr std::u32string_view units = U"个处件项条家户笔起宗份";
  for (std::size_t i = 0; i < clause.size(); ++i) {
    if (!utf8::is_ascii_digit(static_cast<unsigned char>(clause[i]))) continue;
    while (i < clause.size() && utf8::is_ascii_digit(static_cast<unsigned char>(clause[i]))) ++i;
    if (utf8::at(clause, i) == U'余') i += 3;
    const char32_t unit = utf8::at(clause, i);
    if (units.find(unit) != std::u32string_view::npos && utf8::at(clause, i + 3) != U'月')
      return true;
  }
  return false;
}

/// Words of every notice: that two texts share one tells nothing.
constexpr std::array<std::string_view, 14> common_words = {"问题", "工作", "整改", "落实", "情况",
                                                           "管理", "制度", "相关", "有关", "单位",
                                                           "人员", "全部", "开展", "完成"};

/// Whether `clause` and `told` share a word: two neighbouring Chinese characters.
bool shares_word(std::string_view clause, std::string_view told) {
  constexpr std::size_t character = 3;  // bytes
  for (std::size_t i = 0; i + 2 * character <= clause.size();
       i += utf8::length(static_cast<unsigned char>(clause[i]))) {
    if (!utf8::is_han(utf8::at(clause, i)) || !utf8::is_han(utf8::at(clause, i + character)))
      continue;
    const std::string_view word = clause.substr(i, 2 * character);
    if (std::find(common_words.begin(), common_words.end(), word) == common_words.end() &&
        told.find(word) != std::string_view::npos)
      return true;
  }
  return false;
}

/// The very defect is said to be gone: 杂物已全部清走 where the problem names 杂物.
std::optional<Status> put_right(const Reading& r, const Answer& answer, const Finding& f) {
  const std::uint32_t base = answer.words.begin.value;
  for (const PhraseHit& hit : answer.cues) {
    const std::string_view as = code(r.rules.status_cues, hit);
    const bool all = as == "all_gone";
    if (!all && as != "put_right") continue;
    const Span clause = around(r, answer.words, base + hit.begin, base + hit.end, false);
    if (!all && counts_things(r.view(clause))) continue;
    if (shares_word(r.view(clause), r.view(f.problem)) ||
        (all && f.detail && shares_word(r.view(clause), r.view(*f.detail))))
      return Status{StatusValue::completed, StatusBasis::derived, clause};
  }
  return std::nullopt;
}

std::optional<Status> derived(const Reading& r, const Answer& answer, std::string_view as,
                              StatusValue value) {
  const std::uint32_t base = answer.words.begin.value;
  for (const PhraseHit& hit : answer.cues) {
    if (code(r.rules.status_cues, hit) != as) continue;
    const Span clause = around(r, answer.words, base + hit.begin, base + hit.end, false);
    if (counts_things(r.view(clause))) continue;
    return Status{value, StatusBasis::derived, clause};
  }
  return std::nullopt;
}

}  // namespace

Status stated_status(const Reading& r, Span words) {
  const StatusValue v = read_words(r, ticked(r, words));
  if (v == StatusValue::unclear) return {};
  return {v, StatusBasis::stated, words};
}

StatusValue StatusGroups::of(std::uint32_t heading) {
  std::optional<StatusValue>& known = known_[heading];
  if (!known) {
    const Span words = r_.heading(heading).text;
    known = has(r_, &ExtractRules::status_cues, words, "group") ? read_words(r_, words)
                                                                : StatusValue::unclear;
  }
  return *known;
}

void settle_status(const Reading& r, StatusGroups& groups, Finding& f, Field all_done) {
  if (f.status.basis == StatusBasis::stated) return;
  std::vector<PhraseHit> cues;
  std::vector<std::pair<Span, std::size_t>> told;  // and where their cues end
  told.reserve(f.measures.size() + f.results.size() + 1);
  const auto read = [&](Span words) {
    r.rules.status_cues.scan_all(r.letters(words), cues);
    told.emplace_back(words, cues.size());
  };
  if (f.lead) read(*f.lead);
  for (const Measure& m : f.measures) read(m.text);
  for (const Span words : f.results) {
    read(words);
    // 整改结果：已完成整改。…: a block of results may open with the status.
    const std::uint32_t first = r.signs.next(words.begin.value, sentence_ends, words.end.value);
    if (const auto s = plain_status(r, {words.begin.value, first})) f.status = *s;
  }
  std::vector<Answer> answers;
  answers.reserve(told.size());
  std::size_t first_cue = 0;
  for (const auto& [words, cues_end] : told) {
    answers.push_back({words, {cues.data() + first_cue, cues.data() + cues_end}});
    first_cue = cues_end;
  }
  const auto take_weaker = [&](const std::optional<Status>& s) {
    if (s &&
        (f.status.basis == StatusBasis::unclear || strength(s->value) < strength(f.status.value)))
      f.status = *s;
  };
  take_weaker(bracketed(r, answers));
  for (const Answer& a : answers) take_weaker(said_of_it(r, a));
  if (f.status.basis == StatusBasis::stated) return;
  if (const auto s = grouped(r, groups, f)) {
    f.status = *s;
    return;
  }
  if (f.origin == Origin::self_identified) return;
  if (all_done) {
    f.status = {StatusValue::completed, StatusBasis::derived, all_done};
    return;
  }
  for (const Answer& a : answers) {
    if (const auto s = derived(r, a, "gone", StatusValue::completed)) {
      f.status = *s;
      return;
    }
  }
  for (const Answer& a : answers) {
    if (const auto s = derived(r, a, "under_way", StatusValue::in_progress)) {
      f.status = *s;
      return;
    }
  }
  for (const Answer& a : answers) {
    if (const auto s = put_right(r, a, f)) {
      f.status = *s;
      return;
    }
  }
}

void spread_group_status(const Reading& r, std::vector<Finding>& findings) {
  for (std::size_t last = findings.size(); last-- > 1;) {
    const Finding& told = findings[last];
    if (told.status.basis != StatusBasis::stated || !told.status.quote) continue;
    if (!r.rules.status_cues.match_as(r.letters(*told.status.quote), 0, "of_all")) continue;
    for (std::size_t k = last; k-- > 0 && findings[k].path == told.path;) {
      if (findings[k].status.basis != StatusBasis::unclear) continue;
      findings[k].status = {told.status.value, StatusBasis::derived, told.status.quote};
    }
  }
}

}  // namespace noticekit
