#include "extract/damage.hpp"

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
  rules.damage.scan(document.all(&ExtractRules::damage), hits);
  for (const PhraseHit& hit : hits) {
    out.push_back({rules.damage.rules()[hit.rule].as, {hit.begin, hit.end}, "kept as printed"});
  }
}

}  // namespace noticekit
