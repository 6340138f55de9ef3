#include "text/json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace noticekit {
namespace {

/// Whether one of eight bytes is a quotation mark, a backslash or a control character.
bool needs_escape(std::uint64_t w) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t high = 0x8080808080808080ULL;
  const auto has_zero = [&](std::uint64_t v) { return (v - ones) & ~v & high; };
  const std::uint64_t below_space = (w - ones * 0x20) & ~w & high;
  return (has_zero(w ^ (ones * '"')) | has_zero(w ^ (ones * '\\')) | below_space |
          has_zero(w ^ (ones * 0x7F))) != 0;
}

void escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += "\\u00";
  out += "0123456789abcdef"[c >> 4];
  out += "0123456789abcdef"[c & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view s) {
  out += '"';
  std::size_t from = 0;
  std::size_t i = 0;
  while (i < s.size()) {
    if (i + 8 <= s.size()) {
      std::uint64_t w = 0;
      std::memcpy(&w, s.data() + i, 8);
      if (!needs_escape(w)) {
        i += 8;
        continue;
      }
    }
    const std::size_t stop = std::min(i + 8, s.size());
    for (; i < stop; ++i) {
      const auto c = static_cast<unsigned char>(s[i]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      out.append(s.substr(from, i - from));
      escape(out, c);
      from = i + 1;
    }
  }
  out.append(s.substr(from));
  out += '"';
}

void JsonWriter::key(std::string_view name) {
  char buffer[64];  // one append instead of four: records are mostly keys
  char* at = buffer;
  if (comma_) *at++ = ',';
  *at++ = '"';
  comma_ = false;
  if (name.size() + 4 > sizeof buffer) {
    out_.append(buffer, at);
    out_ += name;
    out_ += "\":";
    return;
  }
  std::memcpy(at, name.data(), name.size());
  at += name.size();
  *at++ = '"';
  *at++ = ':';
  out_.append(buffer, at);
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_json_string(out_, value);
  comma_ = true;
}

void JsonWriter::integer(std::int64_t value) {
  char buffer[24];
  char* at = buffer;
  if (comma_) *at++ = ',';
  out_.append(buffer, std::to_chars(at, buffer + sizeof buffer, value).ptr);
  comma_ = true;
}

void JsonWriter::raw(std::string_view number) {
  separate();
  out_ += number;
  comma_ = true;
}

void JsonWriter::number(double value) {
  separate();
  if (!std::isfinite(value)) {
    out_ += "null";
  } else {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    out_ += text;
    if (text.find_first_of(".e") == std::string_view::npos) out_ += ".0";
  }
  comma_ = true;
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  comma_ = true;
}

void JsonWriter::null() {
  separate();
  out_ += "null";
  comma_ = true;
}

}  // namespace noticekit
