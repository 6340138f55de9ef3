#include "report/mask.hpp"

#include <catch2/catch.hpp>

#include "report/personal.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;
using testing::NoticeBuilder;

namespace {

/// A card number that passes its check, and one that does not.
constexpr const char* card = "6222020200000005550";

Notice sample() {
  NoticeBuilder b("a.txt");
  b.finding("村民陶金禾补贴发放有误");
  b.end_finding();
  const Span told =
      b.line("由志愿者何杉协助，手机13800005550，身份证35010119900101123X，住中山路12号3栋501室");
  b.line("站长柏青负责");
  const Span phone = b.line("13900005550");
  Notice n = b.take();
  const std::string& text = n.text.utf8;
  const auto span = [&](std::string_view words) {
    const std::size_t at = text.find(words);
    return Span{at, at + words.size()};
  };
  (void)told;
  n.persons.push_back({span("陶金禾"), span("村民"), span("村民陶金禾")});
  n.persons.push_back({span("何杉"), span("志愿者"), span("志愿者何杉")});
  n.persons.push_back({span("柏青"), span("站长"), span("站长柏青")});
  n.contacts.phone.push_back(phone);
  return n;
}

std::string masked(std::vector<std::string> kinds, const Notice& n = sample()) {
  static const auto rules = builtin_rules();
  ReportOptions options;
  options.rules = &*rules;
  options.mask = std::move(kinds);
  REQUIRE_FALSE(MaskChoice::check(options));
  const MaskChoice choice(options);
  const Notice out = MaskChoice::masked(n, choice.of(n));
  CHECK(out.text.utf8.size() == n.text.utf8.size());
  return out.text.utf8;
}

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a surname of two characters stays whole") {
  NoticeBuilder b("a.txt");
  const Span line = b.line("由志愿者欧阳砚舟协助");
  Notice n = b.take();
  const std::size_t name = line.begin.value + 12;
  n.persons.push_back({Span{name, name + 12}, Span{name - 9, name}, Span{name - 9, name + 12}});
  CHECK(has(masked({"names"}, n), "志愿者欧阳某某协助"));
}

TEST_CASE("names of residents are masked, officials in office stay unless asked") {
  const std::string text = masked({"names"});
  CHECK(has(text, "村民陶某某补贴"));
  CHECK(has(text, "志愿者何某协助"));
  CHECK(has(text, "站长柏青"));
  CHECK(has(text, "13800005550"));
  CHECK(has(masked({"officials"}), "站长柏某"));
  CHECK(has(masked({"officials"}), "陶金禾"));
}

TEST_CASE("numbers are masked but for their ends; the office's own contacts stay") {
  const std::string text = masked({"phones", "ids"});
  CHECK(has(text, "138****5550"));
  CHECK(has(text, "35*************23X"));
  CHECK(has(text, "13900005550"));
  CHECK(has(text, "陶金禾"));
}

TEST_CASE("house numbers are masked, streets stay") {
  const std::string text = masked({"addresses"});
  CHECK(has(text, "中山路**号*栋***室"));
}

TEST_CASE("all is all but officials") {
  const std::string text = masked({"all"});
  CHECK_FALSE(has(text, "陶金禾"));
  CHECK_FALSE(has(text, "13800005550"));
  CHECK_FALSE(has(text, "501室"));
  CHECK(has(text, "柏青"));
  CHECK(masked({}) == sample().text.utf8);
}

TEST_CASE("every view and format shows the masked words and a note counts them") {
  const auto rules = builtin_rules();
  for (const NamedAbout& view : list_views()) {
    for (const NamedAbout& listed : list_formats(view.name)) {
      const std::string_view format = listed.name;
      if (format == "xlsx") continue;  // compressed: tests/pipelines/workbook.py looks inside
      ReportOptions options;
      options.rules = &*rules;
      options.format = format;
      options.mask = {"all"};
      auto report = Report::make(view.name, options);
      REQUIRE(report);
      std::string out;
      report->add(sample(), nullptr, out);
      report->finish(out);
      INFO(view.name << ' ' << format);
      CHECK_FALSE(has(out, "陶金禾"));
      CHECK_FALSE(has(out, "13800005550"));
      CHECK_FALSE(has(out, "19900101"));
      const bool compares = view.name == "similar" || view.name == "changes";
      if (format == "text" && !compares) {
        CHECK(has(out, "已遮盖：姓名2个"));
        CHECK(has(out, "可能有遗漏，公开前请人工核对。"));
      }
    }
  }
}

