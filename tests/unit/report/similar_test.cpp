#include "report/similar/similar.hpp"

#include <catch2/catch.hpp>

#include "report/similar/align.hpp"
#include "report/similar/shares.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;
using namespace noticekit::similar;
using testing::NoticeBuilder;

namespace {

std::vector<Letter> letters_of(std::string_view words) {
  std::vector<Letter> out(1, wall);
  const std::vector<Mask> none;
  for (Reduction r(words, none); r.next();) out.push_back(r.letter());
  out.push_back(wall);
  return out;
}

Notice notice_of(const std::string& id, const std::string& problem, const std::string& answer) {
  NoticeBuilder b(id);
  b.finding(problem);
  b.measure(answer);
  return b.take();
}

constexpr const char* copied = "组织人员对沟渠护坡逐段测量登记造册并请老石匠现场指点砌筑方法";

Similar compare(std::vector<Notice> notices) {
  static Corpus corpus;
  corpus = Corpus();
  for (const Notice& n : notices) REQUIRE(corpus.add(n, "", nullptr));
  return find_similar(corpus, Limits{});
}

}  // namespace

TEST_CASE("width, punctuation and space do not tell letters apart") {
  CHECK(letters_of("Ａ１２、（某）") == letters_of("a12 某"));
  CHECK(letters_of("甲、乙") != letters_of("甲、丙"));
}

TEST_CASE("titles are masked where they stand whole in a line") {
  NoticeBuilder b("a.txt");
  b.line("执行《云溪县沟渠管理办法》的规定");
  const Notice n = b.take();
  const auto masks = masks_of(n, nullptr);
  REQUIRE(masks.size() == 1);
  CHECK(n.view(masks[0].span) == "《云溪县沟渠管理办法》");
  NoticeBuilder c("c.txt");
  c.line("执行《没有完的名称");
  c.line("下一行》");
  CHECK(masks_of(c.take(), nullptr).empty());
}

TEST_CASE("a copied sentence is found whole, with both places") {
  const auto found =
      compare({notice_of("a.txt", "护坡年久失修", std::string("一是") + copied + "。"),
               notice_of("b.txt", "水渠淤塞严重", std::string("其次，") + copied + "；")});
  REQUIRE(found.pairs.size() == 1);
  REQUIRE(found.pairs[0].passages.size() == 1);
  const Passage& p = found.pairs[0].passages[0];
  CHECK(p.matched == 30);
  CHECK(p.document_a == 0);
  CHECK(p.document_b == 1);
}

TEST_CASE("a swapped word is stepped over, another text is not") {
  const std::string more = "再由村民代表逐户签字";
  const std::string swapped = "组织人员对沟渠护坡逐段测量登记入册并请老石匠现场指点砌筑方法";
  const auto found = compare({notice_of("a.txt", "护坡年久失修", copied + more),
                              notice_of("b.txt", "水渠淤塞严重", swapped + more)});
  REQUIRE(found.pairs.size() == 1);
  CHECK(found.pairs[0].passages[0].matched == 39);
  CHECK(compare({notice_of("a.txt", "护坡年久失修", copied),
                 notice_of("b.txt", "水渠淤塞严重",
                           "连夜清理淤泥并把水闸钥匙交给值班员保管至汛期结束为止")})
            .pairs.empty());
}

TEST_CASE("within a notice, only what two findings share is told") {
  NoticeBuilder b("a.txt");
  b.finding("护坡年久失修");
  b.measure(copied);
  b.finding("水渠淤塞严重");
  b.measure(copied);
  CHECK(compare({b.take()}).pairs.size() == 1);
  NoticeBuilder c("c.txt");
  c.finding("护坡年久失修");
  c.measure(copied).measure(copied);
  CHECK(compare({c.take()}).pairs.empty());
}

