#include "ingest/child.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace noticekit;

namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;

ChildResult shell(const std::string& script, std::uint32_t seconds = 60,
                  std::uint64_t most_output = mebibyte, std::uint64_t memory = 0) {
  ChildRun run;
  run.command = {"sh", "-c", script};
  run.input = "输入";
  run.memory = memory;
  run.most_output = most_output;
  run.seconds = 60;
  return run_child(run, Deadline(seconds));
}

}  // namespace

TEST_CASE("a helper reads its input and its ends are told apart") {
  const ChildResult r = shell("cat; echo why >&2; exit 3");
  CHECK(r.end == ChildResult::End::exited);
  CHECK(r.status == 3);
  CHECK(r.output == "输入");
  CHECK(r.errors == "why\n");
  ChildRun missing;
  missing.command = {"no-such-helper-anywhere"};
  missing.most_output = mebibyte;
  missing.seconds = 60;
  CHECK(run_child(missing, Deadline(60)).end == ChildResult::End::missing);
  CHECK(shell("kill -9 $$").end == ChildResult::End::killed);
}

TEST_CASE("a helper that is late is ended with all that it started") {
  // The sleeper holds the pipe: were it left alive, this would last as long as it does.
  CHECK(shell("sleep 300 & sleep 300", 1).end == ChildResult::End::late);
}

TEST_CASE("a helper writes and takes no more than it may") {
  const ChildResult much = shell("yes", 60, 100000);
  CHECK(much.end == ChildResult::End::too_much);
  CHECK(much.output.size() < mebibyte);
  const ChildResult large = shell("x=$(head -c 300000000 /dev/zero | tr '\\0' a); echo ${#x}", 60,
                                  mebibyte, 100 * mebibyte);
  CHECK(large.output.find("300000000") == std::string::npos);
}
