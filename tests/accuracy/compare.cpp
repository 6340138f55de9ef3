#include "accuracy/compare.hpp"

#include <algorithm>
#include <vector>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace noticekit::accuracy {
namespace {

std::u32string folded(std::string_view s) {
  std::u32string out;
  for (std::size_t i = 0; i < s.size(); i += utf8::length(static_cast<unsigned char>(s[i]))) {
    char32_t c = utf8::at(s, i);
    if (c <= 0xFFFF) c = noticekit::fold(static_cast<char16_t>(c));
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == U'*' || c == 0xA0) continue;
    if (c == U'。') c = U'.';
    if (c == U'、') c = U',';
    out += c;
  }
  const std::u32string_view ends = U".,;:!?\"'";
  const auto first = out.find_first_not_of(ends);
  if (first == std::u32string::npos) return {};
  return out.substr(first, out.find_last_not_of(ends) - first + 1);
}

}  // namespace

std::string fold(std::string_view words) {
  const std::u32string wide = folded(words);
  return std::string(reinterpret_cast<const char*>(wide.data()), wide.size() * sizeof(char32_t));
}

bool alike(std::string_view a, std::string_view b, double cut) {
  const std::u32string x = folded(a);
  const std::u32string y = folded(b);
  if (x == y) return true;
  if (x.empty() || y.empty()) return false;
  std::vector<std::size_t> above(y.size() + 1), row(y.size() + 1);
  for (const char32_t c : x) {
    for (std::size_t j = 0; j < y.size(); ++j) {
      row[j + 1] = c == y[j] ? above[j] + 1 : std::max(above[j + 1], row[j]);
    }
    std::swap(above, row);
  }
  return 2.0 * static_cast<double>(above.back()) >= cut * static_cast<double>(x.size() + y.size());
}

}  // namespace noticekit::accuracy
