#include "cli/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "temporary_folder.hpp"

namespace noticekit::cli {
namespace {

using test::TemporaryFolder;

std::vector<std::string> lines(const std::string& path) {
  LineReader reader;
  REQUIRE_FALSE(reader.open(path));
  std::vector<std::string> out;
  while (const auto line = reader.next()) out.emplace_back(*line);
  CHECK_FALSE(reader.failed());
  return out;
}

using Lines = std::vector<std::string>;

TEST_CASE("a file is read whole, into a buffer that may hold an older one") {
  const TemporaryFolder folder;
  std::string buffer = "older and longer";
  REQUIRE_FALSE(read_file(folder.write("a", "abc"), buffer));
  CHECK(buffer == "abc");
  REQUIRE_FALSE(read_file(folder.write("empty", ""), buffer));
  CHECK(buffer.empty());
  const std::string big(1000000, 'x');
  REQUIRE_FALSE(read_file(folder.write("big", big), buffer));
  CHECK(buffer == big);
}

TEST_CASE("a file that is not there, a folder, a file over the limit have codes of their own") {
  const TemporaryFolder folder;
  std::string buffer;
  CHECK(read_file(folder / "none", buffer)->code == Errc::missing_path);
  CHECK(read_file(folder.path(), buffer)->code == Errc::unreadable_file);
  const std::string large = folder.write("large");
  REQUIRE(::truncate(large.c_str(), (off_t{1} << 30) + 1) == 0);
  CHECK(read_file(large, buffer)->code == Errc::too_large);
}

TEST_CASE("lines may be longer than a read, and the last one may lack its end") {
  const TemporaryFolder folder;
  const std::string is_long(3 * 1000 * 1000, 'x');
  CHECK(lines(folder.write("a", "1\n" + is_long + "\n\n3")) == Lines{"1", is_long, "", "3"});
  CHECK(lines(folder.write("b", "1\n")) == Lines{"1"});
  CHECK(lines(folder.write("c", "")).empty());
}

TEST_CASE("many lines across the ends of reads stay whole") {
  const TemporaryFolder folder;
  std::string text;
  Lines expected;
  for (int i = 0; i < 100000; ++i) {
    expected.push_back(std::to_string(i * 7919));
    text += expected.back() + "\n";
  }
  CHECK(lines(folder.write("a", text)) == expected);
}

TEST_CASE("a byte order mark is no part of the first line") {
  const TemporaryFolder folder;
  CHECK(lines(folder.write("a", "\xEF\xBB\xBF{}\n")) == Lines{"{}"});
  CHECK(lines(folder.write("b", "\xEF\xBB")) == Lines{"\xEF\xBB"});
}

TEST_CASE("records are told from documents by how their first lines begin") {
  const TemporaryFolder folder;
  const auto looks = [&](const char* text) {
    LineReader reader;
    REQUIRE_FALSE(reader.open(folder.write("a", text)));
    return reader.looks_like_records();
  };
  CHECK(looks("{\"type\":1}\n"));
  CHECK(looks("\n  {\n"));
  CHECK(looks(""));
  CHECK(looks("cut off\"}\n{\"type\":1}\n"));
  CHECK_FALSE(looks("关于整改情况的通报\n一、{甲}\n"));
}

TEST_CASE("a file appears when it is whole, and not before") {
  const TemporaryFolder folder;
  {
    Output out;
    REQUIRE_FALSE(out.open(folder / "a"));
    REQUIRE_FALSE(out.write(std::string(1000000, 'x')));
    CHECK_FALSE(folder.has("a"));
  }
  CHECK(folder.size() == 0);
  Output out;
  REQUIRE_FALSE(out.open(folder / "a"));
  REQUIRE_FALSE(out.write("abc"));
  REQUIRE_FALSE(out.close());
  CHECK(folder.read("a") == "abc");
  CHECK(folder.size() == 1);
}

TEST_CASE("small and large writes keep their order") {
  const TemporaryFolder folder;
  Output out;
  REQUIRE_FALSE(out.open(folder / "a"));
  const std::string large(400000, 'x');
  for (const std::string& part : {std::string("1"), large, std::string("2"), large})
    REQUIRE_FALSE(out.write(part));
  REQUIRE_FALSE(out.close());
  CHECK(folder.read("a") == "1" + large + "2" + large);
}

TEST_CASE("a file that is replaced keeps its permissions and the link that leads to it") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a", "old");
  REQUIRE(::chmod(file.c_str(), 0640) == 0);
  std::filesystem::create_symlink(file, folder / "link");
  REQUIRE_FALSE(write_file(folder / "link", "new"));
  CHECK(folder.read("a") == "new");
  CHECK(std::filesystem::is_symlink(folder / "link"));
  struct stat st {};
  REQUIRE(::stat(file.c_str(), &st) == 0);
  CHECK((st.st_mode & 0777) == 0640);
}

TEST_CASE("a device is written to, never replaced") {
  REQUIRE_FALSE(write_file("/dev/null", "x"));
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("a file whose folder is missing is written only where the folder may be made") {
  const TemporaryFolder folder;
  REQUIRE_FALSE(write_file(folder / "x/y/a", "abc"));
  CHECK(folder.read("x/y/a") == "abc");
  Output out;
  const auto error = out.open(folder / "none/a");
  REQUIRE(error);
  CHECK(error->code == Errc::write_failed);
  CHECK(error->where.path == folder / "none/a");
}

TEST_CASE("the longest file name that the system allows can be written") {
  const TemporaryFolder folder;
  const std::string name(255, 'n');
  REQUIRE_FALSE(write_file(folder / name, "abc"));
  CHECK(folder.read(name) == "abc");
}

}  // namespace
}  // namespace noticekit::cli
