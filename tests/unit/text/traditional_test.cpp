#include "text/traditional.hpp"

#include <catch2/catch.hpp>

using namespace noticekit;

TEST_CASE("a text in Traditional characters is told from one that quotes a few") {
  CHECK(is_traditional("關於縣委巡察整改進展情況的通報\n黨委高度重視。"));
  CHECK_FALSE(is_traditional("关于县委巡察整改进展情况的通报\n党委高度重视。"));
  CHECK_FALSE(
      is_traditional("关于县委巡察整改进展情况的通报，社区居民張某反映的问题已经全部解决。"));
  CHECK_FALSE(is_traditional(""));
}

TEST_CASE("the shadow has the same bytes and code points") {
  const std::string printed = "「問題」整改後，週報製發，裏外佈置，回復群眾。abc①\n";
  const std::string shadow = simplified_shadow(printed);
  CHECK(shadow == "“问题”整改后，周报制发，里外布置，回复群众。abc①\n");
  CHECK(shadow.size() == printed.size());
}

TEST_CASE("variants that ICU's table leaves are read") {
  CHECK(simplified_shadow("圍遶幷扞衛，稽覈羣眾僞證") == "围绕并捍卫，稽核群众伪证");
}
