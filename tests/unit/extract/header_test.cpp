#include "extract/header.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

/// Of a notice with these lines above its lead and below its last sentence.
std::string issuer(const std::string& top, const std::string& bottom = "") {
  const Notice n =
      extracted(top +
                "根据统一安排，某巡察组对某公司党委开展了巡察，现将整改情况通报如下。\n"
                "一、下一步打算\n（一）持续用力。\n" +
                bottom);
  return n.issuer ? std::string(n.view(*n.issuer)) : "";
}

const std::string title = "关于巡察整改情况的通报\n";

}  // namespace

TEST_CASE("the issuer signs, or its name stands in the title or alone below it") {
  CHECK(issuer(title, "云岭县供销社党组\n2024年3月5日\n") == "云岭县供销社党组");
  CHECK(issuer("云岭县供销社党组" + title) == "云岭县供销社党组");
  CHECK(issuer(title + "中共云岭县供销集团有限公司委员会\n") == "中共云岭县供销集团有限公司委员会");
  CHECK(issuer(title + "（2024年3月5日）\n云岭县供销社党组\n") == "云岭县供销社党组");
  CHECK(issuer(title + "云岭县供销社党组\n", "中共云岭县供销社委员会\n2024年3月5日\n") ==
        "中共云岭县供销社委员会");
}

TEST_CASE("below the title stands no issuer where a group is addressed or words go on") {
  CHECK(issuer(title + "县委第三巡察组\n").empty());
  CHECK(issuer(title + "县委巡察工作领导小组办公室：\n").empty());
  CHECK(issuer(title + "供销改革走深走实\n云岭县供销社党组\n").empty());
  CHECK(issuer(title).empty());
}

TEST_CASE("the title is the line that names its matter, without ornament") {
  const auto titled = [](const std::string& top) {
    const Notice n =
        extracted(top +
                  "根据统一安排，某巡察组对某村党支部开展了巡察，现将整改情况通报如下。\n"
                  "一、下一步打算\n（一）持续用力。\n");
    return words(n, n.title);
  };
  CHECK(titled("云岭镇公开材料\n中共云岭镇某村支部委员会\n" + title) ==
        "中共云岭镇某村支部委员会\n关于巡察整改情况的通报");
  CHECK(titled("★云岭镇党委关于巡察整改情况的通报★\n") == "云岭镇党委关于巡察整改情况的通报");
  CHECK(titled("云岭镇党委关于巡察整改情况的通报\n关于公开整改情况的通知\n") !=
        "关于公开整改情况的通知");
}

TEST_CASE("a group's name keeps what only looks like a word before it") {
  const Notice n = extracted(title + "2024年5月，经开区党工委第二巡察组对某局开展了巡察。\n");
  CHECK(words(n, n.inspection_group) == "经开区党工委第二巡察组");
}

TEST_CASE("the round begins with the 第 of its session") {
  const auto round = [](const std::string& lead) {
    const Notice n = extracted("关于巡察整改情况的通报\n根据" + lead +
                               "巡察安排，某组对某院党委开展了巡察。现将整改情况通报如下。\n");
    return words(n, n.round);
  };
  CHECK(round("第三届集团党委第二轮") == "第三届集团党委第二轮");
  CHECK(round("五届县委第三轮") == "五届县委第三轮");
}
