// One line of JSON as a flat row of values, read in one pass. Comes before json_reader.hpp.
//
// Values stand in the order of the line, each followed by what is in it, and each knows where it
// ends: going over one costs nothing, whatever it holds. Strings without escapes are views of the
// line. Nothing is looked up or copied that nobody asks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace noticekit {

/// Thrown by JsonTree and caught in lib/record: read_record() turns it into an Error.
struct BadJson {
  std::size_t byte;  ///< of the line; its length where the line ends too early
};

enum class JsonKind : std::uint8_t { object, array, string, number, boolean, null };

class JsonTree {
 public:
  /// Number of a value; that of the whole line is 0.
  using Node = std::uint32_t;

  /// Reads `line`, which must outlive the tree. Strict: RFC 8259, valid UTF-8, nothing after the
  /// value but blanks; a byte order mark may stand before it.
  /// **Errors**: throws BadJson.
  explicit JsonTree(std::string_view line);

  [[nodiscard]] JsonKind kind(Node node) const { return nodes_[node].kind; }
  /// A string's letters, or a number as it is written.
  [[nodiscard]] std::string_view text(Node node) const {
    const Value& v = nodes_[node];
    return (v.escaped ? std::string_view(unescaped_) : line_).substr(v.begin, v.size);
  }
  /// How many values an array holds, or members an object.
  [[nodiscard]] std::uint32_t count(Node node) const { return nodes_[node].size; }

  /// The values in an array, or the names and values by turns in an object, are those from
  /// first(node) on, each next() to the one before, up to next(node).
  [[nodiscard]] static Node first(Node node) { return node + 1; }
  [[nodiscard]] Node next(Node node) const { return nodes_[node].next; }

 private:
  friend class JsonParser;
  struct Value {
    std::uint32_t begin = 0;  // of its text, in the line or in what was unescaped
    std::uint32_t size = 0;   // of its text, or how many values it holds
    Node next = 0;
    JsonKind kind = JsonKind::null;
    bool escaped = false;
  };

  std::string_view line_;
  std::string unescaped_;
  std::vector<Value> nodes_;
};

}  // namespace noticekit
