// What attributes of a DOCX say: switches and numbers.
#pragma once

#include <charconv>
#include <string_view>

#include "ingest/xml.hpp"

namespace noticekit {

/// A switch is on unless it says otherwise.
inline bool is_on(const XmlAttributes& a) {
  const std::string_view v = a.get("val");
  return v != "0" && v != "false" && v != "off";
}

/// `otherwise` where no number stands.
inline int integer(std::string_view s, int otherwise, int base = 10) {
  int value = otherwise;
  std::from_chars(s.data(), s.data() + s.size(), value, base);
  return value;
}

}  // namespace noticekit
