#include "extract/accountability.hpp"

#include <optional>
#include <vector>

#include "extract/codes.hpp"
#include "extract/numeral.hpp"
#include "text/utf8.hpp"

namespace noticekit {
namespace {

struct Counted {
  Decimal value;
  std::string unit;
  std::uint32_t begin;
  std::uint32_t end;
};

/// 人次, 人, 名, 件, 起, 例 at `at`; empty for any other unit.
std::string_view people_unit(std::string_view text, std::size_t at) {
  for (const std::string_view unit : {"人次", "人", "名", "件", "起", "例"}) {
    if (text.substr(at, unit.size()) == unit) return unit;
  }
  return {};
}

bool ends_clause(char32_t c) {
  return c == U'，' || c == U',' || c == U'。' || c == U'；' || c == U';' || c == U'\n' ||
         c == U'\t';
}
bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'；' || c == U';' || c == U'\n' || c == U'\t';
}

/// 3人, 两名, 10余人次 at `at`: only cases are counted by 件, 起 or 例.
std::optional<Counted> counted_at(std::string_view text, std::uint32_t at,
                                  AccountabilityKind kind) {
  const char32_t c = utf8::at(text, at);
  if (!utf8::is_ascii_digit(c) && chinese_digit(c) < 0 && c != U'十') return std::nullopt;
  const auto number = read_plain_numeral(text.substr(at));
  if (!number || number->value.places != 0) return std::nullopt;
  std::uint32_t end = at + number->length;
  if (text.substr(end, 3) == "余" || text.substr(end, 3) == "多") end += 3;
  const std::string_view unit = people_unit(text, end);
  const bool cases = unit == "件" || unit == "起" || unit == "例";
  if (unit.empty() || (cases && kind != AccountabilityKind::case_filed)) return std::nullopt;
  return Counted{number->value, std::string(unit), at,
                 static_cast<std::uint32_t>(end + unit.size())};
}

/// The number after the words, a few characters on and before the next words of this kind:
/// 诫勉谈话3人, 约谈班子成员、科室负责人9人次.
std::optional<Counted> number_after(std::string_view text, std::uint32_t from, std::uint32_t next,
                                    AccountabilityKind kind) {
  std::uint32_t at = from;
  for (int n = 0; n <= 14 && at < text.size() && at < next; ++n) {
    const char32_t c = utf8::at(text, at);
    if (ends_clause(c)) return std::nullopt;
    if (auto counted = counted_at(text, at, kind)) {
      // 2人诫勉、3人批评教育: a number just after 、 opens the next member of the list.
      const bool opens = at > from && utf8::at(text, utf8::before(text, at)) == U'、';
      return opens ? std::nullopt : counted;
    }
    if (utf8::is_ascii_digit(c)) return std::nullopt;
    at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[at])));
  }
  return std::nullopt;
}

/// Where the clause that holds `at` begins, at or after `from`.
std::uint32_t clause_begin(std::string_view text, std::uint32_t from, std::uint32_t at) {
  while (at > from) {
    const auto p = static_cast<std::uint32_t>(utf8::before(text, at));
    if (ends_clause(utf8::at(text, p))) break;
    at = p;
  }
  return at;
}

/// Whether the words between people and act, or those that lead to the people in their clause, say
/// that the act was done to them: 对2名责任人给予诫勉, 对1名科长诫勉, 给予原报账员1名警告处分,
/// …2人诫勉、3人批评教育. 立案 is an act by itself.
bool is_done_to(const Reading& r, std::uint32_t from, const std::vector<Counted>& people,
                std::uint32_t words, std::uint32_t previous, AccountabilityKind kind) {
  const PhraseSet& set = r.rules.accountability;
  const std::uint32_t first = people.front().begin;
  const Span gap_to_words{people.back().end, words};
  const std::string_view between = r.view(gap_to_words);
  if (kind == AccountabilityKind::accountability_total) {
    return between == "被" || between == "受到" || between == "被追责";
  }
  if (kind == AccountabilityKind::case_filed) return utf8::count(between) <= 16;
  if (set.find_as(r.letters(gap_to_words), "links")) return true;
  if (utf8::count(between) > 8 || between.find("，") != std::string_view::npos) return false;
  if (between.empty() && first == from) return true;
  const Stretch before = r.letters({clause_begin(r.text, from, first), first});
  if (set.find_as(before, "leads") || set.find_as(before, "links")) return true;
  const std::string_view gap =
      previous > from && previous <= first ? r.view({previous, first}) : std::string_view("-");
  return gap.empty() || gap == "、" || gap == "和" || gap == "及";
}

