#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

TEST_CASE("every block is told with the rule that speaks for it, in order") {
  const Notice n = with_answer("整改措施：一是补记台账。\n责任领导：某副局长\n");
  const auto reasons = explain(n, builtin().extract());
  REQUIRE(reasons.size() == n.outline.blocks.size());
  std::string told;
  for (const BlockReason& r : reasons) {
    if (r.block.role == Role::measures) told = r.rule + " " + std::string(n.view(r.words));
    if (r.block.role == Role::lead) CHECK(r.rule == "header.lead");
  }
  CHECK(told == "label.measures 整改措施");
}

TEST_CASE("a block decided by its place alone names no rule") {
  const Notice n = with_answer("补记台账。\n");
  for (const BlockReason& r : explain(n, builtin().extract())) {
    if (r.block.role == Role::measures) CHECK(r.rule.empty());
  }
}
