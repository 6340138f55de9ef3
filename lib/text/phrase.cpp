#include "text/phrase.hpp"

#include <algorithm>
#include <utility>

#include "text/phrase_index.hpp"
#include "text/phrase_program.hpp"

namespace noticekit {
namespace {

using phrase::Entry;
using phrase::Index;
using phrase::Program;
using phrase::ProgramPool;

/// Patterns that cancel hits of one rule.
class Exclusions {
 public:
  void add(const Program& program) {
    index_.add(program);
    programs_.add(program);
    const std::size_t longest = phrase::longest(program, most_reach + 1);
    reach_ = std::max(reach_, static_cast<std::uint32_t>(longest) - 1);
  }
  void finish() { index_.finish(); }
  [[nodiscard]] bool empty() const { return programs_.empty(); }

  /// Whether one of them begins in [from, end).
  [[nodiscard]] bool stand_in(const Stretch& text, std::uint32_t from, std::uint32_t end) const {
    return index_.each_place(text, from, end,
                             [&](std::uint32_t at) { return stands_at(text, at, at); });
  }

  /// Whether one of them begins in the clause before `end`, up to `most_reach` letters away, and
  /// ends after it.
  [[nodiscard]] bool reach_over(const Stretch& text, std::uint32_t end) const {
    const std::uint32_t first = end - std::min(end - text.begin, reach_);
    for (std::uint32_t at = end; at-- > first;) {
      if (phrase::ends_sentence(text.units[at])) return false;
      if (index_.may_begin(text, at) && stands_at(text, at, end)) return true;
    }
    return false;
  }

 private:
  static constexpr std::uint32_t most_reach = 12;

  /// Whether one of them begins at `at` and ends after `past`.
  [[nodiscard]] bool stands_at(const Stretch& text, std::uint32_t at, std::uint32_t past) const {
    bool stands = false;
    index_.each(text, at, [&](std::uint32_t pattern, const Entry& entry) {
      PhraseHit h;
      stands = programs_.run(pattern, text, at, entry, h) && h.end > past;
      return stands;
    });
    return stands;
  }

  ProgramPool programs_;
  Index index_;
  std::uint32_t reach_ = 0;  ///< how far before a hit one can begin and still overlap it
};

void add_beginnings(const Program& program, std::vector<PhraseBeginning>& out) {
  if (program.is_anchored()) return;
  const auto ways = phrase::paths(program, 2);
  if (!ways) return;
  for (const phrase::Path& w : *ways) {
    if (w.letters[1] != phrase::Path::a_numeral) {
      out.push_back({w.letters[0], w.letters[1]});
    } else {
      for (const char16_t c : phrase::numeral_characters) out.push_back({w.letters[0], c});
    }
  }
}

}  // namespace

/// Hits are numbers of letters in here.
struct PhraseSet::Compiled {
  static constexpr std::uint32_t any_code = 0xFFFFFFFF;

  std::vector<PhraseRule> rules;
  std::vector<std::string_view> codes;  // all that rules stand for
  std::vector<std::uint32_t> code_of;   // by rule: where its code stands among them
  std::vector<std::uint32_t> rule_of;   // by pattern
  ProgramPool programs;
  std::vector<Exclusions> unless;  // by rule: must not overlap a hit
  std::vector<Exclusions> never;   // by rule, written ~: must not stand anywhere in the text
  Index index;
  std::vector<PhraseBeginning> beginnings;  // see PhraseSet::beginnings()

  /// The number of a code; one that no rule has if it is unknown.
  [[nodiscard]] std::uint32_t code_number(std::string_view as) const {
    return static_cast<std::uint32_t>(std::find(codes.begin(), codes.end(), as) - codes.begin());
  }

  [[nodiscard]] bool cancelled(const Stretch& text, const PhraseHit& hit) const {
    const Exclusions& far = never[hit.rule];
    if (!far.empty() && far.stand_in(text, text.begin, text.end)) return true;
    const Exclusions& near = unless[hit.rule];
    return !near.empty() &&
           (near.stand_in(text, hit.begin, hit.end) || near.reach_over(text, hit.begin));
  }

  /// Calls `visit` with every hit that begins at `at`, cancelled or not; of rules of one code, or
  /// of all.
  template <class Visit>
  void hits_at(const Stretch& text, std::uint32_t at, std::uint32_t as, Visit visit) const {
    std::uint32_t matched = any_code;  // a pattern counts once: the first way it can begin
    PhraseHit hit;
    index.each(text, at, [&](std::uint32_t pattern, const Entry& entry) {
      const std::uint32_t rule = rule_of[pattern];
      if (pattern == matched || (as != any_code && code_of[rule] != as)) return false;
      if (!programs.run(pattern, text, at, entry, hit)) return false;
      matched = pattern;
      hit.rule = rule;
      if (hit.end > hit.begin) visit(hit);
      return false;
    });
  }

