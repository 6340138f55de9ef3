#include <catch2/catch.hpp>
#include <string>

#include "noticekit/learn.hpp"
#include "noticekit/model.hpp"
#include "noticekit/rules.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;

namespace {

const Taxonomy& taxonomy() {
  static const auto rules = builtin_rules();
  REQUIRE(rules);
  return rules->taxonomy();
}

Label label(std::string id) {
  Label out;
  out.id = out.name = std::move(id);
  return out;
}

/// Notices whose problems speak of 灯笼 or 风筝, words that no rule knows.
std::vector<Labelled> lessons(int notices = 12) {
  std::vector<Labelled> out;
  for (int i = 0; i < notices; ++i) {
    testing::NoticeBuilder builder("n" + std::to_string(i));
    Labels labels;
    for (int k = 0; k < 4; ++k) {
      const bool lantern = k % 2 == 0;
      builder.finding(std::string(lantern ? "灯笼悬挂" : "风筝收纳") + (k < 2 ? "凌乱" : "随意"));
      builder.measure(lantern ? "逐盏数灯笼" : "逐只晾风筝");
      FindingLabels f;
      f.topics = {label(lantern ? "safety_fire" : "assets")};
      f.dimension = label(lantern ? "policy_implementation" : "mass_interest_integrity");
      f.measure_types = {{label(lantern ? "campaign" : "facility")}};
      labels.findings.push_back(std::move(f));
    }
    out.push_back({builder.take(), std::move(labels)});
  }
  return out;
}

Model model() {
  auto training = train(lessons(), taxonomy(), "000000000000");
  REQUIRE(training);
  return training->model;
}

}  // namespace

TEST_CASE("a model knows what the rules do not, and says so") {
  const Model m = model();
  testing::NoticeBuilder builder("new");
  builder.finding("灯笼悬挂混杂");
  builder.measure("重数灯笼");
  const Notice notice = builder.take();
  const Labels by_rules = classify(notice, taxonomy());
  CHECK(by_rules.findings[0].topics[0].id != "safety_fire");
  const Labels both = classify(notice, taxonomy(), &m);
  const Label& topic = both.findings[0].topics[0];
  CHECK(topic.id == "safety_fire");
  CHECK(topic.by == LabelSource::model);
  REQUIRE(topic.probability);
  CHECK(*topic.probability > 0.5);
  CHECK_FALSE(topic.why.empty());
  REQUIRE_FALSE(both.findings[0].measure_types[0].empty());
  CHECK(both.findings[0].measure_types[0][0].id == "campaign");
}

TEST_CASE("where the rules are clear they keep their label") {
  auto notices = lessons();
  // Clear cases teach how often the rules are right.
  for (int i = 0; i < 20; ++i) {
    testing::NoticeBuilder builder("clear" + std::to_string(i));
    builder.finding("党费收缴不及时");
    Labels labels;
    labels.findings.resize(1);
    labels.findings[0].topics = {label("party_dues")};
    notices.push_back({builder.take(), std::move(labels)});
  }
  auto training = train(notices, taxonomy(), "");
  REQUIRE(training);
  testing::NoticeBuilder builder("new");
  builder.finding("党费收缴不及时");
  const Labels both = classify(builder.take(), taxonomy(), &training->model);
  CHECK(both.findings[0].topics[0].id == "party_dues");
  CHECK(both.findings[0].topics[0].by == LabelSource::rule);
  CHECK(both.findings[0].topics[0].probability);
}

TEST_CASE("a kind that the model does not improve on held-back folds is left to the rules") {
  std::vector<Labelled> notices;
  for (int i = 0; i < 12; ++i) {
    testing::NoticeBuilder builder("n" + std::to_string(i));
    Labels labels;
    for (const bool dues : {true, false}) {
      builder.finding(dues ? "党费收缴不及时" : "固定资产底数不清");
      FindingLabels f;
      f.topics = {label(dues ? "party_dues" : "assets")};
      labels.findings.push_back(std::move(f));
    }
    notices.push_back({builder.take(), std::move(labels)});
  }
  auto training = train(notices, taxonomy(), "abc");
  REQUIRE(training);
  REQUIRE(training->held_back.size() == 1);
  CHECK(training->held_back[0].kind == LearntKind::topics);
  CHECK(training->held_back[0].rules == 1);
  CHECK_FALSE(training->held_back[0].used);
  testing::NoticeBuilder builder("new");
  builder.finding("党费收缴不及时");
  const Labels both = classify(builder.take(), taxonomy(), &training->model);
  CHECK(both.findings[0].topics[0].by == LabelSource::rule);
  CHECK_FALSE(both.findings[0].topics[0].probability);
  auto again = read_model(write_model(training->model));
  INFO((again ? std::string() : again.error().message)
       << "\n"
       << write_model(training->model).substr(0, 600));
  REQUIRE(again);
  CHECK(write_model(*again) == write_model(training->model));
  const auto helped = train(lessons(), taxonomy(), "");
  REQUIRE(helped);
  CHECK(helped->held_back[0].used);
}

TEST_CASE("the same lessons give the same model, byte for byte") {
  CHECK(write_model(model()) == write_model(model()));
}

TEST_CASE("a model that was written is read as the same model") {
  const std::string bytes = write_model(model());
  auto again = read_model(bytes);
  REQUIRE(again);
  CHECK(write_model(*again) == bytes);
}

TEST_CASE("a file that is no whole model of this version is refused, and why is told") {
  const std::string bytes = write_model(model());
  const auto refused = [](std::string_view text, const std::string& why) {
    auto m = read_model(text);
    REQUIRE_FALSE(m);
    CHECK(m.error().code == Errc::bad_model);
    INFO(m.error().message);
    CHECK(m.error().message.find(why) != std::string::npos);
  };
  refused("", "no model");
  refused("PK\x03\x04", "no model");
  refused("noticekit-model 2\nrest\n", "version 2");
  refused(bytes.substr(0, bytes.size() / 2), "cut off");
  refused(bytes.substr(0, bytes.size() - 1), "cut off");
  std::string changed = bytes;
  changed[bytes.size() / 2] ^= 1;
  refused(changed, "changed");
}

TEST_CASE("labels with few examples are named, not learnt") {
  auto notices = lessons();
  notices[0].labels.findings[0].topics = {label("party_dues")};
  auto training = train(notices, taxonomy(), "");
  REQUIRE(training);
  bool named = false;
  for (const NotLearnt& n : training->not_learnt)
    named |= n.kind == LearntKind::topics && n.label == "party_dues" && n.examples == 1;
  CHECK(named);
}

TEST_CASE("too few findings and labels that the taxonomy lacks are refused") {
  CHECK(train(lessons(2), taxonomy(), "").error().code == Errc::bad_usage);
  auto notices = lessons();
  notices[3].labels.findings[0].topics = {label("unheard_of")};
  const auto refused = train(notices, taxonomy(), "");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("unheard_of") != std::string::npos);
}

TEST_CASE("held-back folds tell rules, model and both apart") {
  auto folds = cross_validate(lessons(), taxonomy(), 3);
  REQUIRE(folds);
  CHECK(folds->by_notice);
  REQUIRE(folds->scores[0].field == "topic.primary");
  CHECK(folds->scores[0].support == 48);
  CHECK(folds->scores[0].rules == 0);
  CHECK(folds->scores[0].model == 1);
  CHECK(folds->scores[0].both == 1);
}
