// Shorthand for tests that read a whole small notice with the built-in rules.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "noticekit/notice.hpp"
#include "noticekit/rules.hpp"
#include "support/reading.hpp"

namespace noticekit::test {

inline const Rules& builtin() {
  static const Rules rules = *builtin_rules();
  return rules;
}

inline Notice extracted(std::string_view bytes) {
  return extract(text_of(bytes), builtin().extract());
}

/// A notice of one numbered finding with this answer.
inline Notice with_answer(std::string_view answer) {
  std::string text =
      "关于巡察整改情况的通报\n根据安排，某组对某局开展了巡察。\n一、反馈问题整改落实情况\n"
      "（一）关于“台账不全”的问题。\n";
  text += answer;
  return extracted(text);
}

/// The words of a field; "-" where the text is silent.
inline std::string words(const Notice& n, const Field& f) {
  return f ? std::string(n.view(*f)) : "-";
}

}  // namespace noticekit::test
