#include <algorithm>
#include <optional>

#include "extract/claims.hpp"
#include "extract/codes.hpp"
#include "extract/numeral.hpp"
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

/// The measure word after a number: 个, 项, 条, 件, 方面 or %.
std::string unit_after(std::string_view text, std::uint32_t at) {
  if (text.substr(at, 6) == "方面") return "方面";
  const char32_t c = utf8::at(text, at);
  if (c == U'%' || c == U'％') return "%";
  return utf8::is_han(c) ? std::string(text.substr(at, 3)) : std::string();
}

void read(const MarkedDocument& document, Span region, const ExtractRules& rules,
          PhraseSet ExtractRules::*member, const std::string& default_scope,
          std::vector<Claim>& out) {
  const std::string_view text = document.text;
  const PhraseSet& set = rules.*member;
  std::vector<PhraseHit> hits;
  set.scan(document.part(member, region), hits);
  for (const PhraseHit& hit : hits) {
    const std::uint32_t base = region.begin.value;
    std::size_t slot = 0;
    Decimal value;
    std::string unit;
    each_part(
        set.rules()[hit.rule].as, [&](std::string_view kind, std::string_view scope, bool repeats) {
          if (!repeats) {
            if (slot >= hit.slot_count) return false;
            const Span number{base + hit.slots[slot].begin.value, base + hit.slots[slot].end.value};
            const auto n = read_plain_numeral(slice(text, number));
            if (!n) return false;
            value = n->value;
            unit = unit_after(text, number.end.value);
            ++slot;
          }
          const auto k = claim_from_name(kind);
          if (!k) return false;
          out.push_back({*k,
                         value,
                         unit,
                         scope.empty() ? default_scope : std::string(scope),
                         {base + hit.begin, base + hit.end}});
          return true;
        });
  }
}

}  // namespace

void find_claims(const MarkedDocument& document, Span region, const ExtractRules& rules,
                 std::vector<Claim>& out) {
  // Line by line: a table's cells are no prose.
  for (std::uint32_t b = region.begin.value; b < region.end.value;) {
    const auto e = static_cast<std::uint32_t>(
        std::min<std::size_t>(document.text.find('\n', b), region.end.value));
    if (slice(document.text, {b, e}).find('\t') == std::string_view::npos) {
      read(document, {b, e}, rules, &ExtractRules::claims, "document", out);
    }
    b = e + 1;
  }
}

void find_sub_claims(const MarkedDocument& document, Span region, const std::string& finding,
                     const ExtractRules& rules, std::vector<Claim>& out) {
  read(document, region, rules, &ExtractRules::sub_claims, finding, out);
}

std::string check_claim_code(std::string_view code) {
  std::string fault;
  each_part(code, [&](std::string_view kind, std::string_view, bool) {
    if (!claim_from_name(kind)) fault = "unknown claim kind \"" + std::string(kind) + "\"";
    return fault.empty();
  });
  return fault;
}

}  // namespace noticekit
