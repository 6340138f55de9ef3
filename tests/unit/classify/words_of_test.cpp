#include "classify/words_of.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "support/notice_builder.hpp"

using namespace noticekit;
using labelling::words_of_measure;

namespace {

std::string names_of(const labelling::Words& words) {
  std::string out;
  for (const labelling::Word& w : words) out += w.gram.text() + " ";
  return out;
}

std::string names_of(std::string_view measure) {
  return names_of(words_of_measure(measure, {0, measure.size()}));
}

double value_of(const labelling::Words& words, std::string_view name) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](const labelling::Word& w) { return w.gram == NGram::of(name); });
  return at == words.end() ? 0 : at->value;
}

}  // namespace

TEST_CASE("the words of a measure are its n-grams, and its opening once more") {
  CHECK(names_of("补签") == "^补 ^补签 签 补 补签 ");
  CHECK(names_of("查，12人") == "0 0人 ^查 人 查 ");
}

TEST_CASE("a word of a longer measure counts for less") {
  const std::string brief = "补签合同", lengthy = "补签合同，补签合同，补签合同，补签合同";
  const auto value = [](const std::string& text) {
    return words_of_measure(text, {0, text.size()}).at(0).value;
  };
  CHECK(std::abs(value(brief) - 1 / std::sqrt(8.0)) < 1e-9);
  CHECK(value(lengthy) < value(brief));
}

TEST_CASE("a word stands where it was first read") {
  const std::string text = "对账，对账";
  const auto words = words_of_measure(text, {0, text.size()});
  const auto at = std::find_if(words.begin(), words.end(), [](const labelling::Word& w) {
    return w.gram == NGram::of("对账");
  });
  REQUIRE(at != words.end());
  CHECK(at->span.begin.value == 0);
  CHECK(at->span.end.value == std::string("对账").size());
}

TEST_CASE("of a finding the problem counts most, then detail, headings and answer") {
  testing::NoticeBuilder builder("n");
  const std::uint32_t heading = builder.heading("甲");
  builder.finding("乙").path = {heading};
  builder.notice.findings.back().detail = builder.line("丙乙");
  builder.measure("丁丙");
  const Notice notice = builder.take();
  const auto words = labelling::words_of_finding(notice, notice.findings.at(0));
  const double whole = 1 / std::sqrt(8.0);
  CHECK(names_of(words) == "丁 丁丙 丙 丙乙 乙 甲 ");
  CHECK(value_of(words, "乙") == Approx(whole));
  CHECK(value_of(words, "丙") == Approx(0.5 * whole));
  CHECK(value_of(words, "甲") == Approx(0.3 * whole));
  CHECK(value_of(words, "丁") == Approx(0.2 * whole));
}

TEST_CASE("of a long answer only the beginning is read, whole characters of it") {
  testing::NoticeBuilder builder("n");
  builder.finding("乙");
  std::string answer;
  for (int i = 0; i < 199; ++i) answer += "甲";
  builder.measure(answer + "丙").measure("丁");
  const Notice notice = builder.take();
  const auto words = labelling::words_of_finding(notice, notice.findings.at(0));
  CHECK(value_of(words, "丙") > 0);
  CHECK(value_of(words, "丁") == 0);
}
