#include <catch2/catch.hpp>
#include <string>

#include "noticekit/label.hpp"
#include "support/extracted.hpp"

using namespace noticekit;

namespace {

/// The genre of a text, read from its first line to its last.
std::string genre(std::string_view bytes) {
  const Notice notice = extract(test::text_of(bytes), test::builtin().extract());
  return classify(notice, test::builtin().taxonomy()).genre->id;
}

const std::string answered =
    "一、反馈问题整改情况\n（一）安全隐患排查不彻底\n整改情况：一是整改隐患23处；二是建立巡查制度。"
    "\n"
    "（二）村务公开不规范\n整改情况：一是更新公开栏18块；二是每季度检查一次。\n";

}  // namespace

TEST_CASE("answered findings with the formula of a notice or a report") {
  CHECK(genre("中共石门乡委员会关于巡察整改进展情况的通报\n现将整改情况予以公布。\n" + answered) ==
        "rectification_notice");
  CHECK(genre("关于巡视反馈意见整改情况的报告\n县委：\n现将整改情况报告如下：\n" + answered) ==
        "rectification_report");
}

TEST_CASE("a feedback meeting names problems and answers none") {
  CHECK(genre("区委第三巡察组向云溪街道反馈巡察情况\n"
              "9月12日，区委第三巡察组召开反馈会。\n"
              "巡察组指出，街道党工委还存在一些问题：一是理论学习不够深入；二是主体责任压得不实。\n"
              "联系电话：0000-5550123\n") == "feedback_news");
}

TEST_CASE("an announcement has contacts and numbered headings, and is no notice") {
  CHECK(
      genre("关于区委第二巡察组进驻桐山镇开展巡察的公告\n根据区委统一部署，现将有关事项公告如下。\n"
            "一、巡察主要任务\n聚焦党的路线方针政策落实情况。\n"
            "二、受理信访时间\n4月10日至6月8日。\n"
            "三、联系方式\n联系电话：0000-5550188\n") == "inspection_announcement");
}

TEST_CASE("news of a meeting has totals, and is no notice") {
  CHECK(genre("我局召开巡察整改专题民主生活会\n7月18日，区水务局党组召开巡察整改专题民主生活会。\n"
              "会议通报了整改进展，反馈的18个问题已完成整改12个，正在整改6个。\n") ==
        "meeting_news");
}

TEST_CASE("an article on methods has totals, and is no notice") {
  CHECK(
      genre(
          "“三张清单”抓实巡察整改\n近年来，澄江区坚持把巡察整改作为试金石，探索建立清单管理机制。\n"
          "今年以来共督促完成整改问题327个，完善制度86项。\n") == "method_article");
}

TEST_CASE("a summary of many units has totals and no findings") {
  CHECK(genre("十四届区委第三轮巡察整改情况通报\n"
              "第三轮巡察对12家单位党组织开展了巡察，反馈的412个问题已完成整改386个。\n") ==
        "rectification_summary");
}

TEST_CASE("an instruction to rectify answers nothing") {
  CHECK(genre("关于做好第五轮巡察反馈问题整改工作的通知\n各乡镇党委：\n"
              "根据县委要求，现就做好巡察反馈问题整改工作通知如下：\n"
              "一、提高政治站位。各单位要充分认识整改的重要性。\n") == "other");
}

TEST_CASE("plans, audits and self-reports are told apart") {
  CHECK(genre("青禾镇党委关于巡察反馈意见的整改方案\n为抓好整改，制定本方案。\n"
              "一、整改任务\n（一）安全责任落实不到位\n整改措施：拟开展隐患大排查。\n"
              "整改时限：9月底前。\n") == "rectification_plan");
  CHECK(genre("云台县教育局关于预算执行审计查出问题整改情况的报告\n县审计局：\n"
              "你局对我局进行了审计，现将整改情况报告如下：\n" +
              answered) == "other_rectification");
  CHECK(genre("榆树湾社区党支部关于接受巡察的自查报告\n区委第五巡察组：\n"
              "按照巡察工作要求，现将我社区工作情况汇报如下：\n"
              "一、基本情况\n现有党员63名，下设4个党小组。\n二、存在的主要问题\n"
              "1、理论学习方面。一是学习不系统，重业务轻理论。二是学习形式单一。\n"
              "2、党员管理方面。一是对流动党员管理不到位。二是主题党日活动内容单一。\n"
              "三、下一步打算\n一是加强学习，制定计划；二是严格组织生活制度。\n") == "self_report");
}