TEST_CASE("a word that is no kind of mask is bad usage") {
  const auto rules = builtin_rules();
  ReportOptions options;
  options.rules = &*rules;
  options.mask = {"faces"};
  const auto report = Report::make("ledger", options);
  REQUIRE_FALSE(report);
  CHECK(report.error().message.find("names, officials, phones") != std::string::npos);
}

TEST_CASE("personal numbers are told by their digits") {
  NoticeBuilder b("a.txt");
  b.line("号码13800005550、35010119900101123X、电话12345678901、编号350101200013011234，");
  b.line(std::string("卡") + card + "。");
  const auto found = personal_numbers(b.take());
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == PersonalNumber::Kind::mobile);
  CHECK(found[1].kind == PersonalNumber::Kind::id);
}

TEST_CASE("numbers in groups are masked as whole ones are, what parts them stays") {
  NoticeBuilder b("a.txt");
  b.line("手机138 0000 5550和139-0000-5551，座机0555-5550123，身份证350101 19900101 123X，");
  b.line("卡6222 0202 0000 0005 551，账号5550000000000001，卡号为5550 0000 0000 0002。");
  const std::string text = masked({"all"}, b.take());
  CHECK(has(text, "手机138 **** 5550和139-****-5551，座机****-*****23，"));
  CHECK(has(text, "身份证35**** ******** *23X，"));
  CHECK(has(text, "卡**** **** **** ***5 551，账号************0001，卡号为**** **** **** 0002。"));
}

TEST_CASE("all hides numbers that only a word tells, and mailboxes") {
  NoticeBuilder b("a.txt");
  b.line("何杉（电话5550-1234）和陶某，联系电话：5550123、5550-5678，邮箱he.shan@example.com。");
  b.line("座机（0555）55501234，电话055555501234。");
  const std::string text = masked({"all"}, b.take());
  CHECK(has(text,
            "（电话****-**34）和陶某，联系电话：*****23、****-**78，邮箱*******@example.com。"));
  CHECK(has(text, "座机（****）******34，电话**********34。"));
}

TEST_CASE("a phone in the answer to a finding is no contact of the office") {
  NoticeBuilder b("a.txt");
  b.finding("账目不清");
  b.measure("请何杉拨打13800005550核对");
  b.end_finding();
  Notice n = b.take();
  const std::size_t at = n.text.utf8.find("138");
  n.contacts.phone.push_back(Span{at, at + 11});
  CHECK(has(masked({"phones"}, n), "138****5550"));
}

TEST_CASE("years, amounts, dates and hotlines are no private numbers") {
  NoticeBuilder b("a.txt");
  b.line("2018 2019 2020 2021年，2020-2021年度，编号5550000000000001，金额120 300 4500元，");
  b.line("电话回访2018-2019年5550123人，话费5550123元，公布监督电话5550-1234，");
  b.line("公布监督电话0555-5550123，2024-03-05，文号0101-20230405。");
  const Notice n = b.take();
  CHECK(masked({"all"}, n) == n.text.utf8);
}

TEST_CASE("the office's own phone stays where it is printed once more") {
  NoticeBuilder b("a.txt");
  b.line("村部座机0555-5550123已公布");
  const Span phone = b.line("0555-5550123");
  Notice n = b.take();
  CHECK_FALSE(has(masked({"phones"}, n), "0555-5550123"));
  n.contacts.phone.push_back(phone);
  CHECK(masked({"phones"}, n) == n.text.utf8);
}

TEST_CASE("officials are also those who answer for a finding, with and without their posts") {
  NoticeBuilder b("a.txt");
  b.finding("账目不清");
  b.measure("副局长柏芳牵头核对");
  b.end_finding();
  const Span field =
      b.line("柏青禾、副局长柏芳，党委班子、安全办，陶某某（主任）、何杉站长，县长柏茂");
  Notice n = b.take();
  n.findings[0].responsible.leader = field;
  const std::string text = masked({"officials"}, n);
  CHECK(has(text, "副局长柏某牵头核对"));
  CHECK(has(text, "柏某某、副局长柏某，党委班子、安全办，陶某某（主任）、何某站长，县长柏某"));
  CHECK(masked({"names"}, n) == n.text.utf8);
}
