// What parse.cpp and overlay.cpp ask of the JSON of a rule file.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace noticekit {

using Json = nlohmann::ordered_json;

/// A JSON pointer one step further.
inline std::string child(const std::string& pointer, std::size_t i) {
  return pointer + "/" + std::to_string(i);
}
inline std::string child(const std::string& pointer, const std::string& key) {
  return pointer + "/" + key;
}

/// Whether an entry only says what it removes.
inline bool is_off(const Json& entry) {
  const auto off = entry.find("off");
  return off != entry.end() && off->is_boolean() && off->get<bool>();
}

}  // namespace noticekit
