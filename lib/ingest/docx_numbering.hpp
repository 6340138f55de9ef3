// Automatic numbering of a DOCX: which marker stands before a paragraph. Source: ECMA-376 part 1,
// 17.9. Comes after xml.hpp; docx.cpp asks paragraph by paragraph.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/xml.hpp"

namespace noticekit {

/// What a paragraph says of its numbering, directly or by its style; -1: nothing.
struct ListPlace {
  int number = -1;  ///< w:numId; 0 takes numbering away
  int level = -1;   ///< w:ilvl
};

/// One style of paragraphs.
struct ParagraphStyle {
  std::string name;
  std::string based_on;
  ListPlace list;
};

using ParagraphStyles = std::map<std::string, ParagraphStyle, std::less<>>;

class Numbering {
 public:
  /// Reads numbering.xml. **Errors**: those of parse_xml().
  std::optional<Error> load(std::string_view xml, const Source& source, const Limits& limits,
                            Deadline& deadline);
  /// Where a paragraph stands, its style and what that is based on asked where it is silent.
  [[nodiscard]] ListPlace resolve(ListPlace direct, std::string_view style,
                                  const ParagraphStyles& styles) const;
  /// Counts one more paragraph at `place` and gives its marker with what follows it: "（一）",
  /// "1. ". Empty where the place has no list.
  std::string next_marker(ListPlace place);

  static constexpr std::size_t levels = 9;
  struct Level {
    int start = 1;
    int restart = -1;  ///< -1: after any level above; 0: never; n: after level n (1-based)
    std::string format = "decimal";
    std::string text;
    std::string suffix = "tab";
    std::string style;      ///< paragraphs of this style stand here
    bool is_legal = false;  ///< all numbers in it are decimal
    bool defined = false;
  };
  struct List {
    std::array<Level, levels> level;
    std::string style_link;         ///< defined by the list that has this style
    std::string numbering_style;    ///< is that list
    std::array<int, levels> count;  ///< of the last paragraph at each level; -1: none yet
    List() { count.fill(-1); }
  };
  struct Instance {
    int list = -1;
    std::array<int, levels> start;  ///< where it begins anew; -1: goes on
    std::map<std::size_t, Level> changed;
    bool used = false;
    Instance() { start.fill(-1); }
  };

 private:
  friend class NumberingReader;

  [[nodiscard]] int list_of(int number) const;

  std::map<int, List> lists_;
  std::map<int, Instance> instances_;
};

/// Reads styles.xml. **Errors**: those of parse_xml().
std::optional<Error> load_styles(std::string_view xml, const Source& source, const Limits& limits,
                                 Deadline& deadline, ParagraphStyles& styles,
                                 std::string& default_style);

}  // namespace noticekit
