#include "classify/measure_words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "classify/predict.hpp"
#include "text/sha256.hpp"

using namespace noticekit;
using labelling::words_of;

namespace {

std::string names_of(std::string_view text) {
  std::string out;
  for (const labelling::Feature& f : words_of(text, {0, text.size()})) out += f.name + " ";
  return out;
}

std::string best_type(std::string_view text) {
  const LinearTask& words = labelling::measure_words();
  const auto all = labelling::opinions(words, words_of(text, {0, text.size()}));
  return words.classes[all.at(0).label].id;
}

}  // namespace

TEST_CASE("the words of a measure are its n-grams, and its opening once more") {
  CHECK(names_of("补签") == "^补 ^补签 签 补 补签 ");
  CHECK(names_of("查，12人") == "0 0人 ^查 人 查 ");
}

TEST_CASE("a word of a longer measure counts for less") {
  const std::string brief = "补签合同", lengthy = "补签合同，补签合同，补签合同，补签合同";
  const auto value = [](const std::string& text) {
    return words_of(text, {0, text.size()}).at(0).value;
  };
  CHECK(std::abs(value(brief) - 1 / std::sqrt(8.0)) < 1e-9);
  CHECK(value(lengthy) < value(brief));
}

TEST_CASE("a word stands where it was first read") {
  const std::string text = "对账，对账";
  const auto words = words_of(text, {0, text.size()});
  const auto at = std::find_if(words.begin(), words.end(),
                               [](const labelling::Feature& f) { return f.name == "对账"; });
  REQUIRE(at != words.end());
  CHECK(at->span.begin.value == 0);
  CHECK(at->span.end.value == std::string("对账").size());
}

TEST_CASE("letters are steps of 0.4, for and against") {
  const LinearTask task =
      labelling::read_measure_words("# about\ntypes x y\nbias -1.5 0.25\n查 aC\n访 .b\n");
  REQUIRE(task.classes.size() == 2);
  CHECK(task.classes[0].bias == -1.5);
  const float* row = task.row("查");
  REQUIRE(row != nullptr);
  CHECK(std::abs(row[0] - 0.4F) < 1e-6F);
  CHECK(std::abs(row[1] + 1.2F) < 1e-6F);
}

TEST_CASE("a file with a row that is too short holds nothing") {
  CHECK(labelling::read_measure_words("types x y\nbias 0 0\n查 a\n").empty());
  CHECK(labelling::read_measure_words("types x y\nbias 0 none\n").empty());
}

TEST_CASE("words are written as they are read, without those that say nothing") {
  const std::string file = "types x y\nbias -1.50 0.25\n查 aC\n访 .z\n";
  CHECK(labelling::write_measure_words(labelling::read_measure_words(file)) == file);
  CHECK(labelling::write_measure_words(labelling::read_measure_words(file + "问 ..\n")) == file);
  LinearTask far = labelling::read_measure_words(file);
  far.weights[0] = 99;
  CHECK(labelling::write_measure_words(far).find("查 zC") != std::string::npos);
}

TEST_CASE("the sum that goes into the digest is that of the words compiled in") {
  CHECK(sha256(labelling::embedded_measure_words()) == labelling::embedded_measure_words_sum());
}

TEST_CASE("the words compiled in know measures that no rule lists") {
  CHECK(labelling::measure_words().classes.size() == 18);
  CHECK(best_type("给老街补装路灯和扶手") == "facility");
  CHECK(best_type("多报的差旅费已如数追回") == "recovery");
  CHECK(best_type("对当事人批评教育并给予警告处分") == "accountability");
}
