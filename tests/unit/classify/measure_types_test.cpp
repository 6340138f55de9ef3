#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "noticekit/label.hpp"
#include "support/extracted.hpp"
#include "support/notice_builder.hpp"

namespace noticekit {
namespace {

/// The ids of the types of a measure, most central first.
std::string types(std::string_view measure) {
  testing::NoticeBuilder builder("n");
  builder.finding("管理不严");
  builder.measure(measure);
  const Notice notice = builder.take();
  std::string out;
  const Labels labels = classify(notice, test::builtin().taxonomy());
  for (const Label& l : labels.findings.at(0).measure_types.at(0))
    out += (out.empty() ? "" : " ") + l.id;
  return out;
}

/// The most central of them.
std::string central(std::string_view measure) {
  const std::string all = types(measure);
  return all.substr(0, all.find(' '));
}

TEST_CASE("the last words of a clause say what is done") {
  CHECK(types("开展仓库台账专项检查") == "campaign");
  CHECK(central("开展安全检查专题培训") == "training");
  CHECK(central("建立健全培训考核登记制度") == "system_building");
}

TEST_CASE("every clause tells an act of its own, the first is most central") {
  CHECK(types("建立资产台账，开展隐患排查") == "ledger campaign");
  CHECK(types("开展隐患排查，建立资产台账") == "campaign ledger");
}

TEST_CASE("an aim and the terms of a rule count for less than acts") {
  CHECK(types("修订采购管理办法，明确大额采购必须集体研究") == "system_building");
  CHECK(central("召开专题会议部署，确保考核结果公开公示") == "meeting");
}

TEST_CASE("an attitude is a type where nothing is done") {
  CHECK(types("提高政治站位，强化责任意识") == "commitment");
  CHECK(central("提高政治站位，追缴违规发放的补贴3.5万元") == "recovery");
  CHECK(types("追缴违规发放的补贴3.5万元，增强纪律意识") == "recovery");
}

TEST_CASE("commas inside titles and brackets part no clause") {
  CHECK(types("修订《接待，用车和会议管理办法》") == "system_building");
}

TEST_CASE("the status of the whole finding is no act") {
  CHECK(types("组织业务培训2期。该问题已完成整改") == "training");
}

}  // namespace
}  // namespace noticekit
