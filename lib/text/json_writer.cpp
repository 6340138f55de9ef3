#include "text/json_writer.hpp"

#include <charconv>
#include <cmath>

#include "text/byte_masks.hpp"

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

}  // namespace

void append_json_string(std::string& out, std::string_view s) { JsonWriter(out).string(s); }

/// Hands over all but the last byte, at which a closing bracket looks.
void JsonWriter::pass_on() {
  if (at_ == room_) return;
  out_.append(room_, static_cast<std::size_t>(at_ - room_) - 1);
  room_[0] = at_[-1];
  at_ = room_ + 1;
}

/// Hands over everything but the comma after it.
void JsonWriter::complete() {
  out_.append(room_, static_cast<std::size_t>(at_ - room_) - 1);
  at_ = room_;
}

void JsonWriter::verbatim_long(std::string_view part) {
  out_.append(room_, static_cast<std::size_t>(at_ - room_));
  out_.append(part);
  at_ = room_;
}

void JsonWriter::escaped(char c) {
  need(6);
  at_ = escape(at_, c);
}

void JsonWriter::string(std::string_view value) {
  constexpr std::size_t part = ByteMasks::bytes;
  begin_string();
  while (!value.empty()) {
    const std::string_view now = value.substr(0, part);
    value.remove_prefix(now.size());
    need(6 * part);  // where each byte takes six
    // Copied first: there the bytes past its end may be read, whatever they are.
    put(now);
    char* const copy = at_ - now.size();
    if (byte_masks(copy).escapes << (part - now.size()) == 0) continue;
    at_ = copy;
    for (const char c : now) {
      if (needs_escape(c)) {
        at_ = escape(at_, c);
      } else {
        *at_++ = c;
      }
    }
  }
  end_string();
}

void JsonWriter::integer(std::int64_t value) {
  need(24);
  if (value >= 0 && value < 10'000) {
    at_ = digits(at_, static_cast<std::uint32_t>(value));
  } else {
    at_ = std::to_chars(at_, at_ + 20, value).ptr;
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
