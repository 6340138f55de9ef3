// Strict access to a parsed record: every miss is a fault with its JSON pointer. Comes before the
// codecs' reading side.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace noticekit {

/// Thrown and caught inside lib/record only: read_record() turns it into an Error.
struct BadRecord {
  std::string pointer;
  std::string message;
};

/// One value of a record and where it stands.
class JsonValue {
 public:
  using Json = nlohmann::ordered_json;
  JsonValue(const Json& json, std::string pointer) : json_(json), pointer_(std::move(pointer)) {}

  /// A member that must be there; one that may be absent is asked for with has() first.
  [[nodiscard]] JsonValue at(const char* key) const;
  [[nodiscard]] JsonValue at(std::size_t index) const {
    return {json_[index], pointer_ + "/" + std::to_string(index)};
  }
  [[nodiscard]] bool has(const char* key) const { return json_.is_object() && json_.contains(key); }
  [[nodiscard]] bool is_null() const { return json_.is_null(); }
  [[nodiscard]] const std::string& string() const;
  [[nodiscard]] std::int64_t integer() const;
  [[nodiscard]] double number() const;
  /// The number as it is written.
  [[nodiscard]] std::string number_text() const;
  /// Length of an array.
  [[nodiscard]] std::size_t size() const;
  [[noreturn]] void fail(std::string message) const {
    throw BadRecord{pointer_, std::move(message)};
  }

  template <class Visit>
  void each(Visit visit) const {
    const std::size_t n = size();
    for (std::size_t i = 0; i < n; ++i) visit(at(i));
  }

 private:
  const Json& json_;
  std::string pointer_;
};

}  // namespace noticekit
