#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "classify/weigh_types.hpp"
#include "noticekit/label.hpp"
#include "support/extracted.hpp"
#include "support/notice_builder.hpp"

namespace noticekit {
namespace {

/// The types of a measure, most central first; with learnt words or without.
std::vector<Label> labels_of(std::string_view measure, bool words = true) {
  testing::NoticeBuilder builder("n");
  builder.finding("管理不严");
  builder.measure(measure);
  const Notice notice = builder.take();
  const Taxonomy& taxonomy = test::builtin().taxonomy();
  if (words) return classify(notice, taxonomy).findings.at(0).measure_types.at(0);
  return labelling::measure_types(notice, notice.findings.at(0).measures.at(0).text, taxonomy,
                                  nullptr);
}

std::string ids(const std::vector<Label>& labels) {
  std::string out;
  for (const Label& l : labels) out += (out.empty() ? "" : " ") + l.id;
  return out;
}

std::string types(std::string_view measure) { return ids(labels_of(measure)); }

TEST_CASE("the last words of a clause say what is done") {
  CHECK(types("开展仓库台账专项检查") == "campaign");
  CHECK(types("开展安全检查专题培训") == "training");
  CHECK(types("建立健全培训考核登记制度") == "system_building");
}

TEST_CASE("every clause tells an act of its own, the first is most central") {
  CHECK(types("组织专题培训3期，建立学员台账") == "training ledger");
  CHECK(types("建立学员台账，组织专题培训3期") == "ledger training");
  CHECK(types("建立资产台账，开展隐患排查") == "ledger campaign");
  CHECK(types("开展隐患排查，建立资产台账") == "campaign ledger");
}

TEST_CASE("an aim and the terms of a rule count for less than acts") {
  CHECK(types("修订采购管理办法，明确大额采购必须集体研究") == "system_building");
  CHECK(labels_of("召开专题会议部署，确保考核结果公开公示").at(0).id == "meeting");
}

TEST_CASE("an attitude is a type where nothing is done") {
  CHECK(types("提高政治站位，强化责任意识") == "commitment");
  CHECK(types("提高政治站位，追缴违规发放的补贴3.5万元") == "recovery");
  CHECK(types("追缴违规发放的补贴3.5万元，增强纪律意识") == "recovery");
}

TEST_CASE("commas inside titles and brackets part no clause") {
  CHECK(types("修订《接待，用车和会议管理办法》") == "system_building");
}

TEST_CASE("what no rule lists is labelled by learnt words, and says so") {
  const auto labels = labels_of("给老街补装路灯和扶手");
  REQUIRE(ids(labels) == "facility");
  CHECK(labels[0].by == LabelSource::model);
  REQUIRE_FALSE(labels[0].why.empty());
  for (const Evidence& e : labels[0].why) CHECK(e.rule == "words.measure_types");
  CHECK(labels_of("组织专题培训3期").at(0).by == LabelSource::rule);
}

TEST_CASE("without learnt words the rules speak alone") {
  CHECK(labels_of("给老街补装路灯和扶手", false).empty());
  const auto labels = labels_of("组织专题培训3期，建立学员台账", false);
  CHECK(ids(labels) == "training ledger");
  for (const Label& l : labels) {
    for (const Evidence& e : l.why) CHECK(e.rule.substr(0, 5) == "type.");
  }
}

TEST_CASE("the shares of a type add up to one, the next one scores less") {
  for (const char* measure :
       {"组织专题培训3期，建立学员台账", "给老街补装路灯和扶手", "提高政治站位，追缴补贴3.5万元",
        "多报的差旅费已如数追回，当面致歉", "约谈站长并补记出入库台账"}) {
    for (const Label& l : labels_of(measure)) {
      double all = 0;
      for (const Evidence& e : l.why) all += e.share;
      INFO(measure << " " << l.id);
      CHECK(std::abs(all - 1) < 1e-9);
      REQUIRE(l.margin);
      CHECK(*l.margin >= 0);
      CHECK(*l.margin <= 1);
    }
  }
}

TEST_CASE("the status of the whole finding is no act") {
  CHECK(types("组织业务培训2期。该问题已完成整改") == "training");
}

}  // namespace
}  // namespace noticekit
