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

/// How a notice of rectification begins, up to its first section.
inline const std::string notice_lead =
    "关于巡察整改情况的通报\n根据安排，某组对某局党组开展了巡察。现将整改情况通报如下。\n";

/// A notice whose one group of findings holds `items`.
inline Notice one_group(std::string_view items) {
  return extracted(notice_lead + "一、反馈问题整改情况\n（一）制度建设方面\n" + std::string(items));
}

/// "公章乱放/2 …": each problem with the number of its measures.
inline std::string counted(const Notice& n) {
  std::string out;
  for (const Finding& f : n.findings) {
    if (!out.empty()) out += ' ';
    out += n.view(f.problem);
    out += '/';
    out += std::to_string(f.measures.size());
  }
  return out;
}

/// "公章乱放/买柜子 …": each problem with its measures.
inline std::string answered(const Notice& n) {
  std::string out;
  for (const Finding& f : n.findings) {
    if (!out.empty()) out += ' ';
    out += n.view(f.problem);
    for (const Measure& m : f.measures) {
      out += '/';
      out += n.view(m.text);
    }
  }
  return out;
}

}  // namespace noticekit::test
