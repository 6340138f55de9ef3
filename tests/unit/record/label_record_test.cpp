#include <catch2/catch.hpp>
#include <string>

#include "noticekit/record.hpp"
#include "support/notice_builder.hpp"

using namespace noticekit;

namespace {

Labels labels_of(Span words) {
  Labels labels;
  Label topic{"assets", "资产", 4.5, {{"topic.assets", words, 0.75}}};
  topic.by = LabelSource::model;
  topic.runner_up = "contracts";
  topic.margin = 0.25;
  topic.probability = 0.875;
  labels.scheme = Label{"three_focuses", "三个聚焦", 2, {}};
  FindingLabels f;
  f.topics = {topic};
  Label person{"policy_implementation", "决策部署落实", 0, {}};
  person.by = LabelSource::person;
  f.dimension = person;
  labels.findings.push_back(f);
  return labels;
}

}  // namespace

TEST_CASE("a label keeps who gave it, how sure, the runner-up and the shares of its words") {
  testing::NoticeBuilder builder("n");
  const Span problem = builder.finding("资产闲置").problem;
  Notice notice = builder.take();
  notice.outline.blocks.push_back({-1, {0, notice.text.utf8.size()}, Role::other});
  std::string line;
  const Labels labels = labels_of(problem);
  write_record(line, notice, &labels);
  auto record = read_record(line);
  INFO((record ? std::string() : record.error().message + record.error().where.pointer));
  REQUIRE(record);
  const auto& read = std::get<LabelledNotice>(*record);
  REQUIRE(read.labels);
  const Label& topic = read.labels->findings.at(0).topics.at(0);
  CHECK(topic.by == LabelSource::model);
  CHECK(topic.runner_up == "contracts");
  CHECK(topic.margin == 0.25);
  CHECK(topic.probability == 0.875);
  CHECK(topic.why.at(0).share == 0.75);
  CHECK(read.labels->findings[0].dimension->by == LabelSource::person);
  CHECK(read.labels->scheme->id == "three_focuses");
  std::string again;
  write_record(again, read.notice, &*read.labels);
  CHECK(again == line);
}

TEST_CASE("labels of earlier programs, without these keys, are read") {
  testing::NoticeBuilder builder("n");
  builder.finding("资产闲置");
  Notice notice = builder.take();
  notice.outline.blocks.push_back({-1, {0, notice.text.utf8.size()}, Role::other});
  const Labels labels = labels_of(notice.findings[0].problem);
  std::string line;
  write_record(line, notice, &labels);
  for (const char* key :
       {",\"by\":\"model\"", ",\"by\":\"person\"", ",\"by\":\"rule\"", ",\"probability\":0.875",
        ",\"runner_up\":\"contracts\"", ",\"margin\":0.25", ",\"share\":0.75"}) {
    for (std::size_t at; (at = line.find(key)) != std::string::npos;)
      line.erase(at, std::string(key).size());
  }
  auto record = read_record(line);
  REQUIRE(record);
  const Label& topic = std::get<LabelledNotice>(*record).labels->findings.at(0).topics.at(0);
  CHECK(topic.by == LabelSource::rule);
  CHECK(topic.why.at(0).share == 1);
  CHECK_FALSE(topic.margin);
}
