#include "extract/damage.hpp"

#include <algorithm>
#include <string>

namespace noticekit {

void find_damage(const MarkedDocument& document, const std::vector<Date>& dates,
                 const ExtractRules& rules, std::vector<Defect>& out) {
  for (const Date& d : dates) {
    if (d.precision == Precision::none) {
      out.push_back({"damaged_date", d.span,
                     "digits of a date were lost; the words are kept, no value is given"});
    }
  }
  std::vector<PhraseHit> hits;
  rules.damage.scan(document.all(), hits);
  for (const PhraseHit& hit : hits) {
    out.push_back({rules.damage.rules()[hit.rule].as, {hit.begin, hit.end}, "kept as printed"});
  }
}

void find_mended(const Text& text, std::vector<Defect>& out) {
  const Span first_line{0, std::min(text.utf8.find('\n'), text.utf8.size())};
  if (first_line.empty()) return;
  const auto mended = [&](Edit edit, const char* kind, const char* hint) {
    if (const auto count = text.edits[edit]; count > 0)
      out.push_back({kind, first_line, std::to_string(count) + hint});
  };
  mended(Edit::joined_line, "joined_line", " breaks inside sentences were mended in this document");
  mended(Edit::markup, "markup_residue", " marks of markup were removed from this document");
}

void find_lost_characters(const Text& text, std::vector<Defect>& out) {
  constexpr std::string_view lost = "\xEF\xBF\xBD";  // U+FFFD
  constexpr std::size_t most = 20;                   // as many as the warnings of a text tell
  const std::string_view all = text.utf8;
  const bool by_decoding = text.edits[Edit::malformed] > 0;
  const bool cut = std::any_of(text.warnings.begin(), text.warnings.end(),
                               [](const Warning& w) { return w.code == "truncated"; });
  std::vector<Span> places;
  for (std::size_t at = all.find(lost); at != std::string_view::npos;) {
    std::size_t end = at;
    while (all.substr(end).starts_with(lost)) end += lost.size();
    places.emplace_back(at, end);
    at = all.find(lost, end);
  }
  if (cut) {
    const std::size_t last = all.find_last_not_of('\n');
    const bool told = !places.empty() && places.back().end.value == last + 1;
    const std::size_t line = all.rfind('\n', last) + 1;  // the first line too: npos + 1 is 0
    out.push_back({"truncated", told ? places.back() : Span{line, last + 1},
                   "the file ends inside a character, so its end is missing; get the whole file"});
    if (told) places.pop_back();
  }
  for (std::size_t i = 0; i < std::min(places.size(), most); ++i) {
    std::string hint = by_decoding
                           ? "bytes that are no character of the file's encoding stood here"
                           : "the document itself has U+FFFD here, for a character lost before";
    if (i + 1 == most && places.size() > most)
      hint += ", and in " + std::to_string(places.size() - most) + " more places";
    out.push_back({"malformed_bytes", places[i], hint + "; compare with the original"});
  }
}

}  // namespace noticekit
