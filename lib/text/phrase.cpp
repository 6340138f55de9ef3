#include "text/phrase.hpp"

#include <algorithm>
#include <bitset>
#include <utility>

#include "text/phrase_program.hpp"
#include "text/phrase_steps.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

using phrase::pair_bit;
using phrase::Program;
using phrase::Steps;

/// A pattern, and where its program is entered.
struct Start {
  std::uint32_t pattern = 0;
  std::uint16_t entry = 0;
  bool operator==(const Start&) const = default;
};

/// Patterns by how they can begin: by their first two characters where these are known, else by the
/// first. Patterns that begin with ^ are kept apart: they are tried once a text.
class Index {
 public:
  void add(std::uint32_t pattern, const Program& program) {
    if (program.is_anchored()) {
      anchored_.push_back(pattern);
      return;
    }
    auto heads = phrase::heads(program);
    if (!heads) return;  // compile() lets no such program pass
    // One bucket for each first character of a pattern, so that it is tried once at a place.
    for (phrase::Head& h : *heads) {
      if (std::any_of(heads->begin(), heads->end(), [&](const phrase::Head& other) {
            return other.first == h.first && other.second == 0;
          }))
        h.second = 0;
    }
    for (const phrase::Head& h : *heads) {
      if (h.second == 0) {
        alone_.set(h.first & 0xFFFF);
      } else {
        pairs_.set(pair_bit(h.first, h.second));
      }
      entries_.push_back({key(h.first, h.second), {pattern, h.entry}});
    }
  }

  void finish() {
    // Stable: the ways one pattern can begin stay in the order in which they are tried.
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
    std::size_t size = 16;
    while (size < entries_.size() * 2) size *= 2;
    table_.assign(size, {0, 0, 0});
    for (std::size_t i = 0; i < entries_.size();) {
      std::size_t j = i;
      while (j < entries_.size() && entries_[j].first == entries_[i].first) ++j;
      std::size_t at = slot(entries_[i].first);
      while (table_[at].count != 0) at = (at + 1) & (table_.size() - 1);
      table_[at] = {entries_[i].first, static_cast<std::uint32_t>(i),
                    static_cast<std::uint32_t>(j - i)};
      i = j;
    }
  }

  /// Whether some pattern can begin with these two characters (folded): two bits, no more.
  [[nodiscard]] bool may_begin(char32_t first, char32_t second) const {
    return alone_[first & 0xFFFF] || pairs_[pair_bit(first, second)];
  }

  template <class Visit>
  void candidates(char32_t first, char32_t second, bool at_start, Visit visit) const {
    if (pairs_[pair_bit(first, second)]) bucket(key(first, second), visit);
    if (alone_[first & 0xFFFF]) bucket(key(first, 0), visit);
    if (at_start) {
      for (const std::uint32_t p : anchored_) visit(Start{p, 0});
    }
  }

  [[nodiscard]] bool has_anchored() const { return !anchored_.empty(); }

 private:
  static std::uint64_t key(char32_t first, char32_t second) {
    return static_cast<std::uint64_t>(first) << 32 | second;
  }
  [[nodiscard]] std::size_t slot(std::uint64_t k) const {
    return static_cast<std::size_t>((k * 0x9E3779B97F4A7C15ULL) >> 40) & (table_.size() - 1);
  }
  template <class Visit>
  void bucket(std::uint64_t k, Visit visit) const {
    for (std::size_t at = slot(k); table_[at].count != 0; at = (at + 1) & (table_.size() - 1)) {
      if (table_[at].key != k) continue;
      for (std::uint32_t i = 0; i < table_[at].count; ++i)
        visit(entries_[table_[at].begin + i].second);
      return;
    }
  }

  struct Bucket {
    std::uint64_t key;
    std::uint32_t begin;
    std::uint32_t count;
  };
  std::bitset<65536> alone_;  // first characters that may be followed by anything
  std::bitset<65536> pairs_;  // first two characters, hashed
  std::vector<std::pair<std::uint64_t, Start>> entries_;
  std::vector<Bucket> table_;
  std::vector<std::uint32_t> anchored_;
};

struct Pattern {
  std::uint32_t rule;
  Program program;
};

/// Patterns that cancel hits of one rule, with a bit for each first character they can have: at
/// most places one look says that none of them stands there.
class Exclusions {
 public:
  void add(Program program) {
    if (const auto heads = phrase::heads(program)) {
      for (const auto& head : *heads) first_ |= bit(head.first);
    } else {
      first_ = ~std::uint64_t{0};
    }
    programs_.push_back(std::move(program));
  }

  /// Whether one of them begins in [from, end) and ends after `past`.
  [[nodiscard]] bool stand_in(std::string_view text, std::size_t from, std::size_t end,
                              std::size_t past) const {
    if (programs_.empty()) return false;
    for (std::size_t at = from; at < end;
         at += utf8::length(static_cast<unsigned char>(text[at]))) {
      if ((first_ & bit(phrase::fold(utf8::at(text, at)))) == 0) continue;
      for (const Program& p : programs_) {
        PhraseHit h;
        if (phrase::run(p, text, at, h) && h.end > past) return true;
      }
    }
    return false;
  }

 private:
  static std::uint64_t bit(char32_t c) {
    return std::uint64_t{1} << ((c * 0x9E3779B1U) >> 26 & 63);
  }

