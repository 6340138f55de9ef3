#include "extract/accountability.hpp"

#include <optional>
#include <vector>

#include "extract/codes.hpp"
#include "extract/numeral.hpp"
#include "extract/table_lines.hpp"
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
bool ends_sentence(char32_t c) { return c == U'。' || c == U'；' || c == U';' || c == U'\n'; }

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
    if (auto counted = counted_at(text, at, kind)) return counted;
    if (utf8::is_ascii_digit(c)) return std::nullopt;
    at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[at])));
  }
  return std::nullopt;
}

/// The numbers of people before the words in the same sentence: 对2名责任人给予诫勉. More than one
/// where they are listed: 对1名书记、2名会计进行约谈.
/// `previous`: where the words before these end; a list does not go on over them.
std::vector<Counted> numbers_before(std::string_view text, std::uint32_t words,
                                    std::uint32_t previous, AccountabilityKind kind,
                                    const PhraseSet& set) {
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
  if (found.empty()) return found;
  // The act must be said, between people and words (给予, 进行了, 受到) or just before the people
  // (责令2名干部作出检查). 立案 is an act by itself.
  const std::string_view between = slice(text, {found.back().end, words});
  bool acted = set.find_as(between, "links").has_value();
  if (kind == AccountabilityKind::accountability_total) {
    acted = between == "被" || between == "受到" || between == "被追责";
  } else if (kind == AccountabilityKind::case_filed) {
    acted = utf8::count(between) <= 16;
  } else if (!acted && utf8::count(between) <= 8 && between.find("，") == std::string_view::npos) {
    const std::uint32_t first = found.front().begin;
    std::uint32_t b = first;
    for (int n = 0; n < 6 && b > from; ++n) b = static_cast<std::uint32_t>(utf8::before(text, b));
    acted = set.find_as(slice(text, {b, first}), "links").has_value() ||
            (between.empty() && first == from) ||
            (between.empty() && b < first && utf8::at(text, utf8::before(text, first)) == U'、');
  }
  if (!acted) found.clear();
  return found;
}

}  // namespace

void find_accountability(const MarkedDocument& document, const ExtractRules& rules,
                         std::vector<Accountability>& out) {
  const PhraseSet& set = rules.accountability;
  const std::string_view text = document.text;
  std::vector<PhraseHit> hits;
  set.scan(document.all(&ExtractRules::accountability), hits);
  TableLines tables(text);
  std::erase_if(hits, [&](const PhraseHit& hit) {
    return !accountability_from_name(set.rules()[hit.rule].as) || tables.at(hit.begin);
  });
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const PhraseHit& hit = hits[i];
    const AccountabilityKind kind = *accountability_from_name(set.rules()[hit.rule].as);
    const auto next =
        i + 1 < hits.size() ? hits[i + 1].begin : static_cast<std::uint32_t>(text.size());
    if (const auto after = number_after(text, hit.end, next, kind)) {
      // 诫勉、批评教育各2人: the number stands for each of the words that are listed before it.
      const bool each =
          text.substr(after->begin - 3, 3) == "各" || text.substr(after->begin - 6, 6) == "各有";
      for (std::size_t j = i; each && j > 0; --j) {
        const std::string_view between = slice(text, {hits[j - 1].end, hits[j].begin});
        if (between != "、" && between != "和" && between != "及") break;
        const auto listed = accountability_from_name(set.rules()[hits[j - 1].rule].as);
        out.push_back({*listed, after->value, after->unit, {hits[j - 1].begin, after->end}});
      }
      out.push_back({kind, after->value, after->unit, {hit.begin, after->end}});
      continue;
    }
    for (const Counted& before :
         numbers_before(text, hit.begin, i > 0 ? hits[i - 1].end : 0, kind, set))
      out.push_back({kind, before.value, before.unit, {before.begin, hit.end}});
  }
}

}  // namespace noticekit
