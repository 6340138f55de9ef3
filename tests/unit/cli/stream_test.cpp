#include "cli/stream.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "temporary_folder.hpp"

namespace noticekit::cli {
namespace {

using test::TemporaryFolder;

/// Echoes lines; the later an item, the sooner it is done.
class Echo : public Worker {
 public:
  explicit Echo(std::atomic<int>& begun) : begun_(begun) {}
  void work(const Item& item, Made& made) override {
    const int mine = begun_++;
    std::this_thread::sleep_for(std::chrono::microseconds(mine % 7 == 0 ? 900 : 10));
    if (item.line == "throw") throw std::runtime_error("thrown");
    if (item.kind == Input::Kind::fault) return fail(made, item, "echo", item.error);
    made.lines += item.line + "\n";
  }

 private:
  std::atomic<int>& begun_;
};

struct Ran {
  std::string lines;
  std::vector<ErrorRecord> failures;
  int begun = 0;
};

Ran run(const std::vector<std::string>& names, unsigned jobs, std::size_t stop_after = SIZE_MAX) {
  Ran ran;
  std::atomic<int> begun = 0;
  std::size_t seen = 0;
  Paths paths;
  paths.names = names;
  Inputs inputs(paths);
  run_stream(
      inputs, jobs, "echo", [&] { return std::make_unique<Echo>(begun); },
      [&](const Item&, const Made& made) {
        ran.lines += made.lines;
        for (const Failure& f : made.failures) ran.failures.push_back(f.record);
        return ++seen < stop_after;
      });
  ran.begun = begun;
  return ran;
}

std::string numbers(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += std::to_string(i) + "\n";
  return out;
}

TEST_CASE("lines leave in input order whatever the number of workers") {
  const TemporaryFolder folder;
  const std::string lines = numbers(1000);
  const std::string file = folder.write("a.jsonl", lines);
  for (const unsigned jobs : {1U, 2U, 4U, 13U, 0U}) CHECK(run({file}, jobs).lines == lines);
}

TEST_CASE("several files follow one another; few items need no thread and come out the same") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.jsonl", "1\n2");
  const std::string b = folder.write("b.jsonl", "\n3\n");
  for (const unsigned jobs : {1U, 4U}) CHECK(run({a, b}, jobs).lines == "1\n2\n3\n");
}

TEST_CASE("what a worker throws is that line's failure, with its place") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.jsonl", "1\nthrow\n3\n4\n5\n6\n");
  for (const unsigned jobs : {1U, 4U}) {
    const Ran ran = run({file}, jobs);
    CHECK(ran.lines == "1\n3\n4\n5\n6\n");
    REQUIRE(ran.failures.size() == 1);
    CHECK(ran.failures[0].id == file + ":2");
    CHECK(ran.failures[0].error.code == Errc::internal);
    CHECK(ran.failures[0].error.where.line == 2U);
  }
}

TEST_CASE("a file that cannot be opened is a failure among the others") {
  const TemporaryFolder folder;
  const std::string file = folder.write("b.jsonl", "1\n");
  const Ran ran = run({folder / "none.jsonl", file}, 1);
  CHECK(ran.lines == "1\n");
  REQUIRE(ran.failures.size() == 1);
  CHECK(ran.failures[0].error.code == Errc::missing_path);
  CHECK(ran.failures[0].error.where.path == folder / "none.jsonl");
}

TEST_CASE("work runs ahead of the output by a window only, and ends when the output does") {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.jsonl", numbers(5000));
  const Ran ran = run({file}, 4, 10);
  CHECK(ran.begun >= 10);
  CHECK(ran.begun < 500);
}

TEST_CASE("blank lines are no records, and line numbers count them") {
  const TemporaryFolder folder;
  const Ran ran = run({folder.write("a.jsonl", "1\n\n  \nthrow\n")}, 1);
  CHECK(ran.lines == "1\n");
  CHECK(ran.failures.at(0).error.where.line == 4U);
}

}  // namespace
}  // namespace noticekit::cli
