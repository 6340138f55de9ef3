#include "cli/split.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "temporary_folder.hpp"

namespace noticekit::cli {
namespace {

using test::TemporaryFolder;

Item document(const std::string& path, const std::string& id) {
  Item item;
  item.path = path;
  item.id = id;
  return item;
}

Made made(const std::string& id) {
  Made m;
  m.id = id;
  m.lines = R"({"type":"text","id":")" + id + "\"}\n";
  return m;
}

TEST_CASE("a document's file mirrors its id, without the suffix") {
  const Split split("DIR", false, Split::Form::record);
  CHECK(split.usual_name("a/b.html") == "a/b.json");
  CHECK(split.usual_name("a.b/c") == "a.b/c.json");
  CHECK(split.usual_name("第3.2号通报") == "第3.2号通报.json");
  CHECK(split.usual_name("v1.2") == "v1.2.json");
  CHECK(split.usual_name(".txt") == ".txt.json");
  CHECK(Split("DIR", false, Split::Form::plain_text).usual_name("a/b.html") == "a/b.txt");
}

TEST_CASE("no id leads out of the folder") {
  const Split split("DIR", false, Split::Form::record);
  CHECK(split.usual_name("../../x.txt") == "x.json");
  CHECK(split.usual_name("/etc/./x.txt") == "etc/x.json");
  CHECK(split.usual_name("..") == "record.json");
}

TEST_CASE("a long name is cut on a character and stays distinct") {
  const Split split("DIR", false, Split::Form::record);
  std::string id;
  for (int i = 0; i < 100; ++i) id += "报";
  const std::string one = split.usual_name(id + "一");
  CHECK(one.size() <= 255);
  CHECK(one != split.usual_name(id + "二"));
}

TEST_CASE("two documents of one stem keep their suffixes, whichever comes first") {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "a.html", "b.txt"}) folder.write(std::string("in/") + name);
  Split split(folder / "out", false, Split::Form::record);
  REQUIRE_FALSE(split.plan({{folder / "in"}}));
  CHECK(split.path_for(document(folder / "in/a.txt", "a.txt")) == folder / "out/a.txt.json");
  CHECK(split.path_for(document(folder / "in/a.html", "a.html")) == folder / "out/a.html.json");
  CHECK(split.path_for(document(folder / "in/b.txt", "b.txt")) == folder / "out/b.json");
}

TEST_CASE("documents of one id from two folders both get a file") {
  const TemporaryFolder folder;
  folder.write("1/a.txt");
  folder.write("2/a.txt");
  Split split(folder / "out", false, Split::Form::record);
  REQUIRE_FALSE(split.plan({{folder / "1", folder / "2"}}));
  CHECK(split.path_for(document(folder / "1/a.txt", "a.txt")) == folder / "out/a.txt.json");
  CHECK(split.path_for(document(folder / "2/a.txt", "a.txt")) == folder / "out/a.txt.2.json");
}

TEST_CASE("records of one id, and without one, each get a file") {
  const TemporaryFolder folder;
  Split split(folder / "out", true, Split::Form::record);
  REQUIRE_FALSE(split.plan({{"-"}}));
  Item item = document("-", "-");
  item.kind = Input::Kind::records;
  for (const char* id : {"a.txt", "a.html", "a.txt", ""}) {
    ++item.number;
    REQUIRE_FALSE(split.add(item, made(id)));
  }
  for (const char* name : {"a.json", "a.html.json", "a.txt.json", "standard-input.4.json"})
    CHECK(folder.has(std::string("out/") + name));
}

class Count : public Worker {
 public:
  explicit Count(int& count) : count_(count) {}
  void work(const Item&, Made&) override { ++count_; }

 private:
  int& count_;
};

TEST_CASE("a document whose file is newer is skipped, unless forced") {
  const TemporaryFolder folder;
  const std::string source = folder.write("in/a.txt");
  const Item item = document(source, "a.txt");
  const auto set_time = [](const std::string& path, time_t seconds) {
    const timespec times[2] = {{seconds, 0}, {seconds, 0}};
    REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
  };
  for (const bool force : {false, true}) {
    Split split(folder / "out", force, Split::Form::record);
    REQUIRE_FALSE(split.plan({{folder / "in"}}));
    int worked = 0;
    const auto worker = split.skipping(std::make_unique<Count>(worked));
    Made m;
    set_time(folder.write("out/a.json"), 2000);
    set_time(source, 1000);
    worker->work(item, m);
    CHECK(m.skipped == !force);
    CHECK(worked == (force ? 1 : 0));
    set_time(source, 3000);
    m.clear();
    worker->work(item, m);
    CHECK_FALSE(m.skipped);
  }
}

TEST_CASE("a source is never written over") {
  const TemporaryFolder folder;
  const std::string source = folder.write("a.txt", "kept");
  Split other(folder.path(), true, Split::Form::plain_text);
  REQUIRE_FALSE(other.plan({{source}}));
  const auto error = other.add(document(source, "a.txt"), made("a.txt"));
  REQUIRE(error);
  CHECK(error->code == Errc::write_failed);
  CHECK(folder.read("a.txt") == "kept");
  Split same(folder.path(), true, Split::Form::record);
  CHECK(same.plan({{folder.path()}})->code == Errc::bad_usage);
}

}  // namespace
}  // namespace noticekit::cli
