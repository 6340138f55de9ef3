#include "text/phrase.hpp"

#include <algorithm>
#include <utility>

#include "text/phrase_index.hpp"
#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

using phrase::Entry;
using phrase::Index;
using phrase::Letter;
using phrase::letter;
using phrase::Program;
using phrase::ProgramPool;

/// Patterns that cancel hits of one rule.
class Exclusions {
 public:
  void add(const Program& program) {
    index_.add(program);
    programs_.add(program);
    reach_ = std::max(reach_, phrase::longest(program, most_reach + 1) - 1);
  }
  void finish() { index_.finish(); }
  [[nodiscard]] bool empty() const { return programs_.empty(); }

  /// Whether one of them begins in [from, end).
  [[nodiscard]] bool stand_in(std::string_view text, std::size_t from, std::size_t end) const {
    Letter first = letter(text, from);
    while (from < end) {
      const Letter second = letter(text, first.end);
      if (index_.may_begin(from, first.folded, second.folded) && stands_at(text, from, from))
        return true;
      from = first.end;
      first = second;
    }
    return false;
  }

  /// Whether one of them begins in the clause before `end`, up to `most_reach` characters away, and
  /// ends after it.
  [[nodiscard]] bool reach_over(std::string_view text, std::size_t end) const {
    char32_t second = phrase::folded(text, end);
    std::size_t at = end;
    for (std::size_t n = 0; n < reach_ && at > 0; ++n) {
      at = phrase::letter_before(text, at);
      const char32_t first = phrase::folded(text, at);
      if (phrase::ends_sentence(first)) return false;
      if (index_.may_begin(at, first, second) && stands_at(text, at, end)) return true;
      second = first;
    }
    return false;
  }

 private:
  static constexpr std::size_t most_reach = 12;

  /// Whether one of them begins at `at` and ends after `past`.
  [[nodiscard]] bool stands_at(std::string_view text, std::size_t at, std::size_t past) const {
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
  std::size_t reach_ = 0;  ///< how far before a hit one can begin and still overlap it
};

void add_beginnings(const Program& program, std::vector<PhraseBeginning>& out) {
  if (program.is_anchored()) return;
  const auto ways = phrase::paths(program, 2);
  if (!ways) return;
  for (const phrase::Path& w : *ways) {
    const bool open = w.size < 2 || w.characters[1] == phrase::Path::a_numeral;
    out.push_back({w.characters[0], open ? 0 : w.characters[1]});
  }
}

}  // namespace

struct PhraseSet::Compiled {
  static constexpr std::uint32_t any_code = 0xFFFFFFFF;

  std::vector<PhraseRule> rules;
  std::vector<std::uint32_t> code_of;  // by rule: equal for rules that stand for the same code
  std::vector<std::uint32_t> rule_of;  // by pattern
  ProgramPool programs;
  std::vector<Exclusions> unless;  // by rule: must not overlap a hit
  std::vector<Exclusions> never;   // by rule, written ~: must not stand anywhere in the text
  Index index;
  std::vector<PhraseBeginning> beginnings;  // see PhraseSet::beginnings()

  /// The number of a code; one that no rule has if it is unknown.
  [[nodiscard]] std::uint32_t code_number(std::string_view as) const {
    for (std::size_t r = 0; r < rules.size(); ++r) {
      if (rules[r].as == as) return code_of[r];
    }
    return any_code - 1;
  }

  [[nodiscard]] bool cancelled(std::string_view text, const PhraseHit& hit) const {
    const Exclusions& far = never[hit.rule];
    if (!far.empty() && far.stand_in(text, 0, text.size())) return true;
    const Exclusions& near = unless[hit.rule];
    return !near.empty() &&
           (near.stand_in(text, hit.begin, hit.end) || near.reach_over(text, hit.begin));
  }

