#include "extract/claims.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "extract/codes.hpp"
#include "extract/numeral.hpp"
#include "extract/table_lines.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Calls `visit(kind, scope, repeats)` for each part of a claim code; stops where it returns false.
template <class Visit>
bool each_part(std::string_view code, Visit visit) {
  while (!code.empty()) {
    const std::size_t comma = code.find(',');
    std::string_view part = code.substr(0, comma);
    code = comma == std::string_view::npos ? std::string_view{} : code.substr(comma + 1);
    const bool repeats = !part.empty() && part.back() == '=';
    if (repeats) part.remove_suffix(1);
    const std::size_t at = part.find('@');
    const std::string_view scope =
        at == std::string_view::npos ? std::string_view{} : part.substr(at + 1);
    if (!visit(part.substr(0, at), scope, repeats)) return false;
  }
  return true;
}

constexpr std::string_view everything =
    "all";  ///< 均已完成: says of the last total, whatever it is
constexpr std::string_view other = "other";  ///< a total of something that is no claim
constexpr std::string_view not_all =
    "not_all";  ///< words before a 全部完成 that keep it from being said of all
constexpr std::string_view earlier_year =
    "year";  ///< the phrase counts only if before the inspection's

/// The measure word after a number: 个, 项, 条, 件, 方面, 类 or %.
std::string_view unit_after(std::string_view text, std::size_t at) {
  for (const std::string_view unit : {"方面", "％"}) {
    if (text.substr(at, unit.size()) == unit) return unit == "％" ? "%" : unit;
  }
  if (text.substr(at, 3) == "大") at += 3;  // 5大类, 4大方面
  if (text.substr(at, 6) == "方面") return "方面";
  const char32_t c = utf8::at(text, at);
  if (c == U'%') return "%";
  return utf8::is_han(c) ? text.substr(at, 3) : std::string_view();
}

/// Whether what follows a counted state still speaks of problems: 已完成7个，… and not 已完成7个村.
bool counts_problems(std::string_view text, std::size_t at) {
  if (!utf8::is_han(utf8::at(text, at))) return true;
  for (const std::string_view w :
       {"问题", "任务", "事项", "整改", "措施", "具体", "反馈", "其", "已", "正",
        "需",   "未",   "占",   "中",   "的",   "和",   "均",   "全", "并", "尚",
        "仍",   "基",   "阶",   "长",   "持",   "及",   "限",   "立", "以", "取",
        "或",   "到",   "左",   "完",   "销",   "办",   "线",   "制", "信"}) {
    if (text.substr(at, w.size()) == w) return true;
  }
  return false;
}

bool is_counted(char32_t c) {
  switch (c) {
    case U'个':
    case U'项':
    case U'条':
    case U'件':
    case U'类':
    case U'方':
    case U'部':
    case U'份':
    case U'大':
    case U'处':
    case U'起':
    case U'分':
    case U'户':
    case U'名':
    case U'%':
    case U'％':
      return true;
    default:
      return false;
  }
}

/// Whether a Chinese numeral can end with the character at `at` (两个, 十二项, 百, 千, 零).
bool ends_numeral(std::string_view text, std::size_t at, unsigned char lead) {
  if (lead != 0xE4 && lead != 0xE5 && lead != 0xE3 && lead != 0xE7 && lead != 0xE9) return false;
  const char32_t c = utf8::at(text, at);
  return c == U'十' || c == U'百' || c == U'千' || chinese_digit(c) >= 0;
}

/// What the sentence counts at the moment: the last total, which states without a noun speak of.
struct Subject {
  enum class What : std::uint8_t { nothing, findings, measures, clues, elsewhere };
  What what = What::nothing;
  std::string scope;  ///< empty: the scope of the region
  Decimal total;
  std::string unit;
  Span span;
  std::int64_t counted = 0;  ///< how many of them the states so far account for
};

bool is_total(ClaimKind kind) {
  return kind == ClaimKind::findings_total || kind == ClaimKind::measures_total ||
         kind == ClaimKind::clues_transferred || kind == ClaimKind::sub_issues_total;
}

