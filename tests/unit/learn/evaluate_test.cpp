#include "noticekit/evaluate.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/notice_builder.hpp"

using namespace noticekit;

namespace {

Label plain_label(std::string id) {
  Label out;
  out.id = std::move(id);
  return out;
}

/// A notice with one finding for each primary topic.
Labelled notice(const std::string& id, const std::vector<std::string>& topics) {
  testing::NoticeBuilder builder(id);
  Labels labels = testing::genre_labels("rectification_notice", "");
  for (const std::string& t : topics) {
    builder.finding("问题");
    FindingLabels f;
    if (!t.empty()) f.topics = {plain_label(t), plain_label("second")};
    labels.findings.push_back(std::move(f));
  }
  return {builder.take(), std::move(labels)};
}

const FieldScore& field(const Evaluation& e, const std::string& name) {
  for (const FieldScore& f : e.fields) {
    if (f.field == name) return f;
  }
  FAIL("no field " << name);
  return e.fields[0];
}

}  // namespace

TEST_CASE("precision, recall and confusions of each label") {
  const Evaluation e =
      evaluate({notice("n", {"a", "a", "b", "b"})}, {notice("n", {"a", "b", "b", "c"})});
  const FieldScore& f = field(e, "topic.primary");
  CHECK(f.items == 4);
  REQUIRE(f.labels.size() == 3);
  CHECK(f.labels[0].label == "a");
  CHECK(f.labels[0].precision() == 1.0);
  CHECK(f.labels[0].recall() == 0.5);
  CHECK(f.labels[2].label == "c");
  CHECK_FALSE(f.labels[2].recall());
  REQUIRE(f.confusions.size() == 2);
  CHECK(f.confusions[0].gold == "a");
  CHECK(f.confusions[0].predicted == "b");
}

TEST_CASE("kappa takes off what chance gives") {
  // Agreement 0.5; by chance (0.5*0.25 + 0.5*0.5 + 0*0.25) = 0.375: kappa 0.2.
  const Evaluation e =
      evaluate({notice("n", {"a", "a", "b", "b"})}, {notice("n", {"a", "b", "b", "c"})});
  CHECK(*field(e, "topic.primary").kappa == Approx(0.2));
  const auto same = notice("n", {"a", "b"});
  CHECK(*field(evaluate({same}, {same}), "topic.primary").kappa == Approx(1));
  // One label only: there is nothing that chance could get wrong.
  const auto one = notice("n", {"a", "a"});
  CHECK_FALSE(field(evaluate({one}, {one}), "topic.primary").kappa);
}

TEST_CASE("what the prediction lacks is listed") {
  const Evaluation e =
      evaluate({notice("n", {"a", "b"}), notice("gone", {"a"})}, {notice("n", {"a"})});
  CHECK(e.missing == std::vector<std::string>{"n/F02", "gone"});
}

TEST_CASE("a right second topic counts within two") {
  Labelled predicted = notice("n", {"a"});
  predicted.labels.findings[0].topics = {plain_label("x"), plain_label("a")};
  const Evaluation e = evaluate({notice("n", {"a"})}, {predicted});
  CHECK(field(e, "topic.primary").all.right == 0);
  CHECK(field(e, "topic.within2").all.right == 1);
}

TEST_CASE("an evaluation is text, markdown or JSON") {
  const Evaluation e = evaluate({notice("n", {"a"})}, {notice("n", {"b"})});
  CHECK(render(e, EvaluationFormat::text).find("topic.primary, confused") != std::string::npos);
  CHECK(render(e, EvaluationFormat::markdown).find("| a | b | 1 |") != std::string::npos);
  const auto json = nlohmann::json::parse(render(e, EvaluationFormat::json));
  CHECK(json["notices"] == 1);
  CHECK(json["fields"][5]["field"] == "topic.primary");
  CHECK(json["fields"][5]["f1"] == 0.0);
  CHECK(json["fields"][5]["labels"][1]["recall"].is_null());
}