  void all_at(const Stretch& text, std::uint32_t at, std::uint32_t as,
              std::vector<PhraseHit>& hits) const {
    hits_at(text, at, as, [&](const PhraseHit& hit) {
      if (!cancelled(text, hit)) hits.push_back(in_bytes(text, hit));
    });
  }

  [[nodiscard]] std::optional<PhraseHit> longest_at(const Stretch& text, std::uint32_t at,
                                                    std::uint32_t as) const {
    std::optional<PhraseHit> best;
    hits_at(text, at, as, [&](const PhraseHit& hit) {
      const bool better =
          !best || hit.end > best->end || (hit.end == best->end && hit.rule < best->rule);
      if (better && !cancelled(text, hit)) best = hit;
    });
    return best;
  }

  /// Calls `visit` at every place where a phrase may begin, until it is true.
  template <class Visit>
  void each_place(const Stretch& text, Visit visit) const {
    index.each_place(text, text.begin, text.end, [&](std::uint32_t at) {
      const bool inside_number = at > text.begin && phrase::is_digit(text.units[at]) &&
                                 phrase::is_digit(text.units[at - 1]);
      return !inside_number && visit(at);
    });
  }

  template <class Visit>
  void each_place(const MarkedText& text, Visit visit) const {
    if (!text.marks->has(text.kind)) return each_place(text.words, visit);
    const bool anchored = index.has_anchored() && text.words.begin < text.words.end;
    if (anchored && visit(text.words.begin)) return;
    for (const std::uint32_t at : text.places()) {
      if (anchored && at == text.words.begin) continue;
      if (visit(at)) return;
    }
  }

  /// Most places are told by their first letters.
  template <class Code>
  [[nodiscard]] std::optional<PhraseHit> match(const Stretch& text, std::size_t at,
                                               Code code) const {
    const Letters& letters = *text.letters;
    const std::size_t byte = letters.byte(text.begin) + at;
    if (byte >= letters.byte(text.end)) return std::nullopt;
    const std::uint32_t letter = letters.at(static_cast<std::uint32_t>(byte));
    if (!index.may_begin(text, letter)) return std::nullopt;
    return in_bytes(text, longest_at(text, letter, code()));
  }

  /// The leftmost hit of a stretch, marked or not.
  template <class Words>
  [[nodiscard]] std::optional<PhraseHit> leftmost(const Words& text, std::uint32_t as) const {
    std::optional<PhraseHit> hit;
    each_place(text, [&](std::uint32_t at) {
      hit = longest_at(stretch(text), at, as);
      return hit.has_value();
    });
    return in_bytes(stretch(text), hit);
  }

  template <class Words>
  void scan(const Words& text, std::vector<PhraseHit>& hits) const {
    std::uint32_t from = 0;
    each_place(text, [&](std::uint32_t at) {
      if (at < from) return false;
      if (const auto hit = longest_at(stretch(text), at, any_code)) {
        hits.push_back(in_bytes(stretch(text), *hit));
        from = hit->end;
      }
      return false;
    });
  }

  template <class Words>
  void scan_all(const Words& text, std::uint32_t as, std::vector<PhraseHit>& hits) const {
    each_place(text, [&](std::uint32_t at) {
      all_at(stretch(text), at, as, hits);
      return false;
    });
  }

  static const Stretch& stretch(const Stretch& text) { return text; }
  static const Stretch& stretch(const MarkedText& text) { return text.words; }

  /// A hit as it is given out.
  static PhraseHit in_bytes(const Stretch& text, PhraseHit hit) {
    const std::uint32_t base = text.letters->byte(text.begin);
    const auto byte = [&](std::uint32_t letter) { return text.letters->byte(letter) - base; };
    hit.begin = byte(hit.begin);
    hit.end = byte(hit.end);
    for (std::size_t n = 0; n < hit.slot_count; ++n)
      hit.slots[n] = {byte(hit.slots[n].begin.value), byte(hit.slots[n].end.value)};
    return hit;
  }
  static std::optional<PhraseHit> in_bytes(const Stretch& text, std::optional<PhraseHit> hit) {
    if (hit) hit = in_bytes(text, *hit);
    return hit;
  }
};

PhraseSet::PhraseSet() : compiled_(std::make_unique<Compiled>()) {}
PhraseSet::~PhraseSet() = default;
PhraseSet::PhraseSet(PhraseSet&&) noexcept = default;
PhraseSet& PhraseSet::operator=(PhraseSet&&) noexcept = default;

Result<PhraseSet> PhraseSet::compile(std::vector<PhraseRule> rules) {
  auto c = std::make_unique<Compiled>();
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    const auto fault = [&](const char* list, std::size_t j, const std::string& what) {
      Error e{Errc::bad_rule, "pattern \"" + what, {}};
      e.where.pointer = "/rules/" + std::to_string(r) + "/" + list + "/" + std::to_string(j);
      return e;
    };
    for (std::size_t j = 0; j < rules[r].match.size(); ++j) {
      auto p = phrase::compile(rules[r].match[j]);
      if (!p) return fault("match", j, rules[r].match[j] + "\": " + p.error().message);
      c->index.add(*p);
      c->programs.add(*p);
      c->rule_of.push_back(r);
      add_beginnings(*p, c->beginnings);
    }
    c->unless.emplace_back();
    c->never.emplace_back();
    for (std::size_t j = 0; j < rules[r].unless.size(); ++j) {
      std::string_view words = rules[r].unless[j];
      const bool anywhere = words.substr(0, 1) == "~";
      auto p = phrase::compile(anywhere ? words.substr(1) : words);
      if (!p) return fault("unless", j, rules[r].unless[j] + "\": " + p.error().message);
      (anywhere ? c->never : c->unless).back().add(*p);
    }
    c->unless.back().finish();
    c->never.back().finish();
  }
  c->index.finish();
  c->rules = std::move(rules);
  for (const PhraseRule& rule : c->rules) {
    c->code_of.push_back(c->code_number(rule.as));
    if (c->code_of.back() == c->codes.size()) c->codes.emplace_back(rule.as);
  }
  PhraseSet set;
  set.compiled_ = std::move(c);
  return set;
}

