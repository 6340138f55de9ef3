#include "extract/claims.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// The rates that a sentence before all findings states of the whole notice.
std::string rates(std::string_view sentence) {
  const Notice n = extracted(notice_lead + "一、组织整改情况\n" + std::string(sentence) +
                             "\n二、反馈问题整改情况\n（一）关于台账不全的问题。补记台账。\n");
  std::string out;
  for (const Claim& c : n.claims) {
    if (c.kind != ClaimKind::completion_rate) continue;
    if (!out.empty()) out += ' ';
    out += to_string(c.value);
  }
  return out;
}

}  // namespace

TEST_CASE("a rate of completion is that of the findings where the sentence speaks of them") {
  CHECK(rates("反馈的8个问题已完成整改5个，完成率62.5%。") == "62.5");
  CHECK(rates("截至目前，已完成7个，取得阶段性成效3个，完成率70%。") == "70");
  CHECK(rates("截至目前，总体完成率90%。") == "90");
  CHECK(rates("已完成整改7个（完成率87.5%）。") == "87.5");
}

TEST_CASE("a rate of something else is no claim of the notice") {
  CHECK(rates("局党组会议议定事项督办销号率95%，危房改造完成率达98%。").empty());
  CHECK(rates("对照整改要求清理档案，档案归档完成率100%。").empty());
  CHECK(rates("开展房屋排查，完成率100%。").empty());
  CHECK(rates("巡查发现安全隐患32处，完成率100%。").empty());
  CHECK(rates("抓紧推进，确保年底前整改完成率100%。").empty());
}
