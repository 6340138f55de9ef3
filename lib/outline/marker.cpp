#include "outline/marker.hpp"

#include "text/utf8.hpp"

namespace noticekit {
namespace {

/// Value of one Chinese digit, 10 for 十, 0 for anything else.
std::int32_t chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? 0 : static_cast<std::int32_t>(at) + 1;
}

struct Ordinal {
  std::int32_t value = 0;
  std::size_t length = 0;
};

/// A Chinese ordinal 1-99 (一 … 九十九) at `at`.
Ordinal chinese_ordinal(std::string_view s, std::size_t at) {
  std::int32_t tens = 0;
  std::int32_t ones = 0;
  bool has_ten = false;
  std::size_t i = at;
  for (int n = 0; n < 3; ++n) {
    const char32_t c = utf8::at(s, i);
    const std::int32_t d = chinese_digit(c);
    if (d == 0) break;
    if (d == 10) {
      if (has_ten) break;
      tens = ones == 0 ? 1 : ones;
      ones = 0;
      has_ten = true;
    } else if (ones != 0) {
      break;
    } else {
      ones = d;
    }
    i += 3;
  }
  return {tens * 10 + ones, i - at};
}

/// One or two ASCII digits at `at`, not followed by another.
Ordinal arabic_ordinal(std::string_view s, std::size_t at) {
  std::int32_t value = 0;
  std::size_t i = at;
  while (i < s.size() && utf8::is_ascii_digit(static_cast<unsigned char>(s[i]))) {
    value = value * 10 + (s[i] - '0');
    if (++i - at > 2) return {};
  }
  return {value, i - at};
}

/// 一、二级 / 三、四季度: two ordinals of one noun, not a marker.
bool is_pair_of_ordinals(std::string_view s, std::size_t at) {
  const Ordinal next = chinese_ordinal(s, at);
  if (next.length == 0) return false;
  constexpr std::u32string_view nouns = U"级类等线季期批号年月是、期层楼组";
  return nouns.find(utf8::at(s, at + next.length)) != std::u32string_view::npos;
}

}  // namespace

std::optional<Marker> read_marker(std::string_view line) {
  if (line.empty() || line.find('\t') != std::string_view::npos) return std::nullopt;
  const char32_t first = utf8::at(line, 0);
  const auto make = [](int rank, Ordinal n, std::size_t length) {
    return Marker{static_cast<std::uint8_t>(rank), n.value, static_cast<std::uint32_t>(length)};
  };
  if (first == U'（' || first == U'(') {
    const std::size_t open = utf8::length(static_cast<unsigned char>(line[0]));
    Ordinal n = chinese_ordinal(line, open);
    const int rank = n.length != 0 ? 2 : 4;
    if (n.length == 0) n = arabic_ordinal(line, open);
    if (n.length == 0 || n.value == 0) return std::nullopt;
    const char32_t close = utf8::at(line, open + n.length);
    if (close != U'）' && close != U')') return std::nullopt;
    return make(rank, n, open + n.length + (close == U')' ? 1 : 3));
  }
  if (const Ordinal n = chinese_ordinal(line, 0); n.length != 0) {
    if (utf8::at(line, n.length) != U'、' || is_pair_of_ordinals(line, n.length + 3)) {
      return std::nullopt;
    }
    return make(1, n, n.length + 3);
  }
  if (const Ordinal n = arabic_ordinal(line, 0); n.length != 0 && n.value != 0) {
    const char32_t stop = utf8::at(line, n.length);
    if (stop != U'.' && stop != U'．' && stop != U'、') return std::nullopt;
    const std::size_t length = n.length + (stop == U'.' ? 1 : 3);
    if (utf8::is_ascii_digit(utf8::at(line, length))) return std::nullopt;  // 1.2万元
    return make(3, n, length);
  }
  return std::nullopt;
}

std::size_t heading_end(std::string_view line) {
  // A quotation mark that is never closed on this line must not swallow the rest of it.
  const bool closes = line.find("”") != std::string_view::npos;
  int depth = 0;
  for (std::size_t i = 0; i < line.size();) {
    const auto lead = static_cast<unsigned char>(line[i]);
    const std::size_t n = utf8::length(lead);
    if (lead == 0xE2 || lead == 0xE3) {
      const std::string_view c = line.substr(i, n);
      if (c == "“" && closes) ++depth;
      if (c == "”" && depth > 0) --depth;
      if (c == "。" && depth == 0) return i;
    }
    i += n;
  }
  if (depth == 0) return line.size();
  const std::size_t stop = line.find("。");  // unbalanced quotes: the first full stop after all
  return stop == std::string_view::npos ? line.size() : stop;
}

}  // namespace noticekit
