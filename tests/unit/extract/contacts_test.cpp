#include "extract/contacts.hpp"

#include <catch2/catch.hpp>

#include "support/extracted.hpp"

using namespace noticekit;
using namespace noticekit::test;

namespace {

std::string contacts(std::string_view closing) {
  std::string text =
      "关于巡察整改情况的通报\n根据安排，某组对某局开展了巡察。\n一、下一步打算\n（一）持续用力。"
      "\n";
  text += closing;
  const Notice n = extracted(text);
  std::string out;
  for (const auto* list :
       {&n.contacts.phone, &n.contacts.email, &n.contacts.address, &n.contacts.postcode}) {
    for (const Span s : *list) out += std::string(n.view(s)) + ";";
    out += '|';
  }
  return out;
}

}  // namespace

TEST_CASE("a sentence of running text may hold all of them") {
  CHECK(
      contacts(
          "意见和建议可拨打0399-5550906，也可写信寄至云岭县松林路18号纪委办公室，邮编555607。\n") ==
      "0399-5550906;||云岭县松林路18号纪委办公室;|555607;|");
}

TEST_CASE("labels without a colon and lines of their own") {
  CHECK(
      contacts("欢迎监督。\n受理电话：0399-5550288（镇纪委）\n来信请寄：云岭县府前街6号镇纪委\n") ==
      "0399-5550288;||云岭县府前街6号镇纪委;||");
  CHECK(contacts("整改情况接受群众监督，电话：0399-5550188，信箱：xcb@example.com。\n") ==
        "0399-5550188;|xcb@example.com;|||");
}

TEST_CASE("where a letter box hangs is no address") {
  CHECK(contacts("联系信箱：在办公楼一楼设置“巡察组联系信箱”2个\n联系电话：0399-5550001\n") ==
        "0399-5550001;||||");
}

TEST_CASE("a number may be printed in groups or with its country") {
  const auto phone = [](const std::string& number) {
    const std::string all = contacts("欢迎监督。联系电话：" + number + "。\n");
    return all.substr(0, all.find('|'));
  };
  CHECK(phone("139 0555 0288") == "139 0555 0288;");
  CHECK(phone("+86 13905550288") == "+86 13905550288;");
  CHECK(phone("0399-5550 288") == "0399-5550 288;");
  CHECK(phone("0399-5550288 2031年启用") == "0399-5550288;");
}

TEST_CASE("several numbers after a label, beside each whose it is") {
  const auto phones = [](const std::string& line) {
    const std::string all = contacts("欢迎监督。" + line + "\n");
    return all.substr(0, all.find('|'));
  };
  const std::string both = "0399-5550288;0399-5550289;";
  CHECK(phones("联系电话：0399-5550288（镇纪委）、0399-5550289（党政办）。") == both);
  CHECK(phones("联系电话：镇纪委0399-5550288；党政办0399-5550289。") == both);
  CHECK(phones("联系电话：镇纪委（0399-5550288）、党政办（0399-5550289）。") == both);
  CHECK(phones("联系电话：镇纪委：0399-5550288，党政办：0399-5550289。") == both);
  CHECK(phones("联系电话：0399-5550288 0399-5550289") == both);
  CHECK(phones("联系电话：0399-5550288（镇纪委）\n0399-5550289（党政办）") == both);
  CHECK(phones("联系电话：\n0399-5550288、0399-5550289") == both);
  CHECK(phones("联系电话：0399-5550288，5550289。") == "0399-5550288;5550289;");
  CHECK(phones("（联系人：党政办，0399-5550288）") == "0399-5550288;");
  CHECK(phones("联系人：党政办　0399-5550288") == "0399-5550288;");
}

TEST_CASE("a fax is no telephone, nor is a date or postcode behind one") {
  const auto phones = [](const std::string& line) {
    const std::string all = contacts("欢迎监督。" + line + "\n");
    return all.substr(0, all.find('|'));
  };
  CHECK(phones("联系电话：0399-5550288、0399-5550289（传真）。") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550289（传真）、0399-5550288（镇纪委）。") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550288，传真0399-5550289。") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550288，传真：0399-5550289。") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550288（兼传真）。") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550288\n2024-10-09") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550288 2024-10-09") == "0399-5550288;");
  CHECK(phones("联系电话：0399-5550288，邮编555040。") == "0399-5550288;");
  CHECK(phones("联系人：党政办，邮编555040，20241009。").empty());
}
