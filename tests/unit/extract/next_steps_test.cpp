#include "extract/next_steps.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

const std::string one_finding =
    "一、反馈问题整改情况\n（一）关于台账不全的问题。一是补记。二是专人管。\n";

std::string joined(const Notice& n, const std::vector<Span>& items) {
  std::string out;
  for (const Span item : items) {
    if (!out.empty()) out += '/';
    out += n.view(item);
  }
  return out;
}

}  // namespace

TEST_CASE("what is left ends where the plan begins in its paragraph") {
  const Notice n = extracted(notice_lead + one_finding +
                             "二、存在不足和下一步打算\n还有一些不足：一是库房偏小；二是人手不够。"
                             "下一步，重点做好以下工作：\n（一）扩建库房。年内开工。\n"
                             "（二）补充人手。先借后招。\n");
  CHECK(joined(n, n.remaining_problems) == "库房偏小/人手不够");
  CHECK(joined(n, n.next_steps) == "扩建库房。年内开工/补充人手。先借后招");
}

TEST_CASE("an item of what is left may name the mechanism that falls short") {
  const Notice n = extracted(notice_lead + one_finding +
                             "二、存在的主要问题\n（一）库房改造进度还需加快。\n"
                             "（二）长效机制还不够管用。\n");
  CHECK(joined(n, n.remaining_problems) == "库房改造进度还需加快/长效机制还不够管用");
}

TEST_CASE("an invitation to watch over the results is no plan") {
  const Notice n = extracted(notice_lead + one_finding +
                             "二、下一步打算\n每月核对一次台账。\n"
                             "对以上整改情况，欢迎群众监督。电话：0000-5550123。\n");
  CHECK(joined(n, n.next_steps) == "每月核对一次台账");
}