  /// Calls `visit` with every hit that begins at `at`, cancelled or not; of rules of one code, or
  /// of all.
  template <class Visit>
  void hits_at(std::string_view text, std::size_t at, std::uint32_t as, Visit visit) const {
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

  void all_at(std::string_view text, std::size_t at, std::uint32_t as,
              std::vector<PhraseHit>& hits) const {
    hits_at(text, at, as, [&](const PhraseHit& hit) {
      if (!cancelled(text, hit)) hits.push_back(hit);
    });
  }

  [[nodiscard]] std::optional<PhraseHit> longest_at(std::string_view text, std::size_t at,
                                                    std::uint32_t as) const {
    std::optional<PhraseHit> best;
    hits_at(text, at, as, [&](const PhraseHit& hit) {
      const bool better =
          !best || hit.end > best->end || (hit.end == best->end && hit.rule < best->rule);
      if (better && !cancelled(text, hit)) best = hit;
    });
    return best;
  }

  /// Calls `visit` at every place, from `from` on, where a phrase may begin, until it is true.
  template <class Visit>
  void each_place(std::string_view text, std::size_t from, Visit visit) const {
    bool in_number = false;  // nothing begins inside a number
    Letter first = letter(text, from);
    for (std::size_t at = from; at < text.size();) {
      const Letter second = letter(text, first.end);
      const bool digit = utf8::is_ascii_digit(first.folded);
      const bool inside = in_number && digit;
      in_number = digit;
      if (!inside && index.may_begin(at, first.folded, second.folded) && visit(at)) return;
      at = first.end;
      first = second;
    }
  }

  /// The same for a marked stretch, from its beginning.
  template <class Visit>
  void each_place(const MarkedText& text, Visit visit) const {
    const bool anchored = index.has_anchored() && !text.words.empty();
    if (anchored && visit(0)) return;
    for (const std::uint32_t at : text.places()) {
      if (anchored && at == text.base) continue;
      if (visit(at - text.base)) return;
    }
  }

  [[nodiscard]] std::optional<PhraseHit> leftmost(std::string_view text, std::size_t from,
                                                  std::uint32_t as) const {
    std::optional<PhraseHit> hit;
    each_place(text, from, [&](std::size_t at) {
      hit = longest_at(text, at, as);
      return hit.has_value();
    });
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
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    std::uint32_t first = 0;
    while (rules[first].as != rules[r].as) ++first;
    c->code_of.push_back(first);
  }
  c->rules = std::move(rules);
  PhraseSet set;
  set.compiled_ = std::move(c);
  return set;
}

std::optional<PhraseHit> PhraseSet::match_at(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  return compiled_->longest_at(text, at, Compiled::any_code);
}

std::optional<PhraseHit> PhraseSet::match_as(std::string_view text, std::size_t at,
                                             std::string_view as) const {
  if (at >= text.size()) return std::nullopt;
  return compiled_->longest_at(text, at, compiled_->code_number(as));
}

std::optional<PhraseHit> PhraseSet::find(std::string_view text, std::size_t from) const {
  return compiled_->leftmost(text, from, Compiled::any_code);
}

std::optional<PhraseHit> PhraseSet::find_as(std::string_view text, std::string_view as,
                                            std::size_t from) const {
  return compiled_->leftmost(text, from, compiled_->code_number(as));
}

void PhraseSet::scan(std::string_view text, std::vector<PhraseHit>& hits) const {
  std::size_t at = 0;
  while (const auto hit = find(text, at)) {
    hits.push_back(*hit);
    at = hit->end;
  }
}

void PhraseSet::scan_all(std::string_view text, std::vector<PhraseHit>& hits) const {
  compiled_->each_place(text, 0, [&](std::size_t at) {
    compiled_->all_at(text, at, Compiled::any_code, hits);
    return false;
  });
}

void PhraseSet::scan(const MarkedText& text, std::vector<PhraseHit>& hits) const {
  std::size_t from = 0;
  compiled_->each_place(text, [&](std::size_t at) {
    if (at < from) return false;
    if (const auto hit = compiled_->longest_at(text.words, at, Compiled::any_code)) {
      hits.push_back(*hit);
      from = hit->end;
    }
    return false;
  });
}

void PhraseSet::scan_all(const MarkedText& text, std::vector<PhraseHit>& hits) const {
  compiled_->each_place(text, [&](std::size_t at) {
    compiled_->all_at(text.words, at, Compiled::any_code, hits);
    return false;
  });
}

void PhraseSet::scan_as(const MarkedText& text, std::string_view as,
                        std::vector<PhraseHit>& hits) const {
  const std::uint32_t code = compiled_->code_number(as);
  compiled_->each_place(text, [&](std::size_t at) {
    compiled_->all_at(text.words, at, code, hits);
    return false;
  });
}

std::optional<PhraseHit> PhraseSet::first_rule(const MarkedText& text) const {
  std::optional<PhraseHit> first;
  compiled_->each_place(text, [&](std::size_t at) {
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
  return first;
}

std::optional<PhraseHit> PhraseSet::find_as(const MarkedText& text, std::string_view as) const {
  std::optional<PhraseHit> found;
  const std::uint32_t code = compiled_->code_number(as);
  compiled_->each_place(text, [&](std::size_t at) {
    found = compiled_->longest_at(text.words, at, code);
    return found.has_value();
  });
  return found;
}

const std::vector<PhraseBeginning>& PhraseSet::beginnings() const { return compiled_->beginnings; }

const std::vector<PhraseRule>& PhraseSet::rules() const { return compiled_->rules; }

}  // namespace noticekit
