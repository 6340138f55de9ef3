#include "text/phrase.hpp"

#include <algorithm>
#include <utility>

#include "text/phrase_patterns.hpp"
#include "text/phrase_program.hpp"

namespace noticekit {
namespace {

using phrase::Entry;
using phrase::Program;
using Place = phrase::Patterns::Here;

/// What cancels hits: the patterns of all rules' `unless`.
class Exclusions {
 public:
  void add(std::uint32_t rule, const Program& program, bool anywhere) {
    const auto longest = static_cast<std::uint32_t>(phrase::longest(program, most_reach + 1));
    patterns_.add(program);
    rules_.resize(rule + 1);
    of_.push_back({rule, anywhere});
    if (anywhere) {
      rules_[rule].anywhere = true;
    } else {
      rules_[rule].near = true;
      rules_[rule].reach = std::max(rules_[rule].reach, longest - 1);
    }
  }
  void finish() { patterns_.finish(); }
  phrase::Patterns& patterns() { return patterns_; }

  [[nodiscard]] bool cancel(const Stretch& text, const PhraseHit& hit) const {
    if (hit.rule >= rules_.size()) return false;
    const Rule& rule = rules_[hit.rule];
    if (rule.anywhere && stand_in(text, hit, text.begin, text.end, true)) return true;
    if (!rule.near) return false;
    const std::uint32_t reach = std::min(hit.begin - text.begin, rule.reach);
    return stand_in(text, hit, hit.begin - reach, hit.end, false);
  }

 private:
  static constexpr std::uint32_t most_reach = 12;

  struct Rule {
    bool near = false;        ///< has patterns that must not overlap a hit
    bool anywhere = false;    ///< has patterns, written ~, that must not stand anywhere in the text
    std::uint32_t reach = 0;  ///< how far before a hit a near one can begin and still overlap it
  };
  struct Of {
    std::uint32_t rule;
    bool anywhere;
  };

  /// Whether a pattern of the hit's rule begins in [from, end); if it begins before the hit, it
  /// must end after the hit's beginning and begin in its clause.
  [[nodiscard]] bool stand_in(const Stretch& text, const PhraseHit& hit, std::uint32_t from,
                              std::uint32_t end, bool anywhere) const {
    return patterns_.each_place(text, from, end, [&](const auto& place) {
      bool stands = false;
      place.each([&](std::uint32_t pattern, const Entry& entry) {
        if (of_[pattern].rule != hit.rule || of_[pattern].anywhere != anywhere) return false;
        PhraseHit h;
        stands = patterns_.run(pattern, text, place.at, entry, h) &&
                 (anywhere || place.at >= hit.begin ||
                  (h.end > hit.begin && in_one_clause(text, place.at, hit.begin)));
        return stands;
      });
      return stands;
    });
  }
  static bool in_one_clause(const Stretch& text, std::uint32_t from, std::uint32_t end) {
    return std::none_of(text.units + from, text.units + end, phrase::ends_sentence);
  }

  phrase::Patterns patterns_;
  std::vector<Rule> rules_;
  std::vector<Of> of_;  ///< by pattern
};

}  // namespace

/// Hits are numbers of letters in here.
struct PhraseSet::Compiled {
  static constexpr std::uint32_t any_code = 0xFFFFFFFF;

  std::vector<PhraseRule> rules;
  std::vector<std::string_view> codes;  // all that rules stand for
  std::vector<std::uint32_t> code_of;   // by rule: where its code stands among them
  std::vector<std::uint32_t> rule_of;   // by pattern
  phrase::Patterns phrases;
  Exclusions exclusions;

  /// The number of a code; one that no rule has if it is unknown.
  [[nodiscard]] std::uint32_t code_number(std::string_view as) const {
    return static_cast<std::uint32_t>(std::find(codes.begin(), codes.end(), as) - codes.begin());
  }

  /// Calls `visit` with every hit that begins at a place, cancelled or not; of rules of one code,
  /// or of all.
  template <class Visit>
  void hits_at(const Stretch& text, const Place& place, std::uint32_t as, Visit visit) const {
    std::uint32_t matched = any_code;  // a pattern counts once: the first way it can begin
    PhraseHit hit;
    place.each([&](std::uint32_t pattern, const Entry& entry) {
      const std::uint32_t rule = rule_of[pattern];
      if (pattern == matched || (as != any_code && code_of[rule] != as)) return false;
      if (!phrases.run(pattern, text, place.at, entry, hit)) return false;
      matched = pattern;
      hit.rule = rule;
      if (hit.end > hit.begin) visit(hit);
      return false;
    });
  }

