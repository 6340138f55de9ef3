#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"
#include "support/rows.hpp"

using namespace noticekit;
using testing::NoticeBuilder;
using testing::rows_of;

namespace {

/// Four units; dues in three, cash in two, files in one.
std::vector<nlohmann::ordered_json> common(CommonOptions limits) {
  ReportOptions options;
  options.format = "jsonl";
  options.common = limits;
  auto report = Report::make("common", options);
  std::string out;
  const std::pair<const char*, const char*> findings[] = {
      {"甲镇", "party_dues"},           {"乙镇", "party_dues"},   {"丙镇", "party_dues"},
      {"甲镇", "party_dues"},           {"甲镇", "cash_revenue"}, {"乙镇", "cash_revenue"},
      {"丁镇", "party_affairs_records"}};
  for (const auto& [body, topic] : findings) {
    NoticeBuilder b("a.txt");
    b.body(body);
    b.finding(std::string(body) + "的问题");
    Labels labels;
    labels.findings.resize(1);
    labels.findings[0].topics = {{topic, topic, 4, {}}};
    report->add(b.take(), &labels, out);
  }
  report->finish(out);
  return rows_of(out);
}

}  // namespace

TEST_CASE("a topic is common from a number of units or a share of them on") {
  const auto both = common({3, 50});
  REQUIRE(both.size() == 2);
  CHECK(both[0]["topic"] == "party_dues");
  CHECK(both[0]["units"] == 3);
  CHECK(both[0]["share"] == 75);
  CHECK(both[0]["unit_names"] == "丙镇；乙镇；甲镇");
  CHECK(both[1]["units"] == 2);
  CHECK(common({3, 60}).size() == 1);
}

TEST_CASE("one unit alone has nothing in common") { CHECK(common({1, 1}).size() == 2); }
