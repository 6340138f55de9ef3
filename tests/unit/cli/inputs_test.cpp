#include "cli/inputs.hpp"

#include <catch2/catch.hpp>

#include "temporary_folder.hpp"

namespace noticekit::cli {
namespace {

using test::TemporaryFolder;
using Kind = Input::Kind;

std::vector<Input> all(Paths paths) {
  std::vector<Input> out;
  Input in;
  for (Inputs inputs(std::move(paths)); inputs.next(in);) out.push_back(in);
  return out;
}

std::vector<std::string> ids(const std::vector<std::string>& names,
                             const std::vector<std::string>& left_out = {}) {
  Paths paths;
  paths.names = names;
  paths.left_out = left_out;
  std::vector<std::string> out;
  for (const Input& in : all(paths)) out.push_back(in.id);
  return out;
}

using Ids = std::vector<std::string>;

TEST_CASE("a folder is walked in the order of the bytes of the relative paths") {
  const TemporaryFolder folder;
  for (const char* name :
       {"b.txt", "a/z.txt", "a.txt", "a-1.txt", "a/b/c.txt", "通报.txt", "B.txt"})
    folder.write(name);
  // '-' and '.' stand before '/', as bytes do.
  CHECK(ids({folder.path()}) ==
        Ids{"B.txt", "a-1.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "通报.txt"});
  CHECK(ids({folder.path() + "/"}) == ids({folder.path()}));
}

TEST_CASE("a path to open leads to the file, an id is relative to the folder that was given") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a/b.txt");
  const auto found = all({{folder.path()}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == file);
  CHECK(found[0].id == "a/b.txt");
  const auto single = all({{file}});
  REQUIRE(single.size() == 1);
  CHECK(single[0].id == "b.txt");
}

TEST_CASE("a walk passes over hidden files and the backups of editors") {
  for (const char* name : {".x", "x~", "#x#", "x.swp", "~$x.docx", "x.bak"})
    CHECK(is_passed_over(name));
  for (const char* name : {"x", "x.txt", "#1.txt", "a~b.txt", "#"})
    CHECK_FALSE(is_passed_over(name));
  const TemporaryFolder folder;
  for (const char* name : {".git/x.txt", "a.txt", "a.txt~", "~$a.docx"}) folder.write(name);
  CHECK(ids({folder.path()}) == Ids{"a.txt"});
}

TEST_CASE("a hidden file that is named is read") {
  const TemporaryFolder folder;
  const std::string hidden = folder.write(".x.txt");
  folder.write("a.txt");
  CHECK(ids({folder.path(), hidden}) == Ids{"a.txt", ".x.txt"});
}

TEST_CASE("a file named twice is read once, under its first name") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a/b.txt");
  folder.write("a/c.txt");
  CHECK(ids({file, file}) == Ids{"b.txt"});
  CHECK(ids({file, folder.path()}) == Ids{"b.txt", "a/c.txt"});
  CHECK(ids({folder.path(), file, folder / "a", folder / "a/../a/b.txt"}) ==
        Ids{"a/b.txt", "a/c.txt"});
  CHECK(ids({"-", "-"}) == Ids{"-"});
}

TEST_CASE("two files of one name in two folders are both read") {
  const TemporaryFolder folder;
  folder.write("a/x.txt");
  folder.write("b/x.txt");
  CHECK(ids({folder / "a", folder / "b"}) == Ids{"x.txt", "x.txt"});
}

TEST_CASE("our own output is no input, unless it is named") {
  const TemporaryFolder folder;
  folder.write("a.txt");
  folder.write("out/a.json");
  const std::string records = folder.write("r.jsonl");
  CHECK(ids({folder.path()}, {folder / "out", records}) == Ids{"a.txt"});
  CHECK(ids({folder.path()}, {folder / "not-there-yet.jsonl"}).size() == 3);
  CHECK(ids({records}, {records}) == Ids{"r.jsonl"});
}

TEST_CASE("what is not there, or is empty, is a fault among the others") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.txt");
  folder.write("empty/.hidden");
  const auto found = all({{folder / "none", folder / "empty", file}});
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == Kind::document);  // opening it will tell
  CHECK(found[1].kind == Kind::fault);
  CHECK(found[1].error.code == Errc::no_input);
  CHECK(found[1].error.where.path == folder / "empty");
  CHECK(found[2].id == "a.txt");
}

TEST_CASE("an empty folder inside another is no fault") {
  const TemporaryFolder folder;
  folder.write("a.txt");
  std::filesystem::create_directory(folder / "empty");
  CHECK(ids({folder.path()}) == Ids{"a.txt"});
}

TEST_CASE("a link to a folder is not followed, a link to a file is") {
  const TemporaryFolder folder;
  folder.write("a/x.txt");
  std::filesystem::create_directory_symlink(folder.path(), folder / "a/round");
  std::filesystem::create_symlink(folder / "a/x.txt", folder / "a/y.txt");
  CHECK(ids({folder.path()}) == Ids{"a/x.txt", "a/y.txt"});
}

TEST_CASE("the suffix says what holds records, and for a reader of records the naming does") {
  const TemporaryFolder folder;
  const std::string records = folder.write("a.jsonl");
  const std::string text = folder.write("b.txt");
  const std::string pretty = folder.write("c.json");
  CHECK(all({{pretty}}).at(0).kind == Kind::document);
  CHECK(all({{records}}).at(0).kind == Kind::records);
  CHECK(all({{text}}).at(0).kind == Kind::document);
  Paths only{{text, folder.path()}, false, true, {}};
  const auto found = all(only);
  CHECK(found.at(0).kind == Kind::maybe_records);
  CHECK(found.at(1).kind == Kind::records);
  CHECK(found.at(2).kind == Kind::one_record);
}

TEST_CASE("without a path standard input holds records, or one raw document") {
  CHECK(all({}).at(0).kind == Kind::maybe_records);
  Paths raw;
  raw.raw = true;
  CHECK(all(raw).at(0).kind == Kind::raw);
}

TEST_CASE("a name that is no UTF-8 becomes printable without loss") {
  CHECK(printable("通报 100%.txt") == "通报 100%.txt");
  CHECK(printable("\xCD\xA8\xB1\xA8.txt") == "\xCD\xA8%B1%A8.txt");
  CHECK(printable("\xFF\xED\xA0\x80\xE9") == "%FF%ED%A0%80%E9");
}

}  // namespace
}  // namespace noticekit::cli
