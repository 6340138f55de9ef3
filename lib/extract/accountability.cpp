#include "extract/accountability.hpp"

#include <optional>

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

bool stops(char32_t c) {
  switch (c) {
    case U'，':
    case U'。':
    case U'、':
    case U'；':
    case U';':
    case U',':
    case U'\n':
    case U'\t':
      return true;
    default:
      return false;
  }
}

/// A table's cells are no prose.
bool in_table(std::string_view text, std::size_t at) {
  const std::size_t line = text.rfind('\n', at) + 1;  // npos + 1 is 0
  return text.substr(line, text.find('\n', at) - line).find('\t') != std::string_view::npos;
}

/// The number right after the words, at most ten characters on: 诫勉谈话3人.
std::optional<Counted> number_after(std::string_view text, std::uint32_t from) {
  std::uint32_t at = from;
  for (int n = 0; n <= 10 && at < text.size(); ++n) {
    const char32_t c = utf8::at(text, at);
    if (stops(c)) return std::nullopt;
    if (utf8::is_ascii_digit(c)) {
      const auto number = read_plain_numeral(text.substr(at));
      if (!number) return std::nullopt;
      std::uint32_t end = at + number->length;
      if (text.substr(end, 3) == "余") end += 3;
      const std::string_view unit = people_unit(text, end);
      if (unit.empty()) return std::nullopt;
      return Counted{number->value, std::string(unit), at,
                     static_cast<std::uint32_t>(end + unit.size())};
    }
    at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[at])));
  }
  return std::nullopt;
}

/// The last number of people before the words in the same sentence: 对2名责任人给予诫勉.
std::optional<Counted> number_before(std::string_view text, std::uint32_t words,
                                     AccountabilityKind kind, const PhraseSet& set) {
  std::uint32_t from = words;
  for (int n = 0; n < 45 && from > 0; ++n) {
    const auto p = static_cast<std::uint32_t>(utf8::before(text, from));
    const char32_t c = utf8::at(text, p);
    if (c == U'。' || c == U'；' || c == U';' || c == U'\n') break;
    from = p;
  }
  std::optional<Counted> last;
  for (std::uint32_t at = from; at < words;) {
    if (utf8::is_ascii_digit(utf8::at(text, at))) {
      if (const auto number = read_plain_numeral(text.substr(at))) {
        const std::uint32_t end = at + number->length;
        const std::string_view unit = people_unit(text, end);
        if (unit == "名" || unit == "人") {
          last = Counted{number->value, std::string(unit), at,
                         static_cast<std::uint32_t>(end + unit.size())};
        }
        at = end;
        continue;
      }
    }
    at += static_cast<std::uint32_t>(utf8::length(static_cast<unsigned char>(text[at])));
  }
  if (!last) return std::nullopt;
  // Between the people and the words the act itself must be said: 给予, 进行了, 作出…. 立案 is an
  // act by itself.
  const std::string_view between = text.substr(last->end, words - last->end);
  if (kind == AccountabilityKind::case_filed ? utf8::count(between) > 16
                                             : !set.find_as(between, "links")) {
    return std::nullopt;
  }
  return last;
}

}  // namespace

void find_accountability(const MarkedDocument& document, const ExtractRules& rules,
                         std::vector<Accountability>& out) {
  const PhraseSet& set = rules.accountability;
  const std::string_view text = document.text;
  std::vector<PhraseHit> hits;
  set.scan(document.all(&ExtractRules::accountability), hits);
  for (const PhraseHit& hit : hits) {
    const auto kind = accountability_from_name(set.rules()[hit.rule].as);
    if (!kind || in_table(text, hit.begin)) continue;
    if (const auto after = number_after(text, hit.end)) {
      out.push_back({*kind, after->value, after->unit, {hit.begin, after->end}});
    } else if (*kind != AccountabilityKind::accountability_total) {
      if (const auto before = number_before(text, hit.begin, *kind, set)) {
        out.push_back({*kind, before->value, before->unit, {before->begin, hit.end}});
      }
    }
  }
}

}  // namespace noticekit
