#include "text/phrase.hpp"

#include <algorithm>
#include <utility>

#include "text/phrase_index.hpp"
#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

using phrase::Index;
using phrase::Program;
using phrase::Start;

struct Pattern {
  std::uint32_t rule;
  Program program;
};

/// Patterns that cancel hits of one rule.
class Exclusions {
 public:
  void add(Program program) {
    index_.add(program);
    programs_.push_back(std::move(program));
  }
  void finish() { index_.finish(); }
  [[nodiscard]] bool empty() const { return programs_.empty(); }

  /// Whether one of them begins in [from, end) and ends after `past`.
  [[nodiscard]] bool stand_in(std::string_view text, std::size_t from, std::size_t end,
                              std::size_t past) const {
    bool stands = false;
    for (std::size_t at = from; at < end && !stands;
         at += utf8::length(static_cast<unsigned char>(text[at]))) {
      if (!index_.may_begin(at, phrase::folded(text, at))) continue;
      index_.each(text, at, [&](const Start& s) {
        PhraseHit h;
        stands = phrase::run(programs_[s.pattern], text, at, h, s.entry) && h.end > past;
        return stands;
      });
    }
    return stands;
  }

 private:
  std::vector<Program> programs_;
  Index index_;
};

bool ends_clause(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }

}  // namespace

struct PhraseSet::Compiled {
  static constexpr std::uint32_t any_code = 0xFFFFFFFF;

  std::vector<PhraseRule> rules;
  std::vector<std::uint32_t> code_of;  // by rule: equal for rules that stand for the same code
  std::vector<Pattern> patterns;
  std::vector<Exclusions> unless;  // by rule: must not overlap a hit
  std::vector<Exclusions> never;   // by rule, written ~: must not stand anywhere in the text
  Index index;

  /// The number of a code; one that no rule has if it is unknown.
  [[nodiscard]] std::uint32_t code_number(std::string_view as) const {
    for (std::size_t r = 0; r < rules.size(); ++r) {
      if (rules[r].as == as) return code_of[r];
    }
    return any_code - 1;
  }

  [[nodiscard]] bool cancelled(std::string_view text, const PhraseHit& hit) const {
    if (!never[hit.rule].empty() && never[hit.rule].stand_in(text, 0, text.size(), 0)) return true;
    if (unless[hit.rule].empty()) return false;
    std::size_t from = hit.begin;
    for (int n = 0; n < 12 && from > 0; ++n) {
      if (from >= 3 && utf8::is_han_lead(static_cast<unsigned char>(text[from - 3]))) {
        from -= 3;
        continue;
      }
      const std::size_t p = utf8::before(text, from);
      if (ends_clause(utf8::at(text, p))) break;
      from = p;
    }
    return unless[hit.rule].stand_in(text, from, hit.end, hit.begin);
  }

  /// Calls `visit` with every hit that begins at `at`, cancelled or not; of rules of one code, or
  /// of all.
  template <class Visit>
  void hits_at(std::string_view text, std::size_t at, std::uint32_t as, Visit visit) const {
    std::uint32_t matched = any_code;  // a pattern counts once: the first way it can begin
    PhraseHit hit;
    index.each(text, at, [&](const Start& start) {
      const Pattern& pattern = patterns[start.pattern];
      if (start.pattern == matched || (as != any_code && code_of[pattern.rule] != as)) return false;
      if (!phrase::run(pattern.program, text, at, hit, start.entry)) return false;
      matched = start.pattern;
      hit.rule = pattern.rule;
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
    for (std::size_t at = from; at < text.size();) {
      const char32_t c = phrase::folded(text, at);
      const bool digit = utf8::is_ascii_digit(c);
      const bool inside = in_number && digit;
      in_number = digit;
      if (!inside && index.may_begin(at, c) && visit(at)) return;
      at += utf8::length(static_cast<unsigned char>(text[at]));
    }
  }

  /// The same for a marked stretch, from its beginning.
  template <class Visit>
  void each_place(const MarkedText& text, Visit visit) const {
    const bool anchored = index.has_anchored() && !text.words.empty();
    if (anchored && visit(0)) return;
    const auto end = static_cast<std::uint32_t>(text.base + text.words.size());
    const auto& places = text.marks->places;
    for (auto it = std::lower_bound(places.begin(), places.end(), text.base,
                                    [](const auto&p, std::uint32_t at) { return p.at < at; });
         it != places.end() && it->at < end; ++it) {
      if ((it->sets & text.sets) == 0 || (anchored && it->at == text.base)) continue;
      if (visit(it->at - text.base)) return;
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
      c->patterns.push_back({r, std::move(*p)});
    }
    c->unless.emplace_back();
    c->never.emplace_back();
    for (std::size_t j = 0; j < rules[r].unless.size(); ++j) {
      std::string_view words = rules[r].unless[j];
      const bool anywhere = words.substr(0, 1) == "~";
      auto p = phrase::compile(anywhere ? words.substr(1) : words);
      if (!p) return fault("unless", j, rules[r].unless[j] + "\": " + p.error().message);
      (anywhere ? c->never : c->unless).back().add(std::move(*p));
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
    compiled_->index.each(text.words, at, [&](const phrase::Start& start) {
      const Pattern& pattern = compiled_->patterns[start.pattern];
      if (first && pattern.rule >= first->rule) return false;
      PhraseHit hit;
      if (!phrase::run(pattern.program, text.words, at, hit, start.entry)) return false;
      hit.rule = pattern.rule;
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

std::vector<std::pair<char32_t, char32_t>> PhraseSet::beginnings() const {
  std::vector<std::pair<char32_t, char32_t>> out;
  for (const Pattern& p : compiled_->patterns) {
    if (p.program.is_anchored()) continue;
    const auto ways = phrase::paths(p.program, 2);
    if (!ways) continue;
    for (const phrase::Path& w : *ways) {
      if (w.characters[0] == phrase::Path::a_numeral) {
        for (const char32_t c : phrase::numeral_characters) out.emplace_back(c, 0);
      } else {
        const bool open = w.size < 2 || w.characters[1] == phrase::Path::a_numeral;
        out.emplace_back(w.characters[0], open ? 0 : w.characters[1]);
      }
    }
  }
  return out;
}

const std::vector<PhraseRule>& PhraseSet::rules() const { return compiled_->rules; }

}  // namespace noticekit
