// Strict access to a parsed record: every miss is a fault with its JSON pointer. Comes after
// json_tree.hpp and before the codecs' reading side.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "record/json_tree.hpp"

namespace noticekit {

/// Thrown and caught inside lib/record only: read_record() turns it into an Error.
struct BadRecord {
  std::string pointer;
  std::string message;
};

/// One value of a record. Two words, made anew at every step; where it stands is found out only for
/// a fault.
class JsonValue {
 public:
  explicit JsonValue(const JsonTree& tree, JsonTree::Node node = 0) : tree_(&tree), node_(node) {}

  /// A member that must be there; one that may be absent is asked for with has() first.
  [[nodiscard]] JsonValue at(std::string_view key) const;
  /// An entry of an array that is long enough.
  [[nodiscard]] JsonValue at(std::size_t index) const;
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != 0; }
  [[nodiscard]] bool is_null() const { return kind() == JsonKind::null; }
  [[nodiscard]] bool is_object() const { return kind() == JsonKind::object; }
  /// Lives until the tree reads the next line.
  [[nodiscard]] std::string_view string() const;
  [[nodiscard]] std::int64_t integer() const;
  [[nodiscard]] double number() const;
  /// The number as it is written.
  [[nodiscard]] std::string_view number_text() const;
  /// Length of an array.
  [[nodiscard]] std::size_t size() const;
  [[noreturn]] void fail(std::string message) const;

  template <class Visit>
  void each(Visit visit) const {
    if (kind() != JsonKind::array) fail("must be a list");
    const JsonTree::Node end = tree_->next(node_);
    for (JsonTree::Node n = JsonTree::first(node_); n != end; n = tree_->next(n))
      visit(JsonValue(*tree_, n));
  }

 private:
  [[nodiscard]] JsonKind kind() const { return tree_->kind(node_); }
  /// The member of this name, the first of several; 0 where there is none.
  [[nodiscard]] JsonTree::Node find(std::string_view key) const;

  const JsonTree* tree_;
  JsonTree::Node node_;
};

}  // namespace noticekit