/// The numbers of people before the words in the same sentence: 对2名责任人给予诫勉. More than one
/// where they are listed: 对1名书记、2名会计进行约谈.
/// `previous`: where the words before these end; a list does not go on over them.
std::vector<Counted> numbers_before(const Reading& r, std::uint32_t words, std::uint32_t previous,
                                    AccountabilityKind kind) {
  const std::string_view text = r.text;
  std::uint32_t from = words;
  for (int n = 0; n < 45 && from > 0; ++n) {
    const auto p = static_cast<std::uint32_t>(utf8::before(text, from));
    if (ends_sentence(utf8::at(text, p))) break;
    from = p;
  }
  std::vector<Counted> found;
  for (std::uint32_t at = from; at < words;) {
    const auto counted = counted_at(text, at, AccountabilityKind::party_discipline);
    if (counted && counted->unit != "人次" && counted->end <= words) {
      const bool listed = !found.empty() && (at < previous || found.back().begin >= previous) &&
                          slice(text, {found.back().end, at}).find("、") != std::string_view::npos;
      if (!listed) found.clear();
      found.push_back(*counted);
      at = counted->end;
      continue;
    }
    if (ends_clause(utf8::at(text, at)) && found.size() > 1) {
      found.erase(found.begin(), found.end() - 1);  // a list does not go on over a comma
    }
    at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[at])));
  }
  if (!found.empty() && !is_done_to(r, from, found, words, previous, kind)) found.clear();
  return found;
}

/// Whether two kinds are told as one: 批评教育、提醒谈话8人.
bool is_joint(std::string_view between) {
  return between == "、" || between == "和" || between == "及" || between == "或" ||
         between == "以及" || between == "与" || between == "并";
}

}  // namespace

void find_accountability(const Reading& r, std::vector<Accountability>& out) {
  const PhraseSet& set = r.rules.accountability;
  const std::string_view text = r.text;
  std::vector<PhraseHit> hits;
  set.scan(r.marked.all(), hits);
  std::erase_if(hits, [&](const PhraseHit& hit) {
    return !accountability_from_name(set.rules()[hit.rule].as);
  });
  const auto kind_at = [&](std::size_t i) {
    return *accountability_from_name(set.rules()[hits[i].rule].as);
  };
  // Kinds before `i` that are listed with it without a number of their own: the first of them.
  const auto first_listed = [&](std::size_t i) {
    std::size_t j = i;
    while (j > 0 && is_joint(slice(text, {hits[j - 1].end, hits[j].begin}))) --j;
    return j;
  };
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const PhraseHit& hit = hits[i];
    const AccountabilityKind kind = kind_at(i);
    const auto next =
        i + 1 < hits.size() ? hits[i + 1].begin : static_cast<std::uint32_t>(text.size());
    if (const auto after = number_after(text, hit.end, next, kind)) {
      const bool each =
          text.substr(after->begin - 3, 3) == "各" || text.substr(after->begin - 6, 6) == "各有";
      const std::size_t first = first_listed(i);
      if (each) {  // 诫勉、批评教育各2人: the number stands for each of the words
        for (std::size_t j = first; j <= i; ++j)
          out.push_back({kind_at(j), after->value, after->unit, {hits[j].begin, after->end}, {}});
      } else {
        out.push_back(
            {kind_at(first), after->value, after->unit, {hits[first].begin, after->end}, {}});
        for (std::size_t j = first + 1; j <= i; ++j) out.back().with.push_back(kind_at(j));
      }
      continue;
    }
    if (i > 0 && is_joint(slice(text, {hits[i - 1].end, hit.begin})) && !out.empty() &&
        out.back().span.end.value == hits[i - 1].end) {
      out.back().with.push_back(kind);  // 对3名责任人予以诫勉、批评教育
      out.back().span.end = TextOffset(hit.end);
      continue;
    }
    for (const Counted& before : numbers_before(r, hit.begin, i > 0 ? hits[i - 1].end : 0, kind))
      out.push_back({kind, before.value, before.unit, {before.begin, hit.end}, {}});
  }
}

}  // namespace noticekit