  [[nodiscard]] std::optional<PhraseHit> longest_at(const Stretch& text, const Place& place,
                                                    std::uint32_t as) const {
    std::optional<PhraseHit> best;
    hits_at(text, place, as, [&](const PhraseHit& hit) {
      const bool better =
          !best || hit.end > best->end || (hit.end == best->end && hit.rule < best->rule);
      if (better && !exclusions.cancel(text, hit)) best = hit;
    });
    return best;
  }

  /// Calls `visit` with every place where a phrase may begin, until it is true.
  template <class Visit>
  void each_place(const Stretch& text, Visit visit) const {
    phrases.each_place(text, text.begin, text.end, visit);
  }

  /// Most places are told by their first letters.
  template <class Code>
  [[nodiscard]] std::optional<PhraseHit> match(const Stretch& text, std::size_t at,
                                               Code code) const {
    const Letters& letters = *text.letters;
    const std::size_t byte = letters.byte(text.begin) + at;
    if (byte >= letters.byte(text.end)) return std::nullopt;
    const std::uint32_t letter = letters.at(static_cast<std::uint32_t>(byte));
    if (!phrases.may_begin(text, letter)) return std::nullopt;
    return in_bytes(text, longest_at(text, phrases.place(text, letter), code()));
  }

  [[nodiscard]] std::optional<PhraseHit> leftmost(const Stretch& text, std::uint32_t as) const {
    std::optional<PhraseHit> hit;
    each_place(text, [&](const Place& place) {
      hit = longest_at(text, place, as);
      return hit.has_value();
    });
    return in_bytes(text, hit);
  }

  void scan(const Stretch& text, std::vector<PhraseHit>& hits) const {
    std::uint32_t from = 0;
    each_place(text, [&](const Place& place) {
      if (place.at < from) return false;
      if (const auto hit = longest_at(text, place, any_code)) {
        hits.push_back(in_bytes(text, *hit));
        from = hit->end;
      }
      return false;
    });
  }

  void scan_all(const Stretch& text, std::uint32_t as, std::vector<PhraseHit>& hits) const {
    each_place(text, [&](const Place& place) {
      hits_at(text, place, as, [&](const PhraseHit& hit) {
        if (!exclusions.cancel(text, hit)) hits.push_back(in_bytes(text, hit));
      });
      return false;
    });
  }

  [[nodiscard]] std::optional<PhraseHit> first_rule(const Stretch& text) const {
    std::optional<PhraseHit> first;
    each_place(text, [&](const Place& place) {
      place.each([&](std::uint32_t pattern, const Entry& entry) {
        const std::uint32_t rule = rule_of[pattern];
        if (first && rule >= first->rule) return false;
        PhraseHit hit;
        if (!phrases.run(pattern, text, place.at, entry, hit)) return false;
        hit.rule = rule;
        if (hit.end > hit.begin && !exclusions.cancel(text, hit)) first = hit;
        return false;
      });
      return false;
    });
    return in_bytes(text, first);
  }

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
      c->phrases.add(*p);
      c->rule_of.push_back(r);
    }
    for (std::size_t j = 0; j < rules[r].unless.size(); ++j) {
      std::string_view words = rules[r].unless[j];
      const bool anywhere = words.substr(0, 1) == "~";
      auto p = phrase::compile(anywhere ? words.substr(1) : words);
      if (!p) return fault("unless", j, rules[r].unless[j] + "\": " + p.error().message);
      c->exclusions.add(r, *p, anywhere);
    }
  }
  c->phrases.finish();
  c->exclusions.finish();
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

void PhraseSet::scan_as(const Stretch& text, std::string_view as,
                        std::vector<PhraseHit>& hits) const {
  compiled_->scan_all(text, compiled_->code_number(as), hits);
}

bool PhraseSet::may_begin(const Stretch& text) const {
  return compiled_->phrases.each_place(text, text.begin, text.end,
                                       [](const Place&) { return true; });
}

std::optional<PhraseHit> PhraseSet::first_rule(const Stretch& text) const {
  return compiled_->first_rule(text);
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

GateWays PhraseSet::join_gate(std::size_t kind) {
  return {compiled_->phrases.join_gate(kind), compiled_->exclusions.patterns().join_gate(kind + 1)};
}

const std::vector<PhraseRule>& PhraseSet::rules() const { return compiled_->rules; }

}  // namespace noticekit