TEST_CASE("what many notices share is a set phrase, what five share is one group") {
  std::vector<Notice> many, five;
  for (int i = 0; i < 30; ++i) {
    const std::string own = std::string(3, static_cast<char>('a' + i % 26)) + std::to_string(i);
    many.push_back(notice_of(own, own, copied + own));
    five.push_back(notice_of(own, own, (i < 5 ? copied : "") + own));
  }
  const auto learnt = compare(std::move(many));
  CHECK(learnt.pairs.empty());
  REQUIRE(learnt.stock.size() == 1);
  CHECK(learnt.stock[0].documents == 30);
  const auto shared = compare(std::move(five));
  REQUIRE(shared.groups.size() == 1);
  CHECK(shared.groups[0].documents == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
  CHECK(shared.stock.empty());
}

TEST_CASE(
    "a text of forty notices is not held against all of them, whatever numbers each changes") {
  constexpr std::uint32_t notices = 40, all_with_all = 16 * 15 / 2;
  Corpus corpus;
  for (std::uint32_t i = 0; i < notices; ++i) {
    std::string text;
    for (const std::string piece : {"组织人员对沟渠护坡逐段测量共", "登记造册后请老石匠现场指点",
                                    "会计逐笔核对捐款箱里的票据", "祠堂钥匙交由两位老人分头保管",
                                    "旧水表连夜换下并在村口张榜", "鱼塘租金按月收取存入专户共"})
      text += piece + std::to_string(100 + (i * 13 + text.size() * 7) % 10 * 11);
    const std::string own(3, static_cast<char>('a' + i % 26));
    REQUIRE(corpus.add(notice_of(own + std::to_string(i), own, text), "", nullptr));
  }
  Limits limits;
  limits.stock_least = notices;
  const Similar found = find_similar(corpus, limits);
  CHECK(found.pairs.size() >= notices - 1);
  CHECK(found.pairs.size() <= all_with_all + 4 * notices);
  REQUIRE(found.groups.size() == 1);
  CHECK(found.groups[0].documents.size() == notices);
}

TEST_CASE("the words of a passage are found again far behind the start, masks between") {
  NoticeBuilder b("a.txt");
  std::string text;
  for (int i = 0; i < 60; ++i) text += "第" + std::to_string(i) + "段《云溪县沟渠管理办法》，";
  b.line(text);
  const Notice n = b.take();
  Corpus corpus;
  REQUIRE(corpus.add(n, "", nullptr));
  const Document& d = corpus.documents()[0];
  Place at = d.begin;
  for (Reduction r(d.text, d.masks); r.next(); ++at) {
    CHECK(corpus.words_at(d, at, at + 1) == Span(r.begin(), r.end()));
    CHECK(corpus.document_at(at) == 0);
  }
  CHECK(at == d.end);
  CHECK(corpus.words_at(d, d.begin, d.end).begin.value == 0);
}

TEST_CASE("two sides in one text never overlap") {
  const auto letters = letters_of("丁乃久丁乃久丁乃久丁乃久丁乃久丁乃久");
  const auto p = align(letters, 1, 7, 3, true);
  REQUIRE(p);
  CHECK(p->a_end <= p->b_begin);
}

TEST_CASE("shares count each group of five letters once") {
  std::vector<Letter> letters = letters_of("甲乙丙丁戊己甲乙丙丁戊");
  const auto middle = static_cast<Place>(letters.size());
  for (const Letter l : letters_of("乙丙丁戊己庚")) letters.push_back(l);
  FiveLetters five(letters);
  CHECK(five.take(0, middle) == 6);
  CHECK(five.take(middle, static_cast<Place>(letters.size())) == 2);
  const Shares s = five.share(0, middle, 6);
  // a: 甲乙丙丁戊 乙丙丁戊己 丙丁戊己甲 丁戊己甲乙 戊己甲乙丙 己甲乙丙丁; b: 乙丙丁戊己 丙丁戊己庚
  CHECK(s.a == Approx(1.0 / 6));
  CHECK(s.b == Approx(1.0 / 2));
  CHECK(s.both == Approx(1.0 / 7));
}
