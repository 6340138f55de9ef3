// Appends JSON to a string, fast: no tree, no copies. A test holds its output equal to
// ordered_json::dump().
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace noticekit {

/// Writes one JSON value after another; commas come by themselves. The string is complete whenever
/// no object or array is open; until then it has room at its end that is not yet written.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// A key; must be plain ASCII without anything to escape.
  void key(std::string_view name) {
    need(name.size() + 4);
    separate();
    quote(name);
    *at_++ = ':';
    comma_ = false;
  }
  /// The same for a literal: records are mostly keys, so its size is known to the compiler.
  template <std::size_t N>
  void key(const char (&name)[N]) {
    key(std::string_view(name, N - 1));
  }
  void string(std::string_view value);
  void integer(std::int64_t value);
  void raw(std::string_view number);  ///< a number already written: 8, 98.71
  void number(double value);          ///< shortest form that reads back, with a point: 4.0
  void boolean(bool value) { word(value ? "true" : "false"); }
  void null() { word("null"); }

 protected:
  /// A part of a text, from `base` on, of which is known where something needs an escape.
  void string(std::string_view value, std::span<const std::uint32_t> escapes, std::uint32_t base);

 private:
  /// Makes room for `bytes` more.
  void need(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);
  void complete();
  void separate() {
    *at_ = ',';
    at_ += comma_ ? 1 : 0;
  }
  void quote(std::string_view s) {
    *at_++ = '"';
    std::memcpy(at_, s.data(), s.size());
    at_ += s.size();
    *at_++ = '"';
  }
  void end_value() {
    comma_ = true;
    if (depth_ == 0) complete();
  }
  void word(std::string_view value) {
    need(value.size() + 1);
    separate();
    std::memcpy(at_, value.data(), value.size());
    at_ += value.size();
    end_value();
  }
  void open(char c) {
    need(2);
    separate();
    *at_++ = c;
    comma_ = false;
    ++depth_;
  }
  void close(char c) {
    need(1);
    *at_++ = c;
    --depth_;
    end_value();
  }

  std::string& out_;
  char* at_ = nullptr;   // where to write on; null while the string is complete
  char* end_ = nullptr;  // of the room
  int depth_ = 0;
  bool comma_ = false;
};

/// Appends `value` in quotation marks, escaped as JSON asks: " \ and control characters, nothing
/// else.
void append_json_string(std::string& out, std::string_view value);

}  // namespace noticekit
