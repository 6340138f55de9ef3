#include "support/text_generator.hpp"

#include <iconv.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace noticekit::test {
namespace {

using Words = std::vector<const char*>;

const Words nouns = {"整改",     "党组", "巡察组",   "问题",         "台账",
                     "落实情况", "制度", "资金",     "社区",         "措施",
                     "局机关",   "责任", "“回头看”", "《工作规则》", "（试行）"};
const Words numbers = {"3", "12", "2024年6月5日", "1,200", "98.7%", "２０２４", "十二", "①"};
const Words stops = {"。", "，", "、", "；", "：", "。", "，", ",", "”", "）", "."};
const Words markers = {"一、",   "（一）", "1.",  "１．", "1. ", "（1）", "(2)", "① ", "一是",
                       "第一，", "首先，", "## ", "> ",   ">1.", "　　",  "  ",  "\t", "# 一、"};
const Words blanks = {" ", "  ", "　", "\u00A0", "\t", " \u200B ", "\u2003", " \t "};
const Words silent = {"\u200B", "\uFEFF", "\u00AD", "\u200E", "\x01", "\u0085\u200B"};
const Words stars = {"**", "*", "***", "****"};
const Words composed = {"e\u0301",      "\uF900",        "\u212B", "\uFB1D",      "\u304B\u3099",
                        "\u1100\u1161", "a\u0323\u0307", "\u0301", "\u200B\u0301"};
const Words rare = {"ñ",       "㐀",          "\U00020000", "\U0001F600", "é è",
                    "ABC def", "GB/T 50 001", "/",          "#"};
const Words ends = {"\n", "\n", "\n", "\n\n", "\r\n", "\n \n", "\r", "\u2028", "\f", "\n\n\n"};
const Words pages = {"— 2 —", "- 12 -", "第3页 共9页", "4", "5", "6", "3/9", "---", "***"};
const Words headers = {"", "", "\n某某公司党委文件", "\n某某局工作简报\n二〇二四年第六期"};
const Words closings = {"中共某某局党组",
                        "某某镇委员会",
                        "2024年6月5日",
                        "联系电话：0599-5550123",
                        "联系电话：0599-\n5550123，05\n99-555\n0124",
                        "邮箱：some_\nbody@\nexample.\ncom",
                        "2\t项目\t12",
                        "整改成效：",
                        "责任领导：张三　整改时限：6月底"};

class Writer {
 public:
  Writer(std::mt19937& random, const Damage& damage) : random_(random), damage_(damage) {}

  std::string text() {
    const int lines = number(1, 24);
    for (int i = 0; i < lines; ++i) line();
    return out_;
  }

 private:
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  bool chance(int percent) { return number(1, 100) <= percent; }
  void add(const Words& words) {
    out_ += words[static_cast<std::size_t>(number(0, static_cast<int>(words.size()) - 1))];
  }

  void line() {
    if (chance(40)) add(markers);
    if (damage_.page_numbers && chance(12)) {
      add(pages);
      add(headers);
    } else if (chance(12)) {
      add(closings);
    } else {
      const int size = chance(50) ? number(1, 6) : number(10, 40);
      for (int i = 0; i < size; ++i) {
        add(chance(15) ? numbers : nouns);
        if (chance(30)) add(stops);
        if (chance(6)) add(blanks);
        if (chance(2)) add(silent);
        if (damage_.stars && chance(4)) add(stars);
        if (damage_.composition && chance(2)) add(composed);
        if (chance(2)) add(rare);
      }
      if (chance(50)) out_ += "。";
    }
    if (chance(8)) add(blanks);
    add(ends);
  }

  std::mt19937& random_;
  Damage damage_;
  std::string out_;
};

}  // namespace

std::string random_text(std::mt19937& random, const Damage& damage) {
  return Writer(random, damage).text();
}

std::string random_bytes(std::mt19937& random, std::size_t size) {
  const auto kind = random() % 5;
  std::string out;
  while (out.size() < size) {
    const auto any = static_cast<unsigned char>(random());
    switch (kind) {
      case 0:  // anything
        out += static_cast<char>(any);
        break;
      case 1:  // nearly GB18030
        out += static_cast<char>(0x81 + any % 0x7E);
        out += static_cast<char>(0x30 + random() % 0xD0);
        break;
      case 2:  // nearly UTF-8
        out += static_cast<char>(0xE4 + any % 8);
        out += static_cast<char>(0x80 + random() % 64);
        if (any % 16 != 0) out += static_cast<char>(0x80 + random() % 64);
        break;
      case 3:  // nearly UTF-16
        out += static_cast<char>(any);
        out += static_cast<char>(0x4E + random() % 0x50);
        break;
      default:  // the special characters of ASCII
        out += "*# >\t\r\n\f1.-"[any % 12];
        if (any % 5 == 0) out += "\xE4\xB8\x80";
    }
  }
  return out;
}

std::string encode(std::string_view utf8, const char* encoding) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  if (converter == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error("no such encoding");
  std::string in(utf8);
  std::string out(4 * in.size() + 16, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  const std::size_t result = iconv(converter, &from, &left, &to, &room);
  iconv_close(converter);
  if (result == static_cast<std::size_t>(-1)) throw std::runtime_error("cannot be encoded");
  out.resize(out.size() - room);
  return out;
}

}  // namespace noticekit::test