/// findings_completed → sub_issues_completed, and so on; null for what is no state of problems.
std::optional<ClaimKind> as_sub_issue(ClaimKind kind) {
  constexpr auto first = static_cast<int>(ClaimKind::findings_completed);
  constexpr auto last = static_cast<int>(ClaimKind::findings_not_completed);
  constexpr auto to = static_cast<int>(ClaimKind::sub_issues_completed);
  const auto k = static_cast<int>(kind);
  if (k < first || k > last) return std::nullopt;
  return static_cast<ClaimKind>(k - first + to);
}

/// 均已整改到位13个 says it of 13, not of all.
bool number_follows(std::string_view text, std::size_t at) {
  for (int n = 0; n < 4; ++n) {
    const char32_t c = utf8::at(text, at);
    if (utf8::is_ascii_digit(c)) return true;
    if (!utf8::is_han(c)) return false;
    at += utf8::length(static_cast<unsigned char>(text[at]));
  }
  return false;
}

/// Reads the totals of a region. States (已完成7个) belong to the total before
/// them in their sentence; a sentence without one speaks of the problems.
class ClaimReader {
 public:
  ClaimReader(const Reading& r, PhraseSet ExtractRules::*slice, std::string scope,
              std::optional<int> inspected, std::vector<Claim>& out)
      : r_(r),
        text_(r.text),
        tables_(r.text, r.signs),
        set_(r.rules.*slice),
        scope_(std::move(scope)),
        inspected_(inspected),
        needs_state_(slice == &ExtractRules::sub_claims),
        out_(out) {}

  /// Only sentences that count something are read closely: few do.
  void read(const std::vector<std::uint32_t>& counted, Span region) {
    std::uint32_t at = region.begin.value;
    for (auto it = std::lower_bound(counted.begin(), counted.end(), at);
         it != counted.end() && *it < region.end.value;
         it = std::lower_bound(it, counted.end(), at)) {
      constexpr std::uint32_t ends = Sign::full_stop | Sign::line_end;
      const std::uint32_t begin = r_.signs.after_last(at, *it, ends);
      const std::uint32_t stop = r_.signs.next(*it, ends, region.end.value);
      const std::uint32_t end = stop == region.end.value ? stop : r_.signs.from(stop)->end();
      const Span sentence{begin, end};
      if (!tables_.at(begin) &&
          (!needs_state_ || slice(text_, sentence).find("问题") != std::string_view::npos)) {
        end_sentence();
        read_sentence(sentence);
      }
      at = end;
    }
  }

