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
                                const Unread& unreadable = {}) {
  return compare({snapshot_of(before, Language::zh)}, {snapshot_of(now, Language::zh)}, unreadable,
                 Language::zh);
}

Snapshot snapshot(const std::string& id, const std::string& path) {
  Snapshot out = snapshot_of(base(id).take(), Language::zh);
  out.path = path;
  return out;
}

Unread failed(const std::string& id, Errc code, const std::string& path,
              const std::string& stage = "extract") {
  Unread out;
  Error e{code, "words", {}};
  e.where.path = path;
  out.add(id, stage, e);
  return out;
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
  CHECK(compare({a, b}, {a}, failed("b.txt", Errc::not_text, "b.txt"), Language::zh).empty());
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

TEST_CASE("an error hides its document and all below it, no more") {
  const auto hides = [](const Unread& unread, const std::string& id) {
    Unread with_others = unread;
    with_others.add_read();
    return with_others.hides(id, "inbox/" + id);
  };
  const Unread folder = failed("sub/", Errc::unreadable_file, "inbox/sub/");
  CHECK(hides(folder, "sub/a.txt"));
  CHECK(hides(folder, "sub/deeper/a.txt"));
  CHECK_FALSE(hides(folder, "subject/a.txt"));
  CHECK_FALSE(hides(folder, "sub"));
  const Unread archive = failed("z.zip", Errc::damaged_file, "");
  CHECK(hides(archive, "z.zip"));
  CHECK(hides(archive, "z.zip!/m.txt"));
  CHECK(hides(archive, "z.zip!/in.zip!/m.txt"));
  CHECK_FALSE(hides(archive, "z.zip.txt"));
  CHECK_FALSE(hides(archive, "other/z.zip!/m.txt"));
  const Unread rest = failed("z.zip!/m.txt", Errc::damaged_file, "inbox/z.zip!/m.txt");
  CHECK(hides(rest, "z.zip!/n.txt"));
  CHECK_FALSE(hides(rest, "a.txt"));
  const Unread member = failed("z.zip!/m.txt", Errc::empty_document, "inbox/z.zip!/m.txt");
  CHECK(hides(member, "z.zip!/m.txt"));
  CHECK_FALSE(hides(member, "z.zip!/n.txt"));
  CHECK_FALSE(hides(Unread(), "a.txt"));
}

TEST_CASE("a folder that is missing hides what was read from it, and all where nothing else came") {
  for (const Errc code : {Errc::missing_path, Errc::no_input, Errc::unreadable_file}) {
    Unread unread = failed("inbox", code, "rounds/inbox");
    unread.add_read();
    CHECK(unread.hides("a.txt", "rounds/inbox/a.txt"));
    CHECK_FALSE(unread.hides("a.txt", "rounds/other/a.txt"));
  }
  Unread no_such_file = failed("*.txt", Errc::missing_path, "inbox/*.txt");
  CHECK(no_such_file.hides("a.txt", "inbox/a.txt"));
  no_such_file.add_read();
  CHECK_FALSE(no_such_file.hides("a.txt", "inbox/a.txt"));
}

TEST_CASE("records lost on their way may have been anyone's") {
  const auto hides = [](Unread unread) {
    unread.add_read();
    return unread.hides("a.txt", "inbox/a.txt");
  };
  CHECK(hides(failed("new.jsonl", Errc::bad_record, "new.jsonl", "report")));
  CHECK(hides(failed("texts.jsonl", Errc::missing_path, "texts.jsonl")));
  CHECK(hides(failed("new", Errc::missing_path, "new", "report")));
  CHECK(hides(failed("-", Errc::empty_document, "-")));
  CHECK_FALSE(hides(failed("b.txt", Errc::unsupported_format, "b.txt", "report")));
}

TEST_CASE("what is hidden is neither gone nor published under another name") {
  const Snapshot hidden = snapshot("sub/a.txt", "inbox/sub/a.txt");
  const Snapshot other = snapshot("b.txt", "inbox/b.txt");  // same title and unit
  Unread unread = failed("sub/", Errc::unreadable_file, "inbox/sub/");
  unread.add_read();
  const auto changes = compare({hidden}, {other}, unread, Language::zh);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::notice_new);
  CHECK(compare({hidden, other}, {other}, unread, Language::zh).empty());
}
