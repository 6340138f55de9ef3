#include "text/phrase.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <tuple>

#include "support/text_generator.hpp"
#include "text/phrase_gate.hpp"

using namespace noticekit;

namespace {

PhraseSet set(std::vector<std::string> match, std::vector<std::string> unless = {}) {
  auto s = PhraseSet::compile({{"r", "r", std::move(match), std::move(unless)}});
  REQUIRE(s);
  return std::move(*s);
}

std::string first(const PhraseSet& s, std::string_view text) {
  const auto hit = s.find(text);
  return hit ? std::string(text.substr(hit->begin, hit->end - hit->begin)) : "-";
}

std::string fault(const char* pattern) {
  auto s = PhraseSet::compile({{"r", "r", {pattern}, {}}});
  return s ? "" : s.error().where.pointer + " " + s.error().message;
}

}  // namespace

TEST_CASE("a literal is found wherever it stands, punctuation in either width") {
  const PhraseSet s = set({"措施：", "“四个”"});
  CHECK(first(s, "整改措施：一是") == "措施：");
  CHECK(first(s, "整改措施:一是") == "措施:");
  CHECK(first(s, "树牢\"四个\"意识") == "\"四个\"");
  CHECK(first(s, "整改情况") == "-");
}

TEST_CASE("alternatives and optional parts prefer the longer reading") {
  const PhraseSet s = set({"(完成|完成整改)[情况]"});
  CHECK(first(s, "已完成整改情况良好") == "完成整改情况");
  CHECK(first(s, "已完成") == "完成");
  const PhraseSet nested = set({"[已[经]](整|整改(完|到位))"});
  CHECK(first(nested, "已经整改到位") == "已经整改到位");
  CHECK(first(nested, "已整改完") == "已整改完");
  CHECK(first(nested, "整顿") == "整");
}

TEST_CASE("{n} captures Arabic and Chinese numerals") {
  const PhraseSet s = set({"共{n}项"});
  for (const char* n : {"12", "1,234", "98.71", "十二", "一百零三", "0"}) {
    CAPTURE(n);
    const std::string text = "经统计，共" + std::string(n) + "项";
    const auto hit = s.find(text);
    REQUIRE(hit);
    REQUIRE(hit->slot_count == 1);
    CHECK(slice(text, hit->slots[0]) == n);
  }
  CHECK(first(set({"{n}项"}), "完成了3项") == "3项");
}

TEST_CASE("{x} captures the shortest words and stops at a sentence's end") {
  const PhraseSet s = set({"对{x:20}进行"});
  const std::string text = "对某局党组进行巡察，进行";
  const auto hit = s.find(text);
  REQUIRE(hit);
  CHECK(slice(text, hit->slots[0]) == "某局党组");
  CHECK(first(s, "对进行") == "-");
  CHECK(first(s, "对某局。进行") == "-");
  CHECK(first(s, "对一二三四五六七八九十一二三四五六七八九十一进行") == "-");
}

TEST_CASE("gaps may be empty, and stop at a comma where asked") {
  CHECK(first(set({"未{..3}完成"}), "未能按期完成") == "未能按期完成");
  CHECK(first(set({"未{..2}完成"}), "未能按期完成") == "-");
  CHECK(first(set({"未{..}完成"}), "未完成") == "未完成");
  CHECK(first(set({"未{..,6}完成"}), "未发现，完成") == "-");
}

TEST_CASE("anchors hold at the very beginning and end") {
  CHECK(first(set({"^关于"}), "关于学习") == "关于");
  CHECK(first(set({"^关于"}), "学习关于") == "-");
  CHECK(first(set({"通报$"}), "情况的通报") == "通报");
  CHECK(first(set({"通报$"}), "通报情况") == "-");
}

TEST_CASE("an overlapping unless cancels a hit, one with a tilde cancels from anywhere") {
  const PhraseSet near = set({"完成"}, {"(未|尚未){..2}完成"});
  CHECK(first(near, "尚未完成") == "-");
  CHECK(first(near, "尚未启动，甲已完成") == "完成");
  const PhraseSet far = set({"组织"}, {"~方面"});
  CHECK(first(far, "整改组织情况") == "组织");
  CHECK(first(far, "关于组织生活的方面") == "-");
}