 private:
  void read_sentence(Span region) {
    std::vector<PhraseHit> hits;
    set_.scan_all(r_.letters(region), hits);
    std::stable_sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
      return a.begin != b.begin ? a.begin < b.begin
             : a.end != b.end   ? a.end > b.end
                                : a.rule < b.rule;
    });
    not_of_all_.clear();
    std::erase_if(hits, [&](const PhraseHit& hit) {
      const std::string_view code = set_.rules()[hit.rule].as;
      if (code == not_all)
        not_of_all_.push_back({region.begin.value + hit.begin, region.begin.value + hit.end});
      return code == not_all || !of_earlier_year(hit, region.begin.value);
    });
    std::uint32_t last = region.begin.value;
    std::uint32_t taken = 0;  // every number counts once; words may serve two phrases
    std::uint32_t said = 0;  // but a 全部完成 that a phrase ends with is said of one total only
    for (const PhraseHit& hit : hits) {
      const bool bare = hit.slot_count == 0;
      if ((bare ? hit.begin : hit.slots[0].begin.value) < taken) continue;
      const Span span{region.begin.value + hit.begin, region.begin.value + hit.end};
      if (speaks_of_all(hit) && number_follows(text_, span.end.value)) continue;
      if (bare && hit.end <= said) continue;
      if (set_.rules()[hit.rule].as.ends_with('=')) said = hit.end;
      taken = bare ? hit.end : hit.slots[hit.slot_count - 1].end.value;
      const std::string_view between =
          last < span.begin.value ? slice(text_, {last, span.begin.value}) : std::string_view();
      read(hit, region.begin.value, span, between);
      last = region.begin.value + taken;
    }
  }

  void end_sentence() {
    told_before_ = out_.size();
    subject_ = {};
    findings_ = {};
    pending_.reset();
  }

  void read(const PhraseHit& hit, std::uint32_t base, Span span, std::string_view between) {
    std::size_t slot = 0;
    Decimal value;
    std::string_view unit;
    std::uint32_t number_end = 0;
    each_part(set_.rules()[hit.rule].as, [&](std::string_view name, std::string_view scope,
                                             bool repeats) {
      if (repeats && is_not_of_all({slot == 0 ? span.begin.value : number_end, span.end.value}))
        return false;
      if (repeats && slot == 0) {
        state_of_all(name, span, between);
        return false;
      }
      if (!repeats) {
        if (slot >= hit.slot_count) return false;
        const Span number{base + hit.slots[slot].begin.value, base + hit.slots[slot].end.value};
        const auto n = read_plain_numeral(slice(text_, number));
        if (!n) return false;
        value = n->value;
        number_end = number.end.value;
        unit = unit_after(text_, number_end);
        ++slot;
        if (text_.substr(0, number.begin.value).ends_with("百分之")) {
          // A rate in words has its decimals after the 点, and no sign of percent.
          if (const auto all = read_numeral(text_.substr(number.begin.value))) {
            value = all->value;
            number_end = number.begin.value + static_cast<std::uint32_t>(all->length);
          }
          unit = "%";
        }
      }
      if (name == earlier_year) return true;
      if (name == other) {
        subject_ = {Subject::What::elsewhere, {}, value, std::string(unit), span, 0};
        return true;
      }
      const auto kind = claim_from_name(name);
      if (!kind) return false;
      if (*kind == ClaimKind::completion_rate && !is_rate_of_findings(base, span)) return false;
      const bool open = number_end + unit.size() == span.end.value;
      if (is_total(*kind)) {
        total(*kind, value, unit, scope, span);
      } else if (repeats || !scope.empty() || !state(*kind)) {
        add(*kind, value, unit, scope.empty() ? scope_ : std::string(scope), span);
        if (repeats) account(value);
      } else if (!open || counts_problems(text_, span.end.value)) {
        count(*kind, value, unit, span);
      }
      return true;
    });
  }

  /// Whether the hit states something of a whole: 均已整改到位, 13个问题已完成整改.
  [[nodiscard]] bool speaks_of_all(const PhraseHit& hit) const {
    if (hit.slot_count == 0) return true;
    const auto kind = claim_from_name(set_.rules()[hit.rule].as);
    const std::size_t number_end = hit.slots[0].end.value;
    return kind && state(*kind) && hit.slot_count == 1 && hit.end > number_end + 6;
  }

  /// Whether words of `not_all` reach into those that state something of all: 未能全部完成.
  [[nodiscard]] bool is_not_of_all(Span stated) const {
    return std::any_of(not_of_all_.begin(), not_of_all_.end(),
                       [&](Span words) { return words.overlaps(stated); });
  }

  /// Whether the year that a phrase begins with is before that of the inspection; true for a phrase
  /// without one.
  [[nodiscard]] bool of_earlier_year(const PhraseHit& hit, std::uint32_t base) const {
    if (!set_.rules()[hit.rule].as.starts_with(earlier_year)) return true;
    if (!inspected_ || hit.slot_count == 0) return false;
    const Span number{base + hit.slots[0].begin.value, base + hit.slots[0].end.value};
    const auto n = read_plain_numeral(slice(text_, number));
    return n && number.size() == 4 && n->value.places == 0 && n->value.units < *inspected_;
  }

  /// Whether a rate is that of the findings: not where another total or a noun (改造完成率) says
  /// of what it is, nor where the sentence, from `base` on, has spoken of no rectification before.
  [[nodiscard]] bool is_rate_of_findings(std::uint32_t base, Span span) const {
    using What = Subject::What;
    if (subject_.what == What::elsewhere || subject_.what == What::clues || !subject_.scope.empty())
      return false;
    const auto names = [&](Span words, std::initializer_list<std::string_view> any) {
      const std::string_view s = slice(text_, words);
      return std::any_of(any.begin(), any.end(),
                         [&](std::string_view w) { return s.find(w) != std::string_view::npos; });
    };
    if (names(span, {"整改", "问题", "总体", "整体", "综合"})) return true;
    constexpr std::u32string_view ends_of_counts = U"个项条件均已总共";
    const char32_t before =
        span.begin.value == base ? 0 : utf8::at(text_, utf8::before(text_, span.begin.value));
    if (utf8::is_han(before) && ends_of_counts.find(before) == std::u32string_view::npos)
      return false;
    return out_.size() > told_before_ || names({base, span.begin.value}, {"整改", "问题", "反馈"});
  }

  static bool state(ClaimKind kind) {
    return as_sub_issue(kind).has_value() || kind >= ClaimKind::sub_issues_completed;
  }

  void add(ClaimKind kind, Decimal value, std::string_view unit, std::string scope, Span span) {
    if (pending_) {
      out_.push_back(*std::exchange(pending_, std::nullopt));
    }
    out_.push_back({kind, value, std::string(unit), std::move(scope), span});
  }

  void account(Decimal value) {
    if (value.places == 0) subject_.counted += value.units;
    if (subject_.total.places == 0 && subject_.counted >= subject_.total.units &&
        subject_.what != Subject::What::findings)
      subject_ = findings_;
  }

  void total(ClaimKind kind, Decimal value, std::string_view unit, std::string_view scope,
             Span span) {
    using What = Subject::What;
    const What what = kind == ClaimKind::measures_total      ? What::measures
                      : kind == ClaimKind::clues_transferred ? What::clues
                                                             : What::findings;
    subject_ = {what, std::string(scope), value, std::string(unit), span, 0};
    if (what == What::findings && scope.empty()) findings_ = region_ = subject_;
    if (what == What::measures) measures_ = subject_;
    Claim claim{kind, value, std::string(unit), scope.empty() ? scope_ : std::string(scope), span};
    if (needs_state_) {
      pending_ = std::move(claim);  // printed once a state of it is stated too
    } else {
      out_.push_back(std::move(claim));
    }
  }

  /// 已完成7个: of what the sentence counts, if the measure word agrees.
  void count(ClaimKind kind, Decimal value, std::string_view unit, Span span) {
    using What = Subject::What;
    const bool same_unit = subject_.unit == unit;
    const auto of_measures = [&](const Subject& m) {
      return m.what == What::measures && m.unit == unit &&
             (region_.what == What::nothing || region_.unit != unit ||
              region_.total.units < value.units);
    };
    if (subject_.what == What::elsewhere && same_unit) return account(value);
    if (subject_.what == What::clues && same_unit) {
      if (kind == ClaimKind::findings_completed)
        add(ClaimKind::clues_closed, value, unit, scope_, span);
      return account(value);
    }
    if (of_measures(subject_) || (subject_.what == What::nothing && of_measures(measures_))) {
      if (kind == ClaimKind::findings_completed)
        add(ClaimKind::measures_completed, value, unit, scope_, span);
      return account(value);
    }
    if (!subject_.scope.empty() && same_unit) {
      add(as_sub_issue(kind).value_or(kind), value, unit, subject_.scope, span);
      return account(value);
    }
    // 件 counts cases, letters and matters, unless the problems themselves are counted so.
    if ((unit == "件" || unit == "处") && region_.unit != unit) return;
    if (needs_state_ && subject_.what == What::nothing) return;
    add(kind, value, unit, scope_, span);
    account(value);
  }

  /// 均已整改到位, without a number: all of the total just stated.
  void state_of_all(std::string_view name, Span span, std::string_view between) {
    using What = Subject::What;
    const auto kind = name == everything ? ClaimKind::findings_completed : claim_from_name(name);
    if (!kind || utf8::count(between) > 24) return;
    Subject& of = name != everything && *kind != ClaimKind::measures_completed &&
                          subject_.what == What::measures && findings_.what == What::findings
                      ? findings_
                      : subject_;
    if (of.what == What::nothing || of.what == What::elsewhere || of.counted != 0) return;
    if (*kind == ClaimKind::measures_completed && of.what != What::measures) return;
    if (of.what == What::measures && between.find("问题") != std::string_view::npos) return;
    const Span words{of.span.begin, span.end};
    // 3个问题、8项整改任务均已完成: what is joined in one breath is done together.
    if (of.what == What::measures && findings_.what == What::findings && findings_.counted == 0 &&
        of.span.begin < findings_.span.end) {
      add(ClaimKind::findings_completed, findings_.total, findings_.unit, scope_,
          {findings_.span.begin, span.end});
      findings_.counted = findings_.total.units;
    }
    ClaimKind said = *kind;
    if (of.what == What::measures) {
      said = ClaimKind::measures_completed;
    } else if (of.what == What::clues) {
      said = ClaimKind::clues_closed;
    } else if (!of.scope.empty() || needs_state_) {
      said = as_sub_issue(said).value_or(said);
    }
    add(said, of.total, of.unit, of.scope.empty() ? scope_ : of.scope, words);
    of.counted = of.total.units;
    if (of.what != What::findings || !of.scope.empty()) subject_ = findings_;
  }

  const Reading& r_;
  std::string_view text_;
  TableLines tables_;
  const PhraseSet& set_;
  std::string scope_;
  std::optional<int> inspected_;  // the year of the inspection
  std::vector<Span> not_of_all_;  // words of this sentence that keep a 全部 from counting
  bool needs_state_;  // a total counts only where its sentence also states what became of it
  std::vector<Claim>& out_;
  Subject subject_;   // the last total of this sentence
  Subject findings_;  // the last total of problems of this sentence
  Subject region_;    // … of this region
  Subject measures_;  // the last total of measures of this region
  std::optional<Claim> pending_;
  std::size_t told_before_ = 0;  // claims before this sentence
};

}  // namespace

