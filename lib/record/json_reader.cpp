#include "record/json_reader.hpp"

#include <charconv>

namespace noticekit {
namespace {

/// The JSON pointer of a value, found from the top.
std::string pointer_to(const JsonTree& tree, JsonTree::Node wanted) {
  std::string out;
  JsonTree::Node around = 0;
  while (around != wanted) {
    const bool named = tree.kind(around) == JsonKind::object;
    JsonTree::Node n = JsonTree::first(around);
    for (std::size_t index = 0;; ++index) {
      const JsonTree::Node value = named ? tree.next(n) : n;
      if (wanted < tree.next(value)) {
        out += '/';
        out += named ? std::string(tree.text(n)) : std::to_string(index);
        around = value;
        break;
      }
      n = tree.next(value);
    }
  }
  return out;
}

template <class Number>
bool reads(std::string_view text, Number& out) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

}  // namespace

void JsonValue::fail(std::string message) const {
  throw BadRecord{pointer_to(*tree_, node_), std::move(message)};
}

JsonTree::Node JsonValue::find(std::string_view key) const {
  if (kind() != JsonKind::object) return 0;
  const JsonTree::Node end = tree_->next(node_);
  for (JsonTree::Node n = JsonTree::first(node_); n != end;) {
    const JsonTree::Node value = tree_->next(n);
    if (tree_->text(n) == key) return value;
    n = tree_->next(value);
  }
  return 0;
}

JsonValue JsonValue::at(std::string_view key) const {
  if (kind() != JsonKind::object) fail("must be an object");
  const JsonTree::Node value = find(key);
  if (value == 0) fail("the key \"" + std::string(key) + "\" is missing");
  return JsonValue(*tree_, value);
}

JsonValue JsonValue::at(std::size_t index) const {
  JsonTree::Node n = JsonTree::first(node_);
  while (index-- > 0) n = tree_->next(n);
  return JsonValue(*tree_, n);
}

std::string_view JsonValue::string() const {
  if (kind() != JsonKind::string) fail("must be a string");
  return tree_->text(node_);
}

std::int64_t JsonValue::integer() const {
  std::int64_t out = 0;
  if (kind() != JsonKind::number || !reads(tree_->text(node_), out)) fail("must be an integer");
  return out;
}

double JsonValue::number() const {
  double out = 0;
  if (kind() != JsonKind::number || !reads(tree_->text(node_), out)) fail("must be a number");
  return out;
}

std::string_view JsonValue::number_text() const {
  if (kind() != JsonKind::number) fail("must be a number");
  return tree_->text(node_);
}

std::size_t JsonValue::size() const {
  if (kind() != JsonKind::array) fail("must be a list");
  return tree_->count(node_);
}

}  // namespace noticekit