TEST_CASE("the longest hit wins at a place, then the rule that stands first") {
  auto s = PhraseSet::compile(
      {{"a", "a", {"整改"}, {}}, {"b", "b", {"整改措施"}, {}}, {"c", "c", {"整改措施"}, {}}});
  REQUIRE(s);
  const auto hit = s->match_at("整改措施", 0);
  REQUIRE(hit);
  CHECK(s->rules()[hit->rule].id == "b");
  std::vector<PhraseHit> all;
  s->scan_all("整改措施", all);
  CHECK(all.size() == 3);
  all.clear();
  s->scan("整改，整改措施", all);
  CHECK(all.size() == 2);
}

TEST_CASE("a backslash makes a sign literal") {
  CHECK(first(set({"\\(甲\\)"}), "（甲）") == "（甲）");
}

TEST_CASE("of many alternatives each is found, the longest first, also behind a gap") {
  const PhraseSet s = set({"已{..3}(甲|乙|丙|丁|戊|己庚|己庚辛|[壬]癸|{n}个|)完"});
  for (const char* words : {"已完", "已子丑甲完", "已戊完", "已己庚辛完", "已壬癸完", "已癸完",
                            "已子十二个完", "已1,200个完", "已子丑寅丁完"}) {
    CAPTURE(words);
    CHECK(first(s, words) == words);
  }
  CHECK(first(s, "已子丑寅卯丁完") == "-");
}

TEST_CASE("a comma of the sentence is none of thousands, whatever its width") {
  const PhraseSet s = set({"共{n}项"});
  CHECK(first(s, "共12,345项") == "共12,345项");
  CHECK(first(s, "共12，345项") == "-");
}

TEST_CASE("a marked stretch has the hits of the same words alone") {
  using Hit = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint8_t>;
  const auto told = [](const std::vector<PhraseHit>& hits) {
    std::vector<Hit> out;
    for (const PhraseHit& h : hits) out.emplace_back(h.rule, h.begin, h.end, h.slot_count);
    return out;
  };
  auto s =
      PhraseSet::compile({{"a", "a", {"整改", "(问题|措施){..4}(，|。|整改)", "年{n}月"}, {}},
                          {"b", "b", {"{n}(个|项|日)", "{n}", "的", "^[一二]、"}, {"的{x}情况"}},
                          {"c", "a", {"（{..8}）", "党委{..,9}$"}, {"~附件"}}});
  REQUIRE(s);
  auto other = PhraseSet::compile({{"d", "d", {"整改{n}", "的"}, {}}});
  REQUIRE(other);
  const PhraseGate gate({&*other, &*s});
  std::mt19937 random(5);
  std::size_t found = 0;
  for (int round = 0; round < 30; ++round) {
    const std::string text = test::random_text(random);
    const Letters letters(text);
    for (const bool marked : {true, false}) {
      PhraseMarks marks;
      if (marked) gate.mark(letters, marks);
      for (std::uint32_t n = 0; n + 1 < letters.size(); n += 17) {
        const Span span{letters.byte(n), letters.byte(std::min(letters.size(), n * 3 / 2 + 9))};
        const std::string_view words = slice(text, span);
        Stretch stretch = letters.stretch(span);
        stretch.marks = marked ? &marks : nullptr;
        std::vector<PhraseHit> alone, here;
        s->scan_all(words, alone);
        s->scan_all(stretch, here);
        CHECK(told(alone) == told(here));
        found += here.size();
        alone.clear();
        here.clear();
        s->scan(words, alone);
        s->scan(stretch, here);
        CHECK(told(alone) == told(here));
        const auto left = s->find_as(words, "a");
        const auto right = s->find_as(stretch, "a");
        CHECK(left.has_value() == right.has_value());
        if (left && right) CHECK(told({*left}) == told({*right}));
        for (std::size_t at = 0; at < words.size(); at += 3) {
          const auto alone_at = s->match_at(words, at);
          const auto here_at = s->match_at(stretch, at);
          CHECK(alone_at.has_value() == here_at.has_value());
          if (alone_at && here_at) CHECK(told({*alone_at}) == told({*here_at}));
        }
      }
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("a pattern that cannot be read names its place and fault") {
  CHECK(fault("甲(乙").find("/rules/0/match/0 ") == 0);
  CHECK(fault("甲)").find("without an opening") != std::string::npos);
  CHECK(fault("甲{y}").find("unknown slot") != std::string::npos);
  CHECK(fault("甲{n").find("not closed") != std::string::npos);
  CHECK(fault("").find("empty") != std::string::npos);
  CHECK(fault("(甲]").find("bracket") != std::string::npos);
  CHECK(fault("{n}{n}{n}{n}{n}").find("four slots") != std::string::npos);
}