std::vector<std::uint32_t> counted_places(const MarkedDocument& document) {
  std::vector<std::uint32_t> out;
  const std::string_view text = document.text;
  document.each_numeral({0, text.size()}, [&](std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t next = at + utf8::length(lead);
    const auto add = [&] {
      if (is_counted(utf8::at(text, next)) && !names_item(text, at))
        out.push_back(static_cast<std::uint32_t>(at));
    };
    if (lead >= '0' && lead <= '9') {
      while (next < text.size() &&
             ((text[next] >= '0' && text[next] <= '9') || text[next] == '.' || text[next] == ','))
        ++next;
      add();
    } else if (ends_numeral(text, at, lead)) {
      add();
    }
    return next;
  });
  return out;
}

void find_claims(const Reading& r, const std::vector<std::uint32_t>& counted, Span region,
                 std::optional<int> inspected, std::vector<Claim>& out) {
  ClaimReader(r, &ExtractRules::claims, "document", inspected, out).read(counted, region);
}

void find_sub_claims(const Reading& r, const std::vector<std::uint32_t>& counted, Span region,
                     const std::string& finding, std::vector<Claim>& out) {
  ClaimReader(r, &ExtractRules::sub_claims, finding, std::nullopt, out).read(counted, region);
}

std::string check_claim_code(std::string_view code) {
  std::string fault;
  each_part(code, [&](std::string_view kind, std::string_view, bool) {
    if (kind != other && kind != everything && kind != not_all && kind != earlier_year &&
        !claim_from_name(kind))
      fault = "unknown claim kind \"" + std::string(kind) + "\"";
    return fault.empty();
  });
  return fault;
}

}  // namespace noticekit