  std::vector<Program> programs_;
  std::uint64_t first_ = 0;
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
    if (never[hit.rule].stand_in(text, 0, text.size(), 0)) return true;
    std::size_t from = hit.begin;
    for (int n = 0; n < 12 && from > 0; ++n) {
      const std::size_t p = utf8::before(text, from);
      if (ends_clause(utf8::at(text, p))) break;
      from = p;
    }
    return unless[hit.rule].stand_in(text, from, hit.end, hit.begin);
  }

  /// Calls `visit` with every hit that begins where `steps` stands; of rules of one code,
  /// or of all.
  template <class Visit>
  void hits_at(std::string_view text, const Steps& steps, std::uint32_t as, Visit visit) const {
    std::uint32_t matched = any_code;  // a pattern counts once: the first way it can begin
    PhraseHit hit;
    index.candidates(steps.first(), steps.second(), steps.at() == 0, [&](const Start& start) {
      const Pattern& pattern = patterns[start.pattern];
      if (start.pattern == matched || (as != any_code && code_of[pattern.rule] != as)) return;
      if (!phrase::run(pattern.program, text, steps.at(), hit, start.entry)) return;
      matched = start.pattern;
      hit.rule = pattern.rule;
      if (hit.end > hit.begin && !cancelled(text, hit)) visit(hit);
    });
  }

  [[nodiscard]] std::optional<PhraseHit> longest_at(std::string_view text, const Steps& steps,
                                                    std::uint32_t as) const {
    std::optional<PhraseHit> best;
    hits_at(text, steps, as, [&](const PhraseHit& hit) {
      if (!best || hit.end > best->end || (hit.end == best->end && hit.rule < best->rule))
        best = hit;
    });
    return best;
  }

  /// Calls `visit` at every place of a marked stretch, from `from` on, where a phrase may begin,
  /// until it is true.
  template <class Visit>
  void each_mark(const MarkedText& text, std::size_t from, Visit visit) const {
    if (from == 0 && index.has_anchored() && !text.words.empty() && visit(Steps(text.words, 0)))
      return;
    const auto first = static_cast<std::uint32_t>(text.base + from);
    const auto end = static_cast<std::uint32_t>(text.base + text.words.size());
    const auto& marks = *text.marks;
    for (auto it = std::lower_bound(marks.begin(), marks.end(), first);
         it != marks.end() && *it < end; ++it) {
      if (*it == text.base && index.has_anchored()) continue;  // seen already
      if (visit(Steps(text.words, *it - text.base))) return;
    }
  }

  [[nodiscard]] bool may_begin(const Steps& steps) const {
    return index.may_begin(steps.first(), steps.second()) ||
           (steps.at() == 0 && index.has_anchored());
  }

  [[nodiscard]] std::optional<PhraseHit> leftmost(std::string_view text, std::size_t from,
                                                  std::uint32_t as) const {
    for (Steps steps(text, from); steps.more(); steps.next()) {
      if (!may_begin(steps)) continue;
      if (auto hit = longest_at(text, steps, as)) return hit;
    }
    return std::nullopt;
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
      c->index.add(static_cast<std::uint32_t>(c->patterns.size()), *p);
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
  return compiled_->longest_at(text, Steps(text, at), Compiled::any_code);
}

std::optional<PhraseHit> PhraseSet::match_as(std::string_view text, std::size_t at,
                                             std::string_view as) const {
  if (at >= text.size()) return std::nullopt;
  return compiled_->longest_at(text, Steps(text, at), compiled_->code_number(as));
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
  for (Steps steps(text, 0); steps.more(); steps.next()) {
    if (!compiled_->may_begin(steps)) continue;
    compiled_->hits_at(text, steps, Compiled::any_code,
                       [&](const PhraseHit& hit) { hits.push_back(hit); });
  }
}

void PhraseSet::scan(const MarkedText& text, std::vector<PhraseHit>& hits) const {
  std::size_t from = 0;
  compiled_->each_mark(text, 0, [&](const Steps& steps) {
    if (steps.at() < from) return false;
    if (const auto hit = compiled_->longest_at(text.words, steps, Compiled::any_code)) {
      hits.push_back(*hit);
      from = hit->end;
    }
    return false;
  });
}

void PhraseSet::scan_all(const MarkedText& text, std::vector<PhraseHit>& hits) const {
  compiled_->each_mark(text, 0, [&](const Steps& steps) {
    compiled_->hits_at(text.words, steps, Compiled::any_code,
                       [&](const PhraseHit& hit) { hits.push_back(hit); });
    return false;
  });
}

std::optional<PhraseHit> PhraseSet::find_as(const MarkedText& text, std::string_view as) const {
  std::optional<PhraseHit> found;
  const std::uint32_t code = compiled_->code_number(as);
  compiled_->each_mark(text, 0, [&](const Steps& steps) {
    found = compiled_->longest_at(text.words, steps, code);
    return found.has_value();
  });
  return found;
}

std::vector<std::pair<char32_t, char32_t>> PhraseSet::beginnings() const {
  std::vector<std::pair<char32_t, char32_t>> out;
  for (const Pattern& p : compiled_->patterns) {
    if (p.program.is_anchored()) continue;
    const auto heads = phrase::heads(p.program);
    if (!heads) continue;
    for (const phrase::Head& h : *heads) out.emplace_back(h.first, h.second);
  }
  return out;
}

const std::vector<PhraseRule>& PhraseSet::rules() const { return compiled_->rules; }

}  // namespace noticekit
