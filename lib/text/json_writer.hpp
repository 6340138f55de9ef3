// Appends JSON to a string, fast: no tree, no copies but one. A test holds its output equal to
// ordered_json::dump().
#pragma once

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace noticekit {

/// Writes one JSON value after another; commas come by themselves. What was written is in the
/// string whenever no object or array is open; until then its end may still be here.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// A key; must be plain ASCII without anything to escape, and shorter than `piece`.
  void key(std::string_view name) {
    need(name.size() + 3);
    *at_++ = '"';
    put(name);
    *at_++ = '"';
    *at_++ = ':';
  }
  /// The same for a literal: records are mostly keys, so its size is known to the compiler.
  template <std::size_t N>
  void key(const char (&name)[N]) {
    key(std::string_view(name, N - 1));
  }
  void string(std::string_view value);
  /// A short string that is written often, without anything to escape.
  struct Code {
    static constexpr std::size_t most = 23;
    char text[most] = {};
    unsigned char size = 0;
  };
  void code(const Code& value) {
    need(1 + sizeof value.text);
    *at_++ = '"';
    std::memcpy(at_, value.text, sizeof value.text);
    at_ += value.size;
    end_string();
  }
  void integer(std::int64_t value);
  void raw(std::string_view number);  ///< a number already written: 8, 98.71
  void number(double value);          ///< shortest form that reads back, with a point: 4.0
  void boolean(bool value) { value ? word("true") : word("false"); }
  void null() { word("null"); }

 protected:
  /// The largest piece that room can be made for at once.
  static constexpr std::size_t piece = 1024;

  /// Makes room for `bytes` more, at most `piece` of them.
  void need(std::size_t bytes) {
    if (static_cast<std::size_t>(room_ + sizeof room_ - at_) < bytes) pass_on();
  }
  // Values in parts. Each value ends with a comma, which the bracket that closes takes away again:
  // so nobody has to know whether a value is the first.

  /// Room was made, for four bytes more than the literal has.
  template <std::size_t N>
  void put(const char (&literal)[N]) {
    put(std::string_view(literal, N - 1));
  }
  void put(std::string_view s) {
    std::memcpy(at_, s.data(), s.size());
    at_ += s.size();
  }
  void begin_string() {
    need(1);
    *at_++ = '"';
  }
  /// A part of a string that has nothing to escape. `readable`: where the memory it lies in ends.
  void verbatim(std::string_view part, const char* readable) {
    constexpr std::size_t step = 64;
    if (part.size() > piece - step) return verbatim_long(part);
    need(part.size() + step);
    if (static_cast<std::size_t>(readable - part.data()) < part.size() + step) return put(part);
    // Whole steps, past the end: without a branch on how short it is.
    char* to = at_;
    const char* from = part.data();
    at_ += part.size();
    do {
      std::memcpy(to, from, step);
      to += step;
      from += step;
    } while (to < at_);
  }
  void escaped(char c);
  void end_string() {
    need(2);
    *at_++ = '"';
    end_value();
  }
  /// Several parts at once, `most` bytes in all: where to write on stays in a register meanwhile.
  class Parts {
   public:
    static constexpr std::size_t most = 128;
    explicit Parts(JsonWriter& writer) : writer_(writer) {
      writer.need(most);
      at_ = writer.at_;
    }
    ~Parts() { writer_.at_ = at_; }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    template <std::size_t N>
    Parts& put(const char (&literal)[N]) {
      std::memcpy(at_, literal, N - 1);
      at_ += N - 1;
      return *this;
    }
    Parts& put(std::uint32_t number) {
      at_ = digits(at_, number);
      return *this;
    }

   private:
    JsonWriter& writer_;
    char* at_;
  };

 private:
  static char* digits(char* at, std::uint32_t value) {
    if constexpr (std::endian::native == std::endian::little) {
      if (value < 10'000) return few_digits(at, value);  // nearly all are positions
    }
    return std::to_chars(at, at + 10, value).ptr;
  }
  /// Four digits in one word, zeros before them shifted out.
  static char* few_digits(char* at, std::uint32_t value) {
    const std::uint32_t hundreds = value / 100;
    const std::uint32_t pairs = hundreds | (value - 100 * hundreds) << 16;
    const std::uint32_t tens = pairs * 103 >> 10 & 0x000F000FU;  // of each pair, divided by 10
    const std::uint32_t each = tens | (pairs - 10 * tens) << 8;
    const int zeros = std::countr_zero(each | 1U << 24) & ~7;
    const std::uint32_t ascii = (each | 0x30303030U) >> zeros;
    std::memcpy(at, &ascii, sizeof ascii);
    return at + 4 - zeros / 8;
  }
  void pass_on();
  void complete();
  void verbatim_long(std::string_view part);
  void end_value() {
    *at_++ = ',';
    if (depth_ == 0) complete();
  }
  void word(std::string_view value) {
    need(value.size() + 1);
    put(value);
    end_value();
  }
  void open(char c) {
    need(1);
    *at_++ = c;
    ++depth_;
  }
  void close(char c) {
    need(2);
    at_ -= at_[-1] == ',' ? 1 : 0;
    *at_++ = c;
    --depth_;
    end_value();
  }

  std::string& out_;
  char* at_ = room_;  // where to write on
  int depth_ = 0;
  char room_[4 * piece];  // written here first: a string would fill its room with zeros before
};

/// Appends `value` in quotation marks, escaped as JSON asks: " \ and control characters, nothing
/// else.
void append_json_string(std::string& out, std::string_view value);

}  // namespace noticekit
