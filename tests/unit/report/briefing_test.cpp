#include <catch2/catch.hpp>

#include "noticekit/report.hpp"
#include "noticekit/rules.hpp"
#include "report/page/html.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;
using testing::NoticeBuilder;

namespace {

constexpr const char* attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;";

const Rules& rules() {
  static const Rules all = std::move(*builtin_rules());
  return all;
}

std::string page_of(std::string_view view, const std::vector<Notice>& notices,
                    const Labels* labels = nullptr) {
  ReportOptions options;
  options.format = "html";
  options.rules = &rules();
  auto report = Report::make(view, options);
  REQUIRE(report);
  std::string out;
  for (const Notice& n : notices) report->add(n, labels, out);
  report->add_error(attack, attack, {Errc::not_text, attack, {}}, out);
  report->finish(out);
  return out;
}

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t n = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++n;
  return n;
}

/// Every field that a page can show holds the attack.
Notice hostile() {
  NoticeBuilder b(attack);
  Notice& n = b.notice;
  n.text.meta.published = attack;
  n.title = b.line(attack);
  n.round = b.line(attack);
  n.inspection_group = b.line(attack);
  b.body(attack);
  const auto heading = b.heading(attack);
  Finding& f = b.finding(attack);
  f.path = {heading};
  f.detail = b.line(attack);
  b.measure(attack).measure(attack);
  f.results = {b.line(attack)};
  f.outcomes = {b.line(attack)};
  f.responsible = {b.line(attack), b.line(attack), b.line(attack)};
  f.status = {StatusValue::completed, StatusBasis::derived, b.line(attack)};
  Date date;
  date.span = b.line(attack);
  f.deadline = date;
  n.published = date;
  n.feedback = date;
  return b.take();
}

}  // namespace

TEST_CASE("text becomes HTML without a way out") {
  CHECK(page::text("<a href='x'>\"&\x01") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;\xEF\xBF\xBD");
}

TEST_CASE("no field of a notice, label or error can add an element to a page") {
  Labels labels;
  labels.genre = Label{"rectification_notice", attack, 1, {}};
  FindingLabels f;
  f.dimension = Label{attack, attack, 1, {}};
  f.topics = {{attack, attack, 1, {}}};
  f.measure_types = {{{attack, attack, 1, {}}}, {{attack, attack, 1, {}}}};
  labels.findings = {f};
  for (const NamedAbout& view : list_views()) {
    INFO(view.name);
    const std::string page = page_of(view.name, {hostile()}, &labels);
    CHECK(count(page, "<script") == 1);
    CHECK(count(page, "</script") == 1);
    CHECK(count(page, "<img") == 0);
    CHECK(count(page, "onerror=alert(1)>") == 0);
  }
}

TEST_CASE("a page names nothing outside itself, and lets nothing run but its own script") {
  const std::string page = page_of("briefing", {hostile()});
  CHECK(count(page, "http:") == 0);
  CHECK(count(page, "https:") == 0);
  CHECK(count(page, "src=") == count(page, "src=x onerror"));  // words of the attack
  CHECK(count(page, "default-src 'none'") == 1);
  CHECK(count(page, "script-src 'sha256-") == 1);
  CHECK(count(page, " style=") == 0);  // the policy would drop it
}

TEST_CASE("a briefing without notices is a whole page") {
  const std::string page = page_of("briefing", {});
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("a briefing is html and nothing else") {
  ReportOptions options;
  options.rules = &rules();
  options.format = "csv";
  auto report = Report::make("briefing", options);
  REQUIRE_FALSE(report);
  CHECK(report.error().code == Errc::bad_usage);
  CHECK(list_formats("briefing").size() == 1);
}
