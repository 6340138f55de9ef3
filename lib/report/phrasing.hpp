// Parts of a notice as words for a table: what views share. Comes before the views.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "noticekit/report.hpp"

namespace noticekit {

/// One phrase in both languages.
struct Phrasing {
  const char* zh;
  const char* en;
  [[nodiscard]] const char* in(Language lang) const { return lang == Language::en ? en : zh; }
};

/// Remarks of one row, in order, parted by ；.
class Remarks {
 public:
  explicit Remarks(Language lang) : lang_(lang) {}
  void say(std::string_view words);
  void say(const Phrasing& before, std::string_view words);
  [[nodiscard]] Cell cell() const;
  [[nodiscard]] Language lang() const { return lang_; }

 private:
  Language lang_;
  std::string words_;
};

/// Without the line ends of a wrapped title or paragraph.
std::string one_line(std::string_view words);
Cell words_of(const Notice& notice, const Field& field);
/// Several spans in one cell: "1. …", "2. …", each on its own line; one alone bears no number.
Cell numbered(const Notice& notice, const std::vector<Span>& spans);
/// The date where it names one; the words themselves where they are damaged or lack the year.
Cell date_of(const Notice& notice, const std::optional<Date>& date);
/// The inspected bodies as printed, parted by 、.
Cell bodies_of(const Notice& notice);

/// The names of a finding's topics, parted by 、.
Cell topics_of(const Labels* labels, std::size_t finding);

/// Whether a notice counts in statistics of completion: a notice, a report or a round's summary,
/// or one without a genre. **Source**: domain reference §4a.
bool counts_in_statistics(const Labels* labels);
/// The genre in words; the code where a language has none.
std::string genre_words(const Labels* labels, Language lang);
/// The state in words; empty where it is unclear.
const char* status_words(StatusValue value, Language lang);

/// "1份" / "1 document", "3份" / "3 documents".
std::string documents(std::uint64_t n, Language lang);

}  // namespace noticekit
