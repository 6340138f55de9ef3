#include "text/phrase.hpp"

#include <algorithm>
#include <bitset>
#include <utility>

#include "text/phrase_program.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

using phrase::Program;

/// Patterns by how they can begin: by their first two characters where these are known, else by the
/// first.
class Index {
 public:
  void add(std::uint32_t pattern, const Program& program) {
    const auto heads = phrase::heads(program);
    if (!heads) {
      anywhere_.push_back(pattern);
      return;
    }
    for (const auto& [first, second] : *heads) {
      gate_.set(first & 0xFFFF);
      entries_.push_back({key(first, second), pattern});
    }
  }

  void finish() {
    std::sort(entries_.begin(), entries_.end());
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

  [[nodiscard]] bool may_begin(char32_t first) const { return gate_.test(first & 0xFFFF); }
  [[nodiscard]] bool has_anywhere() const { return !anywhere_.empty(); }

  template <class Visit>
  void candidates(char32_t first, char32_t second, Visit visit) const {
    if (may_begin(first)) {
      bucket(key(first, second), visit);
      if (second != 0) bucket(key(first, 0), visit);
    }
    for (const std::uint32_t p : anywhere_) visit(p);
  }

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
  std::bitset<65536> gate_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries_;
  std::vector<Bucket> table_;
  std::vector<std::uint32_t> anywhere_;
};

struct Pattern {
  std::uint32_t rule;
  Program program;
};

bool ends_clause(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }

}  // namespace

struct PhraseSet::Compiled {
  std::vector<PhraseRule> rules;
  std::vector<Pattern> patterns;
  std::vector<std::vector<Program>> unless;  // by rule: must not overlap a hit
  std::vector<std::vector<Program>>
      never;  // by rule, written ~: must not stand anywhere in the text
  Index index;

  [[nodiscard]] bool cancelled(std::string_view text, const PhraseHit& hit) const {
    for (const Program& p : never[hit.rule]) {
      for (std::size_t at = 0; at < text.size();
           at += utf8::length(static_cast<unsigned char>(text[at]))) {
        PhraseHit h;
        if (phrase::run(p, text, at, h)) return true;
      }
    }
    if (unless[hit.rule].empty()) return false;
    std::size_t from = hit.begin;
    for (int n = 0; n < 12 && from > 0; ++n) {
      const std::size_t p = utf8::before(text, from);
      if (ends_clause(utf8::at(text, p))) break;
      from = p;
    }
    for (const Program& p : unless[hit.rule]) {
      for (std::size_t at = from; at < hit.end;
           at += utf8::length(static_cast<unsigned char>(text[at]))) {
        PhraseHit h;
        if (phrase::run(p, text, at, h) && h.end > hit.begin) return true;
      }
    }
    return false;
  }

  /// Calls `visit` with every hit that begins at `at`; of rules that stand for `as`, where that is
  /// not empty.
  template <class Visit>
  void hits_at(std::string_view text, std::size_t at, std::string_view as, Visit visit) const {
    const char32_t first = phrase::fold(utf8::at(text, at));
    const std::size_t next = at + utf8::length(static_cast<unsigned char>(text[at]));
    index.candidates(first, phrase::fold(utf8::at(text, next)), [&](std::uint32_t i) {
      if (!as.empty() && rules[patterns[i].rule].as != as) return;
      PhraseHit hit;
      hit.rule = patterns[i].rule;
      if (phrase::run(patterns[i].program, text, at, hit) && hit.end > hit.begin &&
          !cancelled(text, hit))
        visit(hit);
    });
  }

  [[nodiscard]] std::optional<PhraseHit> longest_at(std::string_view text, std::size_t at,
                                                    std::string_view as) const {
    std::optional<PhraseHit> best;
    if (at >= text.size()) return best;
    hits_at(text, at, as, [&](const PhraseHit& hit) {
      if (!best || hit.end > best->end || (hit.end == best->end && hit.rule < best->rule))
        best = hit;
    });
    return best;
  }

  [[nodiscard]] std::optional<PhraseHit> leftmost(std::string_view text, std::size_t from,
                                                  std::string_view as) const {
    for (std::size_t at = from; at < text.size();
         at += utf8::length(static_cast<unsigned char>(text[at]))) {
      if (!may_begin_at(text, at)) continue;
      if (auto hit = longest_at(text, at, as)) return hit;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool may_begin_at(std::string_view text, std::size_t at) const {
    return index.has_anywhere() || index.may_begin(phrase::fold(utf8::at(text, at)));
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
      (anywhere ? c->never : c->unless).back().push_back(std::move(*p));
    }
  }
  c->index.finish();
  c->rules = std::move(rules);
  PhraseSet set;
  set.compiled_ = std::move(c);
  return set;
}

std::optional<PhraseHit> PhraseSet::match_at(std::string_view text, std::size_t at) const {
  return compiled_->longest_at(text, at, {});
}

std::optional<PhraseHit> PhraseSet::match_as(std::string_view text, std::size_t at,
                                             std::string_view as) const {
  return compiled_->longest_at(text, at, as);
}

std::optional<PhraseHit> PhraseSet::find(std::string_view text, std::size_t from) const {
  return compiled_->leftmost(text, from, {});
}

std::optional<PhraseHit> PhraseSet::find_as(std::string_view text, std::string_view as,
                                            std::size_t from) const {
  return compiled_->leftmost(text, from, as);
}

void PhraseSet::scan(std::string_view text, std::vector<PhraseHit>& hits) const {
  std::size_t at = 0;
  while (const auto hit = find(text, at)) {
    hits.push_back(*hit);
    at = hit->end;
  }
}

void PhraseSet::scan_all(std::string_view text, std::vector<PhraseHit>& hits) const {
  for (std::size_t at = 0; at < text.size();
       at += utf8::length(static_cast<unsigned char>(text[at]))) {
    if (!compiled_->may_begin_at(text, at)) continue;
    compiled_->hits_at(text, at, {}, [&](const PhraseHit& hit) { hits.push_back(hit); });
  }
}

const std::vector<PhraseRule>& PhraseSet::rules() const { return compiled_->rules; }

}  // namespace noticekit
