#include "classify/word_list.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "classify/predict.hpp"
#include "classify/words_of.hpp"
#include "text/sha256.hpp"

using namespace noticekit;

namespace {

const std::string small_list = "labels x y\nbias -1.50 0.25\n查 0a1C\n访 1z\n";

bool add(const WordList& list, std::string_view word, float* row) {
  const auto place = list.find(NGram::of(word).value());
  if (place) list.add_weights(*place, row);
  return place.has_value();
}

std::string best_label(const char* kind, const labelling::Words& words) {
  const WordList& list = *built_in_words(kind);
  const auto all = labelling::opinions(labelling::voices(list, words));
  return list.classes()[all.at(0).label].id;
}

std::string best_type(std::string_view measure) {
  return best_label("measure_types", labelling::words_of_measure(measure, {0, measure.size()}));
}

std::string best_topic(std::string_view problem) {
  return best_label("topics", labelling::words_of(problem, {{{{0, problem.size()}}}}));
}

/// The list as numbers, read line by line.
LinearTask read_whole(std::string_view file) {
  const WordList list(file);
  LinearTask out;
  out.classes = list.classes();
  for (std::size_t at = 0, end; at < file.size(); at = end + 1) {
    end = file.find('\n', at);
    const std::string_view line = file.substr(at, end - at);
    const std::string_view word = line.substr(0, line.find(' '));
    if (line[0] == '#' || word == "labels" || word == "bias") continue;
    std::vector<float> row(out.classes.size());
    if (!add(list, word, row.data())) continue;
    out.features.emplace_back(word);
    out.weights.insert(out.weights.end(), row.begin(), row.end());
  }
  out.index_features();
  return out;
}

}  // namespace

TEST_CASE("letters are steps of 0.4, for and against") {
  const WordList list(small_list);
  REQUIRE(list.classes().size() == 2);
  CHECK(list.classes()[0].bias == -1.5);
  float row[2] = {0, 0};
  CHECK(add(list, "查", row));
  CHECK(std::abs(row[0] - 0.4F) < 1e-6F);
  CHECK(std::abs(row[1] + 1.2F) < 1e-6F);
}

TEST_CASE("words are found, those that only begin alike are not") {
  const WordList list(small_list);
  float row[2] = {0, 0};
  CHECK_FALSE(add(list, "一", row));
  CHECK(add(list, "查", row));
  CHECK_FALSE(add(list, "查账", row));
  CHECK(add(list, "访", row));
  CHECK_FALSE(add(list, "龙", row));
  CHECK_FALSE(WordList("labels x\nbias 0\n").find(*NGram::of("查")));
}

TEST_CASE("faults of a list are told; a list with a bad head holds nothing") {
  CHECK(fault_of_word_list(small_list).empty());
  CHECK(fault_of_word_list("labels x\nbias 0\n访 0a\n查 0a\n") == "out of order: 查");
  CHECK(fault_of_word_list("labels x\nbias 0\n查 0\n") == "half a weight: 查");
  CHECK(fault_of_word_list("labels x\nbias 0\n查 1a\n") == "no weight of a label: 查");
  CHECK(fault_of_word_list("labels x\nbias 0\n查 0a") == "the last line has no end");
  CHECK(fault_of_word_list("labels x y\nbias 0\n") == "head");
  CHECK(WordList("labels x y\nbias 0 none\n").empty());
  CHECK(WordList("bias 0\nlabels x\n").empty());
  CHECK(WordList("labels x\nbias 0\n查 0a").empty());
}

TEST_CASE("words are written as they are read, without those that say nothing") {
  LinearTask task = read_whole(small_list);
  CHECK(write_word_list(task) == small_list);
  task.weights[0] = 99;
  CHECK(write_word_list(task).find("查 0z1C") != std::string::npos);
  task.weights[0] = task.weights[1] = 0.1F;
  CHECK(write_word_list(task).find("查") == std::string::npos);
}

TEST_CASE("every word of the lists compiled in is found, and lists are well formed") {
  for (const char* kind : {"topics", "measure_types"}) {
    const std::string_view file = embedded_words(kind)->file;
    CHECK(fault_of_word_list(file).empty());
    const std::size_t head = file.find('\n') + 1;
    CHECK(write_word_list(read_whole(file)) == file.substr(head));
  }
  CHECK(embedded_words("genres") == nullptr);
}

TEST_CASE("the sums that go into the digest are those of the words compiled in") {
  for (const char* kind : {"topics", "measure_types"})
    CHECK(sha256(embedded_words(kind)->file) == embedded_words(kind)->sum);
}

TEST_CASE("the words compiled in know measures that no rule lists") {
  CHECK(built_in_words("measure_types")->classes().size() == 18);
  CHECK(best_type("给老街补装路灯和扶手") == "facility");
  CHECK(best_type("多报的差旅费已如数追回") == "recovery");
  CHECK(best_type("对当事人批评教育并给予警告处分") == "accountability");
}

TEST_CASE("the words compiled in know problems that are told in plain speech") {
  CHECK(built_in_words("topics")->classes().size() == 44);
  CHECK(best_topic("收上来的钱没进账") == "cash_revenue");
  CHECK(best_topic("来办事的老人跑了三趟才盖上一个章") == "mass_service");
}
