// A line of JSON as a flat row of values. Comes before json_reader.hpp.
//
// simdjson reads, On-Demand, since its DOM drops how a number is written, and takes no integer past
// 64 bits. Values stand in the order of the line, each followed by what is in it, and each knows
// where it ends: any is found again, and going over one costs nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace noticekit {

/// Thrown by JsonTree::read() and caught in lib/record: read_record() turns it into an Error.
struct BadJson {
  std::size_t byte;  ///< of the line; its length where the line ends too early
};

enum class JsonKind : std::uint8_t { object, array, string, number, boolean, null };

class JsonTree {
 public:
  /// Number of a value; that of the whole line is 0.
  using Node = std::uint32_t;
  struct Value {
    std::string_view text;
    std::uint32_t count = 0;
    Node next = 0;
    JsonKind kind = JsonKind::null;
  };

  JsonTree();
  JsonTree(JsonTree&&) = default;  // not copied: a copy's letters would be another's
  /// Takes the place of the line before, in the same memory. Strict: RFC 8259, valid UTF-8, nothing
  /// after the value but blanks, no number that a double cannot hold; a byte order mark may stand
  /// before it.
  /// **Errors**: throws BadJson.
  void read(std::string_view line);

  [[nodiscard]] JsonKind kind(Node node) const { return nodes_[node].kind; }
  /// A string's letters, or a number as it is written. Lives until the next read().
  [[nodiscard]] std::string_view text(Node node) const { return nodes_[node].text; }
  /// How many values an array holds, or members an object.
  [[nodiscard]] std::uint32_t count(Node node) const { return nodes_[node].count; }

  /// The values in an array, or the names and values by turns in an object, are those from
  /// first(node) on, each next() to the one before, up to next(node).
  [[nodiscard]] static Node first(Node node) { return node + 1; }
  [[nodiscard]] Node next(Node node) const { return nodes_[node].next; }

 private:
  std::string padded_;            // the line as simdjson wants it
  std::shared_ptr<void> parser_;  // holds the strings
  std::vector<Value> nodes_;
};

}  // namespace noticekit
