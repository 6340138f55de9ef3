// ref.*: how documents are cited.
#include <algorithm>

#include "report/audit/check.hpp"

namespace noticekit::audit {
namespace {

/// 代字〔年〕序号号: six-cornered brackets, four digits, no 第, no leading zero.
bool well_formed(std::string_view number) {
  const std::size_t open = number.find("〔"), close = number.find("〕");
  if (open == std::string_view::npos || close != open + 7 || open == 0) return false;
  std::string_view rest = number.substr(close + 3);
  if (!rest.ends_with("号") || rest.front() == '0') return false;
  rest.remove_suffix(3);
  return !rest.empty() && rest.find_first_not_of("0123456789") == std::string_view::npos;
}

bool wrong_agency(const Audited& a, Span number) {
  return !hits_of(a.rules.words, "agency_word", a.n, number).empty();
}

}  // namespace

bool ref_no_number(Audited& a) {
  if (a.n.references.empty()) return false;
  std::vector<std::string_view> numbered, seen, lacking;
  Field first;
  for (const Reference& r : a.n.references) {
    if (r.number && r.title) numbered.push_back(a.view(*r.title));
  }
  for (const Reference& r : a.n.references) {
    if (!r.title) continue;
    const std::string_view title = a.view(*r.title);
    if (std::find(seen.begin(), seen.end(), title) != seen.end()) continue;
    seen.push_back(title);
    if (std::find(numbered.begin(), numbered.end(), title) != numbered.end()) continue;
    if (!hits_of(a.rules.references, "national", a.n, *r.title).empty()) continue;
    lacking.push_back(title);
    if (!first) first = *r.title;
  }
  if (!lacking.empty())
    a.raise("引用的{}份文件中{}份没有文号，如{}", "{} documents are cited, {} without a number: {}",
            {std::to_string(seen.size()), std::to_string(lacking.size()), quoted(lacking[0])},
            first);
  return true;
}

bool ref_number_form(Audited& a) {
  std::vector<Span> numbers;
  for (const Reference& r : a.n.references) {
    if (r.number) numbers.push_back(*r.number);
  }
  if (a.n.document_number) numbers.push_back(*a.n.document_number);
  if (numbers.empty()) return false;
  for (const Span number : numbers) {
    if (!well_formed(a.view(number)) || wrong_agency(a, number))
      a.raise("文号{}不合“代字〔年〕序号号”的格式",
              "the number {} is not of the form 代字〔年〕序号号", {quoted(a.view(number))},
              number);
  }
  return true;
}

bool ref_none(Audited& a) {
  if (a.n.references.empty()) a.raise("全文没有引用任何文件", "no document is cited at all");
  return true;
}

}  // namespace noticekit::audit
