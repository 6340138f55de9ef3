#include <catch2/catch.hpp>

#include "support.hpp"
#include "support/text_generator.hpp"

using namespace noticekit;
using namespace noticekit::test;

TEST_CASE("every member is a document, hidden ones aside") {
  const auto all = documents_of(zip_of({{"a.txt", "整改甲。"},
                                        {"b/c.html", "<p>整改乙，完成。</p>"},
                                        {".hidden", "x"},
                                        {"__MACOSX/a.txt", "x"},
                                        {"~$a.docx", "x"}}));
  REQUIRE(all.size() == 2);
  CHECK(all[0].member == "!/a.txt");
  REQUIRE(all[0].text.ok());
  CHECK(all[0].text->utf8 == "整改甲。\n");
  CHECK(all[0].text->source.path == "a/b!/a.txt");
  CHECK(all[1].member == "!/b/c.html");
  REQUIRE(all[1].text.ok());
  CHECK(all[1].text->source.format == "html");
}

TEST_CASE("names of members in GBK are read") {
  const auto all = documents_of(zip_of({{encode("巡察/整改通报.txt", "GB18030"), "整改。"}}));
  REQUIRE(all.size() == 1);
  CHECK(all[0].member == "!/巡察/整改通报.txt");
}

TEST_CASE("a member that leads out of the archive is an error, the others are read") {
  for (const char* name :
       {"../../x.txt", "/etc/x.txt", "a/../../x.txt", "..\\x.txt", "C:\\x.txt"}) {
    CAPTURE(name);
    const auto all = documents_of(zip_of({{name, "x"}, {"good.txt", "整改。"}}));
    REQUIRE(all.size() == 2);
    REQUIRE_FALSE(all[0].text.ok());
    CHECK(all[0].text.error().code == Errc::unsafe_path);
    CHECK(all[1].text.ok());
  }
}

TEST_CASE("archives inside each other are read to a depth") {
  std::string zip = zip_of({{"a.txt", "整改。"}});
  zip = zip_of({{"b.zip", zip}});
  const auto two = documents_of(zip);
  REQUIRE(two.size() == 1);
  CHECK(two[0].member == "!/b.zip!/a.txt");
  CHECK(two[0].text.ok());
  for (int i = 0; i < 5; ++i) zip = zip_of({{"c.zip", zip}});
  CHECK(text_in(zip) == "<too_large>");
}

TEST_CASE("limits of archives are kept") {
  IngestOptions options;
  options.limits.members = 2;
  const auto all =
      documents_of(zip_of({{"1.txt", "甲"}, {"2.txt", "乙"}, {"3.txt", "丙"}}), options);
  REQUIRE(all.size() == 3);
  CHECK(all[2].text.error().code == Errc::too_large);
  options = {};
  options.limits.unpacked_bytes = 1000;
  CHECK(text_in(zip_of({{"1.txt", std::string(2000, 'x')}}), options) == "<too_large>");
  options = {};
  options.limits.file_bytes = 10;
  CHECK(text_in(zip_of({{"1.txt", "甲"}}), options) == "<too_large>");
}

TEST_CASE("an archive without files, and one that is cut") {
  CHECK(text_in(zip_of({{".x", "y"}})) == "<no_input>");
  CHECK(text_in(zip_of({{"a.txt", std::string(3000, 'x')}}).substr(0, 900)) == "<damaged_file>");
}

TEST_CASE("members are chosen") {
  IngestOptions options;
  options.wants = [](std::string_view name) { return name.ends_with(".txt"); };
  const auto all = documents_of(zip_of({{"a.txt", "甲"}, {"b.log", "乙"}}), options);
  REQUIRE(all.size() == 1);
  CHECK(all[0].member == "!/a.txt");
}
