#include "record/json_reader.hpp"

namespace noticekit {

JsonValue JsonValue::at(const char* key) const {
  if (!json_.is_object()) fail("must be an object");
  const auto it = json_.find(key);
  if (it == json_.end()) fail(std::string("the key \"") + key + "\" is missing");
  return {*it, pointer_ + "/" + key};
}

const std::string& JsonValue::string() const {
  if (!json_.is_string()) fail("must be a string");
  return json_.get_ref<const std::string&>();
}

std::int64_t JsonValue::integer() const {
  if (!json_.is_number_integer()) fail("must be an integer");
  return json_.get<std::int64_t>();
}

double JsonValue::number() const {
  if (!json_.is_number()) fail("must be a number");
  return json_.get<double>();
}

std::string JsonValue::number_text() const {
  if (!json_.is_number()) fail("must be a number");
  return json_.dump();
}

std::size_t JsonValue::size() const {
  if (!json_.is_array()) fail("must be a list");
  return json_.size();
}

}  // namespace noticekit
