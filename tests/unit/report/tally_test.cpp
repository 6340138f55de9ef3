#include "report/tally.hpp"

#include <catch2/catch.hpp>

#include "support/notice_builder.hpp"

using namespace noticekit;
using testing::NoticeBuilder;

namespace {

std::string words(const Stated& stated) { return stated.words(Language::zh); }

}  // namespace

TEST_CASE("sums are exact, and overflow is no number") {
  CHECK(to_string(*sum({1, 1}, {2, 1})) == "0.3");
  CHECK(to_string(*sum({123456, 4}, {1, 0})) == "13.3456");
  CHECK(to_string(*sum({15, 1}, {-15, 1})) == "0");
  CHECK_FALSE(sum({INT64_MAX, 0}, {1, 0}));
  CHECK_FALSE(sum({INT64_MAX, 0}, {1, 1}));
}

TEST_CASE("a total stated twice is one value, stated differently it is both") {
  NoticeBuilder b("a");
  b.claim(ClaimKind::findings_total, "8").claim(ClaimKind::findings_total, "8");
  CHECK(words(claim_of(b.notice, ClaimKind::findings_total)) == "8");
  b.claim(ClaimKind::findings_total, "7");
  const Stated stated = claim_of(b.notice, ClaimKind::findings_total);
  CHECK(stated.differs());
  CHECK(words(stated) == "8、7");
  CHECK(stated.words(Language::en) == "8; 7");
}

TEST_CASE("zero is stated, silence is not") {
  NoticeBuilder b("a");
  b.claim(ClaimKind::findings_not_completed, "0");
  CHECK(claim_of(b.notice, ClaimKind::findings_not_completed).any());
  CHECK_FALSE(claim_of(b.notice, ClaimKind::findings_total).any());
}

TEST_CASE("totals of a finding, of immediate items and of earlier rounds are not the document's") {
  NoticeBuilder b("a");
  b.claim(ClaimKind::findings_total, "3", "F01");
  b.claim(ClaimKind::findings_total, "4", "immediate");
  b.claim(ClaimKind::findings_total, "5", "previous_round");
  CHECK_FALSE(claim_of(b.notice, ClaimKind::findings_total).any());
}

TEST_CASE("totals per unit are added up only where no total is stated") {
  NoticeBuilder b("a");
  b.claim(ClaimKind::findings_total, "3", "云溪村").claim(ClaimKind::findings_total, "4", "石桥村");
  const Stated stated = claim_of(b.notice, ClaimKind::findings_total);
  CHECK(words(stated) == "7");
  CHECK(stated.added_up);
  b.claim(ClaimKind::findings_total, "8");
  CHECK(words(claim_of(b.notice, ClaimKind::findings_total)) == "8");
  CHECK_FALSE(claim_of(b.notice, ClaimKind::findings_total).added_up);
}

TEST_CASE("rates of units have no sum") {
  NoticeBuilder b("a");
  b.claim(ClaimKind::completion_rate, "80", "云溪村");
  b.claim(ClaimKind::completion_rate, "90", "石桥村");
  CHECK_FALSE(claim_of(b.notice, ClaimKind::completion_rate).any());
}

TEST_CASE("money is in units of ten thousand yuan, exact to the cent") {
  NoticeBuilder b("a");
  b.money(MoneyKind::recovered, "123456.78");
  CHECK(words(money_of(b.notice, {MoneyKind::recovered})) == "12.345678");
  NoticeBuilder c("c");
  c.money(MoneyKind::recovered, "0");
  CHECK(words(money_of(c.notice, {MoneyKind::recovered})) == "0");
}

TEST_CASE("an amount in the totals and again in a finding counts once") {
  NoticeBuilder b("a");
  b.money(MoneyKind::recovered, "50000");
  b.line("");
  b.finding("账目不清");
  b.money(MoneyKind::recovered, "20000");
  b.finding("超发补贴");
  b.money(MoneyKind::recovered, "30000");
  b.end_finding();
  CHECK(words(money_of(b.notice, {MoneyKind::recovered})) == "5");
}

TEST_CASE("without totals the findings are added up; a repetition inside one counts once") {
  NoticeBuilder b("a");
  b.finding("账目不清");
  b.money(MoneyKind::returned, "20000").line("");
  b.money(MoneyKind::returned, "20000").line("");
  b.finding("超发补贴");
  b.money(MoneyKind::returned, "20000").money(MoneyKind::returned, "5000");
  b.end_finding();
  CHECK(words(money_of(b.notice, {MoneyKind::returned})) == "4.5");
}

TEST_CASE("different kinds are added up, also when the amounts are equal") {
  NoticeBuilder b("a");
  b.words("追缴");
  b.money(MoneyKind::recovered, "20000").words("，清退");
  b.money(MoneyKind::returned, "20000").line("。");
  CHECK(words(money_of(b.notice, {MoneyKind::recovered, MoneyKind::returned})) == "4");
}

TEST_CASE("what follows 其中 is part of what stands before it, until the sentence ends") {
  NoticeBuilder b("a");
  b.words("追缴");
  b.money(MoneyKind::recovered, "120000").words("，其中清退");
  b.money(MoneyKind::returned, "50000").words("、追回");
  b.money(MoneyKind::recovered, "70000").words("。另清退");
  b.money(MoneyKind::returned, "10000").line("。");
  CHECK(words(money_of(b.notice, {MoneyKind::recovered, MoneyKind::returned})) == "13");
}

TEST_CASE("paragraphs that state different sums are shown as such, not added up") {
  NoticeBuilder b("a");
  b.money(MoneyKind::recovered, "120000").line("");
  b.money(MoneyKind::recovered, "130000").line("");
  b.money(MoneyKind::recovered, "120000").line("");
  CHECK(words(money_of(b.notice, {MoneyKind::recovered})) == "12、13");
}

TEST_CASE("cases and times are not people") {
  NoticeBuilder b("a");
  b.people(AccountabilityKind::party_discipline, "2").line("");
  b.people(AccountabilityKind::party_discipline, "5", "件").line("");
  CHECK(words(people_of(b.notice, {AccountabilityKind::party_discipline})) == "2");
}

TEST_CASE("one number read under two kinds counts once") {
  NoticeBuilder b("a");
  b.people(AccountabilityKind::admonition, "3");
  b.notice.accountability.push_back(b.notice.accountability[0]);
  b.notice.accountability[1].kind = AccountabilityKind::reminder_talk;
  const auto talks = {AccountabilityKind::admonition, AccountabilityKind::reminder_talk};
  CHECK(words(people_of(b.notice, talks)) == "3");
}

TEST_CASE("a total sums what is stated and counts what is not and what differs") {
  Total total;
  CHECK(std::holds_alternative<std::monostate>(total.cell()));
  Stated zero, two, both;
  zero.state({0, 0});
  two.state({2, 0});
  both.state({8, 0});
  both.state({7, 0});
  total.add({});
  CHECK(std::holds_alternative<std::monostate>(total.cell()));
  total.add(zero);
  CHECK(std::get<Decimal>(total.cell()) == Decimal{0, 0});
  total.add(two);
  total.add(both);
  CHECK(std::get<Decimal>(total.cell()) == Decimal{2, 0});
  CHECK(total.summed() == 2);
  CHECK(total.unstated() == 1);
  CHECK(total.differing() == 1);
}
