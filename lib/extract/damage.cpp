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

}  // namespace noticekit
