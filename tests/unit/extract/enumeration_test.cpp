#include "extract/enumeration.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

/// "一是|加强学习 二是|健全台账": what enumerate() cuts out of the whole of `s`.
std::string cut(std::string_view s) {
  std::string out;
  for (const Measure& m : enumerate(s, Signs(s), {0, s.size()}).items) {
    if (!out.empty()) out += ' ';
    out += std::string(slice(s, *m.marker)) + "|" + std::string(slice(s, m.text));
  }
  return out;
}

}  // namespace

TEST_CASE("一是 lists are cut at each marker and lose their last separator") {
  CHECK(cut("一是加强学习。补学两次；二是健全台账。") == "一是|加强学习。补学两次 二是|健全台账");
  CHECK(cut("一是甲\n二是乙\n三是丙\n") == "一是|甲 二是|乙 三是|丙");
}

TEST_CASE("a marker may follow a comma, and ten goes on to eleven") {
  CHECK(cut("一是甲,二是乙") == "一是|甲 二是|乙");
  std::string_view long_list =
      "一是甲；二是乙；三是丙；四是丁；五是戊；六是己；七是庚；八是辛；九是壬；十是癸；十一是子；十"
      "二是丑。";
  CHECK(enumerate(long_list, Signs(long_list), {0, long_list.size()}).items.size() == 12);
}

TEST_CASE("markers inside quotation marks, titles and brackets do not count") {
  CHECK(cut("一是坚持“守正。一是一、二是二”原则；二是学《甲，二是乙》办法；三是丙") ==
        "一是|坚持“守正。一是一、二是二”原则 二是|学《甲，二是乙》办法 三是|丙");
}

TEST_CASE("a lost first marker leaves its words before the list") {
  const std::string_view s = "核对名册，二是建立台账。三是公示。";
  const Enumeration e = enumerate(s, Signs(s), {0, s.size()});
  CHECK(e.first == 2);
  CHECK(slice(s, e.before) == "核对名册");
  CHECK(e.items.size() == 2);
}

TEST_CASE("one lone 一是 is a list of one, other lone markers are none") {
  CHECK(cut("一是加强学习") == "一是|加强学习");
  CHECK(cut("整改如下：1.加强学习") == "");
}

TEST_CASE("other styles need two members") {
  CHECK(cut("首先，摸底。其次，整改。最后，复查。") == "首先|摸底 其次|整改 最后|复查");
  CHECK(cut("1.摸底；2.整改；") == "1.|摸底 2.|整改");
  CHECK(cut("（1）摸底。（2）整改。") == "（1）|摸底 （2）|整改");
  CHECK(cut("①摸底；②整改") == "①|摸底 ②|整改");
  CHECK(cut("第一，摸底。第二，整改。") == "第一|摸底 第二|整改");
}

TEST_CASE("decimals and years are no markers") { CHECK(cut("追回：1.2万元；2.3万元") == ""); }

TEST_CASE("a number that comes back is part of the item, unless it begins a line") {
  CHECK(cut("一是甲；二是乙，一是丙；三是丁") == "一是|甲 二是|乙，一是丙 三是|丁");
  CHECK(cut("一是甲；二是乙。\n一是丙；二是丁。") == "一是|甲 二是|乙 一是|丙 二是|丁");
}

TEST_CASE("numbers that are one character with their signs make a list") {
  CHECK(cut("⒈加强学习；⒉健全台账。") == "⒈|加强学习 ⒉|健全台账");
  CHECK(cut("⑴加强学习；⑵健全台账。") == "⑴|加强学习 ⑵|健全台账");
}
