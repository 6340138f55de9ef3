// Appends JSON to a string, fast: no tree, no copies. A test holds its output equal to
// ordered_json::dump().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace noticekit {

/// Writes one JSON value after another; commas come by themselves.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// A key; must be plain ASCII without anything to escape.
  void key(std::string_view name);
  void string(std::string_view value);
  void integer(std::int64_t value);
  void raw(std::string_view number);  ///< a number already written: 8, 98.71
  void number(double value);          ///< shortest form that reads back, with a point: 4.0
  void boolean(bool value);
  void null();

 private:
  void separate() {
    if (comma_) out_ += ',';
  }
  void open(char c) {
    separate();
    out_ += c;
    comma_ = false;
  }
  void close(char c) {
    out_ += c;
    comma_ = true;
  }

  std::string& out_;
  bool comma_ = false;
};

/// Appends `value` in quotation marks, escaped as JSON asks: " \ and control characters, nothing
/// else.
void append_json_string(std::string& out, std::string_view value);

}  // namespace noticekit
