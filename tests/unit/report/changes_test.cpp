#include <catch2/catch.hpp>

#include "report/changes/compare.hpp"
#include "support/notice_builder.hpp"
#include "support/rows.hpp"

using namespace noticekit;
using namespace noticekit::changes;
using testing::NoticeBuilder;

namespace {

NoticeBuilder base(const std::string& id) {
  NoticeBuilder b(id);
  b.body("云溪村");
  b.notice.title = b.line("关于巡察整改情况的通报");
  b.claim(ClaimKind::findings_completed, "1");
  b.finding("会议记录不全").status = {StatusValue::in_progress, StatusBasis::stated, std::nullopt};
  b.measure("补记会议记录");
  b.finding("集体林地租金未入账");
  b.measure("追回租金");
  return b;
}

std::vector<Change> compare_two(const Notice& before, const Notice& now,
                                const std::set<std::string>& unreadable = {}) {
  return compare({snapshot_of(before, Language::zh)}, {snapshot_of(now, Language::zh)}, unreadable,
                 Language::zh);
}

}  // namespace

TEST_CASE("the same notice has not changed, and nothing at all is printed") {
  CHECK(compare_two(base("a.txt").take(), base("a.txt").take()).empty());
  for (const char* format : {"text", "markdown", "csv", "jsonl", "json", "html"}) {
    ReportOptions options;
    options.format = format;
    auto report = Report::make("changes", options);
    std::string out;
    report->add_earlier(base("a.txt").take(), nullptr);
    report->add(base("a.txt").take(), nullptr, out);
    report->finish(out);
    INFO(format);
    CHECK(out.empty());
  }
}

TEST_CASE("a moved status is told with both states") {
  NoticeBuilder now = base("a.txt");
  now.notice.findings[0].status.value = StatusValue::completed;
  now.line("已完成。");
  const auto changes = compare_two(base("a.txt").take(), now.take());
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::status_moved);
  CHECK(changes[0].finding == "会议记录不全");
  CHECK(changes[0].before == "正在整改");
  CHECK(changes[0].after == "已完成");
}

TEST_CASE("a number that changed, and one that is no longer stated") {
  NoticeBuilder now = base("a.txt");
  now.notice.claims.clear();
  now.claim(ClaimKind::findings_completed, "2");
  auto changes = compare_two(base("a.txt").take(), now.take());
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::number_changed);
  CHECK(changes[0].what == "已完成");
  CHECK(changes[0].before == "1");
  CHECK(changes[0].after == "2");
  NoticeBuilder silent = base("a.txt");
  silent.notice.claims.clear();
  silent.line("完");
  changes = compare_two(base("a.txt").take(), silent.take());
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].after.empty());
}

TEST_CASE("findings: new, gone, reworded") {
  NoticeBuilder now("a.txt");
  now.body("云溪村");
  now.notice.title = now.line("关于巡察整改情况的通报");
  now.claim(ClaimKind::findings_completed, "1");
  now.finding("会议记录不够全").status = {StatusValue::in_progress, StatusBasis::stated,
                                          std::nullopt};
  now.measure("补记会议记录");
  now.finding("祠堂钥匙无人保管");
  const auto changes = compare_two(base("a.txt").take(), now.take());
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].kind == Kind::finding_reworded);
  CHECK(changes[0].before == "会议记录不全");
  CHECK(changes[1].kind == Kind::finding_new);
  CHECK(changes[1].finding == "祠堂钥匙无人保管");
  CHECK(changes[2].kind == Kind::finding_gone);
  CHECK(changes[2].finding == "集体林地租金未入账");
}

TEST_CASE("notices: new, gone, under another name, unreadable") {
  const Snapshot a = snapshot_of(base("a.txt").take(), Language::zh);
  Snapshot b = a;
  b.id = "b.txt";
  b.title = "另一份通报";
  Snapshot moved = a;
  moved.id = "2031/a.txt";
  auto changes = compare({a}, {a, b}, {}, Language::zh);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::notice_new);
  CHECK(changes[0].what == "2个问题");
  changes = compare({a, b}, {a}, {}, Language::zh);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::notice_gone);
  CHECK(compare({a, b}, {a}, {"b.txt"}, Language::zh).empty());
  changes = compare({a}, {moved}, {}, Language::zh);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::notice_republished);
  CHECK(changes[0].before == "a.txt");
}

TEST_CASE("a change that no field shows is still told") {
  NoticeBuilder now = base("a.txt");
  now.line("另附图纸一张");
  const auto changes = compare_two(base("a.txt").take(), now.take());
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::words_changed);
}
