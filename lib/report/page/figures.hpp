// The numbers at the head of a briefing and its charts, gathered notice by notice. Comes after
// charts.hpp and tally.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"
#include "report/page/charts.hpp"
#include "report/phrasing.hpp"
#include "report/tally.hpp"

namespace noticekit::page {

class Figures {
 public:
  explicit Figures(Language lang) : lang_(lang) {}

  void add(const Notice& notice, const Labels* labels);
  /// Appends the numbers as a list of terms.
  void put_numbers(std::string& out) const;
  /// Status by unit, topics, dimensions over time, measure types, days until publication.
  void put_charts(std::string& out) const;

 private:
  using States = std::array<std::uint64_t, 6>;
  struct Named {
    std::string name;
    std::uint64_t count = 0;
  };

  void add_finding(const Finding& finding, const FindingLabels* labels, const std::string& year,
                   States& unit);
  void add_days(const Notice& notice);
  static void count(std::vector<Named>& names, const std::string& name);
  [[nodiscard]] Chart states() const;
  [[nodiscard]] Chart ranked(const char* id, const Phrasing& title, std::vector<Named> names) const;
  [[nodiscard]] Chart by_year() const;
  [[nodiscard]] Chart days() const;

  Language lang_;
  std::uint64_t notices_ = 0, set_aside_ = 0, findings_ = 0, measures_ = 0, no_measure_ = 0;
  States all_{};
  std::uint64_t stated_ = 0;  // findings whose state is stated, not derived
  std::vector<std::pair<std::string, States>> units_;
  std::vector<Named> topics_, types_, dimensions_;
  std::map<std::string, std::vector<std::uint64_t>> years_;  // counts parallel to dimensions_
  std::vector<std::int64_t> days_;
  Total people_, recovered_;
};

}  // namespace noticekit::page
