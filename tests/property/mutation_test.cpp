// The reader on damaged notices: it never crashes, never prints words that are not in the text, and
// what it wrote reads back as the same record. Notices are cut together from fictional pieces and
// then damaged.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "noticekit/label.hpp"
#include "noticekit/notice.hpp"
#include "noticekit/record.hpp"
#include "noticekit/rules.hpp"
#include "text/utf8.hpp"

using namespace noticekit;

namespace {

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {
      "中共云桥镇委员会关于县委第二巡察组反馈意见整改进展情况的通报\n",
      "根据县委统一部署，2024年3月4日至5月10日，县委第二巡察组对云桥镇党委开展了常规巡察，6月3日反"
      "馈了巡察意见。现将整改情况予以公布。\n",
      "一、整改工作组织情况\n",
      "镇党委召开会议5次，针对反馈的3个方面12个问题制定措施30条，已完成整改10个，正在整改2个。\n",
      "二、巡察反馈问题整改落实情况\n",
      "（一）关于“学习不深入。记录不全。”方面的问题\n",
      "1.针对“学习不深入”的问题。一是制定计划。二是开展培训6次；三是健全制度。该问题已完成整改。\n",
      "2.台账不规范。部分台账漏记。\n整改措施：1.补齐台账；2."
      "专人负责。\n整改成效：台账完整。\n责任领导：书记　责任部门：办公室　整改时限：2024年底前\n整"
      "改状态：已完成\n",
      "反馈问题三：“租金拖欠”。\n整改情况：追缴租金12.6万元，给予党内警告处分1人。\n",
      "三、下一步打算\n",
      "（一）持续用力。防止反弹。\n",
      "欢迎监督。联系电话：0555-5550123；邮编：555000；邮箱：yq@example.com。\n",
      "中共云桥镇委员会\n2024年9月1日\n",
      "序号\t问题\t措施\n1\t学习不够\t补学\n",
      "2024717日，201年9月日，《办法》（云发〔2024〕3号）\n",
      "— 3 —\n",
      "**一是**抓学习，\n\n二是抓落实。\n",
      "{\"a\":1}\n",
      "\xEF\xBC\x91\xEF\xBC\x92\xE9\xA1\xB9\n",
      "区委第一巡察组：\n",
      "“",
      "《",
      "（",
      "：",
      "1.",
      "一是",
      "\t",
      "。",
      "①",
      "第一，"};
  return all;
}

std::string damaged_notice(std::mt19937& random) {
  std::string text;
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::size_t parts = 1 + below(24);
  const bool in_order = below(2) == 0;
  for (std::size_t i = 0; i < parts; ++i)
    text += pieces()[in_order && i < pieces().size() ? i : below(pieces().size())];
  for (std::size_t n = below(6); n > 0 && !text.empty(); --n) {
    std::size_t at = below(text.size());
    while (!utf8::is_boundary(text, at)) --at;
    const std::size_t size =
        std::min(text.size() - at, utf8::length(static_cast<unsigned char>(text[at])));
    switch (below(4)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, text.substr(at, size));
        break;
      case 2:
        text.resize(at);
        break;
      default:
        text.insert(at, "\n");
        break;
    }
  }
  return text;
}

bool is_nothing(const Result<Text>& text) {
  return !text && text.error().code == Errc::empty_document;
}

}  // namespace

TEST_CASE("damaged notices are read without a crash, and what is written reads back the same") {
  const auto rules = builtin_rules();
  REQUIRE(rules);
  const unsigned seed = 20240717;
  std::mt19937 random(seed);
  for (int round = 0; round < 600; ++round) {
    const std::string bytes = damaged_notice(random);
    CAPTURE(seed, round, bytes);
    auto text = read_text(bytes, Source{});
    if (is_nothing(text)) continue;
    REQUIRE(text);
    const Notice notice = extract(std::move(*text), rules->extract());
    const Labels labels = classify(notice, rules->taxonomy());
    std::string line;
    write_record(line, notice, &labels);
    auto record =
        read_record(line);  // strict: every text must be the words at its span, blocks must tile
    INFO((record ? "" : record.error().message + " " + record.error().where.pointer));
    REQUIRE(record);
    const auto& again = std::get<LabelledNotice>(*record);
    REQUIRE(again.labels);
    std::string second;
    write_record(second, again.notice, &*again.labels);
    // The way back to the file is not part of a record, so the second line has no source spans.
    Notice without_map = notice;
    without_map.text.map = OffsetMap();
    std::string expected;
    write_record(expected, without_map, &labels);
    REQUIRE(second == expected);
  }
}
