// XML of office documents through libxml2's event interface. No document type, so no entities; no
// network; damage is an error, not a guess.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/deadline.hpp"
#include "noticekit/ingest.hpp"

namespace noticekit {

/// Attributes of one element, by local name; views live as long as the call.
struct XmlAttributes {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  /// Empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const {
    for (const auto& [n, v] : all) {
      if (n == name) return v;
    }
    return {};
  }
  [[nodiscard]] bool has(std::string_view name) const {
    for (const auto& [n, v] : all) {
      if (n == name) return true;
    }
    return false;
  }
};

/// Receives what a part holds, in order. Names are local names.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void characters(std::string_view) {}
};

/// `part`: what it is called in the file, for messages. **Errors**: damaged_file, too_large
/// (nesting), timed_out.
std::optional<Error> parse_xml(std::string_view bytes, const std::string& part,
                               const Source& source, const Limits& limits, Deadline& deadline,
                               XmlHandler& handler);

}  // namespace noticekit