std::optional<PhraseHit> PhraseSet::match_at(const Stretch& text, std::size_t at) const {
  return compiled_->match(text, at, [] { return Compiled::any_code; });
}

std::optional<PhraseHit> PhraseSet::match_as(const Stretch& text, std::size_t at,
                                             std::string_view as) const {
  return compiled_->match(text, at, [&] { return compiled_->code_number(as); });
}

std::optional<PhraseHit> PhraseSet::find(const Stretch& text) const {
  return compiled_->leftmost(text, Compiled::any_code);
}

std::optional<PhraseHit> PhraseSet::find_as(const Stretch& text, std::string_view as) const {
  return compiled_->leftmost(text, compiled_->code_number(as));
}

void PhraseSet::scan(const Stretch& text, std::vector<PhraseHit>& hits) const {
  compiled_->scan(text, hits);
}

void PhraseSet::scan_all(const Stretch& text, std::vector<PhraseHit>& hits) const {
  compiled_->scan_all(text, Compiled::any_code, hits);
}

namespace {

/// The letters of words that nobody has made any of; they stand until the next ones are made.
Stretch letters_of(std::string_view text) {
  thread_local Letters letters;
  letters.read(text);
  return letters.all();
}

}  // namespace

std::optional<PhraseHit> PhraseSet::match_at(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  return match_at(letters_of(text), at);
}

std::optional<PhraseHit> PhraseSet::match_as(std::string_view text, std::size_t at,
                                             std::string_view as) const {
  if (at >= text.size()) return std::nullopt;
  return match_as(letters_of(text), at, as);
}

std::optional<PhraseHit> PhraseSet::find(std::string_view text) const {
  return find(letters_of(text));
}

std::optional<PhraseHit> PhraseSet::find_as(std::string_view text, std::string_view as) const {
  return find_as(letters_of(text), as);
}

void PhraseSet::scan(std::string_view text, std::vector<PhraseHit>& hits) const {
  scan(letters_of(text), hits);
}

void PhraseSet::scan_all(std::string_view text, std::vector<PhraseHit>& hits) const {
  scan_all(letters_of(text), hits);
}

void PhraseSet::scan(const MarkedText& text, std::vector<PhraseHit>& hits) const {
  compiled_->scan(text, hits);
}

void PhraseSet::scan_all(const MarkedText& text, std::vector<PhraseHit>& hits) const {
  compiled_->scan_all(text, Compiled::any_code, hits);
}

void PhraseSet::scan_as(const MarkedText& text, std::string_view as,
                        std::vector<PhraseHit>& hits) const {
  compiled_->scan_all(text, compiled_->code_number(as), hits);
}

std::optional<PhraseHit> PhraseSet::find_as(const MarkedText& text, std::string_view as) const {
  return compiled_->leftmost(text, compiled_->code_number(as));
}

std::optional<PhraseHit> PhraseSet::first_rule(const MarkedText& text) const {
  std::optional<PhraseHit> first;
  compiled_->each_place(text, [&](std::uint32_t at) {
    compiled_->index.each(text.words, at, [&](std::uint32_t pattern, const Entry& entry) {
      const std::uint32_t rule = compiled_->rule_of[pattern];
      if (first && rule >= first->rule) return false;
      PhraseHit hit;
      if (!compiled_->programs.run(pattern, text.words, at, entry, hit)) return false;
      hit.rule = rule;
      if (hit.end > hit.begin && !compiled_->cancelled(text.words, hit)) first = hit;
      return false;
    });
    return false;
  });
  return Compiled::in_bytes(text.words, first);
}

const std::vector<PhraseBeginning>& PhraseSet::beginnings() const { return compiled_->beginnings; }

const std::vector<PhraseRule>& PhraseSet::rules() const { return compiled_->rules; }

}  // namespace noticekit
