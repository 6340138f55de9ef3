#include "text/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace noticekit {
namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// Writes `c` escaped; the longest form has six bytes.
char* escape(char* at, char c) {
  *at++ = '\\';
  switch (c) {
    case '"':
    case '\\':
      *at++ = c;
      return at;
    case '\b':
      *at++ = 'b';
      return at;
    case '\f':
      *at++ = 'f';
      return at;
    case '\n':
      *at++ = 'n';
      return at;
    case '\r':
      *at++ = 'r';
      return at;
    case '\t':
      *at++ = 't';
      return at;
    default:
      break;
  }
  for (const char digit : {'u', '0', '0', "0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15]})
    *at++ = digit;
  return at;
}

/// 0042, and four bytes that may be read but mean nothing.
std::array<char, 8> four_digits(std::uint32_t v) {
  static constexpr auto pairs = [] {
    std::array<char, 200> t{};
    for (std::size_t i = 0; i < 100; ++i) {
      t[2 * i] = static_cast<char>('0' + i / 10);
      t[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return t;
  }();
  std::array<char, 8> out{};
  std::memcpy(out.data(), &pairs[2 * (v / 100 % 100)], 2);
  std::memcpy(out.data() + 2, &pairs[2 * (v % 100)], 2);
  return out;
}

/// Writes `s` escaped. The caller has made room for 6 * s.size() bytes.
char* write_escaped(char* at, std::string_view s) {
  constexpr std::size_t stretch = 32;
  std::size_t i = 0;
  while (i < s.size()) {
    const std::size_t n = s.size() - i < stretch ? s.size() - i : stretch;
    bool any = false;  // a loop the compiler does in a few steps: most stretches have nothing
    if (n == stretch) {
      unsigned found = 0;
      for (std::size_t k = 0; k < stretch; ++k) found |= needs_escape(s[i + k]) ? 1U : 0U;
      any = found != 0;
    } else {
      for (std::size_t k = 0; k < n; ++k) any = any || needs_escape(s[i + k]);
    }
    if (!any) {
      std::memcpy(at, s.data() + i, n);
      at += n;
    } else {
      for (const char c : s.substr(i, n)) {
        if (needs_escape(c)) {
          at = escape(at, c);
        } else {
          *at++ = c;
        }
      }
    }
    i += n;
  }
  return at;
}

}  // namespace

void append_json_string(std::string& out, std::string_view s) { JsonWriter(out).string(s); }

void JsonWriter::grow(std::size_t bytes) {
  const std::size_t used =
      at_ == nullptr ? out_.size() : static_cast<std::size_t>(at_ - out_.data());
  out_.resize(std::max(used + bytes, 2 * used) + 1024);
  at_ = out_.data() + used;
  end_ = out_.data() + out_.size();
}

void JsonWriter::complete() {
  out_.resize(static_cast<std::size_t>(at_ - out_.data()));
  at_ = end_ = nullptr;
}

void JsonWriter::string(std::string_view value) {
  // Room for the worst case of a part only: the buffer of a long text would be six times as long.
  constexpr std::size_t part = 512;
  need(value.size() + value.size() / 32 + 6 * std::min(value.size(), part) + 3);
  separate();
  *at_++ = '"';
  while (!value.empty()) {
    const std::string_view now = value.substr(0, part);
    need(6 * now.size() + 1);
    at_ = write_escaped(at_, now);
    value.remove_prefix(now.size());
  }
  *at_++ = '"';
  end_value();
}

void JsonWriter::string(std::string_view value, std::span<const std::uint32_t> escapes,
                        std::uint32_t base) {
  need(value.size() + 6 * escapes.size() + 3);
  separate();
  *at_++ = '"';
  std::size_t from = 0;
  for (const std::uint32_t place : escapes) {
    const std::size_t to = place - base;
    std::memcpy(at_, value.data() + from, to - from);
    at_ = escape(at_ + (to - from), value[to]);
    from = to + 1;
  }
  std::memcpy(at_, value.data() + from, value.size() - from);
  at_ += value.size() - from;
  *at_++ = '"';
  end_value();
}

void JsonWriter::integer(std::int64_t value) {
  need(24);
  separate();
  if (value >= 0 && value < 10'000) {  // nearly all are positions
    const auto v = static_cast<std::uint32_t>(value);
    std::memcpy(at_, four_digits(v).data() + (v < 10 ? 3 : v < 100 ? 2 : v < 1000 ? 1 : 0), 4);
    at_ += v < 10 ? 1 : v < 100 ? 2 : v < 1000 ? 3 : 4;
  } else {
    at_ = std::to_chars(at_, end_, value).ptr;
  }
  end_value();
}

void JsonWriter::raw(std::string_view number) { word(number); }

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  char buffer[36];
  char* const end = std::to_chars(buffer, buffer + 32, value).ptr;
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  if (text.find_first_of(".e") == std::string_view::npos) {
    std::memcpy(end, ".0", 2);
    text = {buffer, text.size() + 2};
  }
  word(text);
}

}  // namespace noticekit
